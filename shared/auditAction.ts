/** Everything that the access log can say was done. Words of the plan never stand in the log, only which part they are in. */
export const AUDIT_ACTIONS = [
  'meeting-made',
  'invited',
  'invitation-revoked',
  'mailed',
  /** An invitation was put on paper, with its link and its code. */
  'letter-made',
  'moved',
  'called-off',
  'joined',
  'removed',
  'recast',
  'withheld',
  /** To whom the patient does not want the plan sent. */
  'receivers',
  'read',
  'wrote',
  'led',
  /** Something of the meeting itself, by somebody who does not lead it. */
  'took-part',
  'signed',
  'version-made',
  /** Words were added to a version. */
  'added',
  'reported',
  'next-meeting',
  'exported',
  /** A version is sent to a receiver's system; they said that they have it; they have not got it. */
  'sending',
  'delivered',
  'delivery-failed',
  /** Somebody says that they have put it into their journal; asks that it is sent again. */
  'filed',
  'sent-again',
  'log-read',
  /** All of the meeting but this log. */
  'deleted',
  /** A call that was refused; `about` says which. */
  'asked',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
