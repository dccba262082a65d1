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
  'reported',
  'next-meeting',
  'exported',
  'log-read',
  /** A call that was refused; `about` says which. */
  'asked',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
