import type { Generated } from 'kysely';
import type { AddendumRow, ContentRow, DeliveryRow, FilePrintRow, SignatureRow, VersionRow } from './agreedTables.ts';

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
  templates: TemplateRow;
  stays: StayRow;
  events: EventRow;
  task_reports: TaskReportRow;
  feedback: FeedbackRow;
  contents: ContentRow;
  addenda: AddendumRow;
  strokes: StrokeRow;
  deliveries: DeliveryRow;
  file_prints: FilePrintRow;
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
  /** JSON: who has the word, who is ready, what is on the table. */
  talk: Generated<string>;
  /** The earlier meeting that this one goes on from. */
  follows: Generated<string | null>;
  /** How often the time of the meeting was changed, as calendars count it. */
  calendar_sequence: Generated<number>;
  /** Whom to ring who does not get in. */
  help_phone: Generated<string | null>;
  /** JSON: roles that the patient does not want the agreed plan sent to. */
  refused: Generated<string>;
  /** When somebody last had a copy of what was agreed, or said that they have filed it. */
  last_receipt_at: Generated<number | null>;
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
  /** 1 when they have said how the meeting was; not what they said. */
  said_how_it_was: Generated<number>;
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
  /** What became of the e-mail: `none`, `sent`, `failed`, `outdated`. */
  mail: Generated<string>;
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
  /** For what purpose, where the action itself does not say. */
  why: Generated<string | null>;
  /** SHA-256 of the entry before it, and of this one with that: each holds the next. */
  prev: string;
  hash: string;
}

/** A template of our users. A change is a new version; what a version says never changes. */
export interface TemplateRow {
  id: string;
  version: number;
  body: string;
  /** Whose it is; null where whoever made it named none. */
  organisation: string | null;
  made_by: string;
  made_at: number;
}

/** From when to when a participant was in the meeting; null while they are. */
export interface StayRow {
  seq: Generated<number>;
  meeting: string;
  participant: string;
  came_at: number;
  left_at: number | null;
}

/** What happened in the meeting, for its minutes. */
export interface EventRow {
  seq: Generated<number>;
  meeting: string;
  at: number;
  participant: string | null;
  body: string;
}

/** What somebody said became of a task of the plan; the latest counts. */
export interface TaskReportRow {
  seq: Generated<number>;
  meeting: string;
  /** The id of the row in the plan. */
  task: string;
  participant: string;
  name: string;
  at: number;
  state: string;
  words: string;
}

/** How somebody found a meeting: not whose it is, nor which meeting. */
export interface FeedbackRow {
  /** Random, so that the order of the rows says nothing. */
  id: string;
  /** `YYYY-MM` */
  month: string;
  /** Of the facilitator. */
  organisation: string | null;
  template: string;
  face: string;
  words: string;
}

/** When somebody wrote in a part, the last of each minute, as far as the updates that say so were put together into a base. */
export interface StrokeRow {
  meeting: string;
  section: string;
  participant: string;
  last_at: number;
}
