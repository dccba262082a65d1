import type { Generated } from 'kysely';

/** The tables, column by column. Times are ms since 1970; JSON stands in text and is parsed by its schema on the way out. */
export interface Tables {
  sessions: SessionRow;
  meetings: MeetingRow;
  participants: ParticipantRow;
  invitations: InvitationRow;
  updates: UpdateRow;
  bases: BaseRow;
  signatures: SignatureRow;
  versions: VersionRow;
  audit: AuditRow;
}

export interface SessionRow {
  hash: string;
  person: string;
  name: string;
  role: string;
  organisation: string | null;
  profession: string | null;
  meeting: string | null;
  expires_at: number;
}

export interface MeetingRow {
  id: string;
  title: string;
  patient_name: string;
  patient_birth_year: number | null;
  template: string;
  starts_at: number;
  video_url: string | null;
  demo: number;
  state: string;
  facilitator: string;
  created_at: number;
}

export interface ParticipantRow {
  id: string;
  meeting: string;
  person: string;
  name: string;
  role: string;
  organisation: string | null;
  profession: string | null;
  /** JSON: keys of the parts that the patient does not share with them. */
  withheld: string;
  joined_at: number;
  removed_at: number | null;
}

export interface InvitationRow {
  id: string;
  meeting: string;
  token_hash: string;
  code_hash: string;
  role: string;
  name: string;
  organisation: string | null;
  profession: string | null;
  email: string | null;
  created_by: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
  revoked_at: number | null;
  wrong_tries: number;
}

export interface UpdateRow {
  seq: Generated<number>;
  meeting: string;
  section: string;
  participant: string | null;
  bytes: Uint8Array;
  at: number;
  /** CRC-32 of `bytes`; null in rows that are older than the column. */
  sum: number | null;
}

/** Stands for all updates of a document up to the row `upto`. */
export interface BaseRow {
  meeting: string;
  section: string;
  upto: number;
  bytes: Uint8Array;
  /** JSON: pairs of a client id and the participant whose it is. */
  owners: string;
  at: number;
  /** CRC-32 of `bytes` followed by `owners`. */
  sum: number;
}

export interface SignatureRow {
  seq: Generated<number>;
  meeting: string;
  participant: string;
  hash: string;
  body: string;
}

export interface VersionRow {
  meeting: string;
  version: number;
  hash: string;
  body: string;
  agreed_at: number;
}

export interface AuditRow {
  seq: Generated<number>;
  at: number;
  meeting: string | null;
  participant: string | null;
  name: string;
  role: string | null;
  organisation: string | null;
  action: string;
  about: string | null;
  outcome: string;
}
