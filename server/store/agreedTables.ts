import type { Generated } from 'kysely';

/** The tables of what was agreed, and of where it went. Times are ms since 1970. */

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

/** What a part of the plan said when somebody signed it. */
export interface ContentRow {
  meeting: string;
  section: string;
  /** SHA-256 of the RFC 8785 form of `body`. */
  hash: string;
  body: string;
}

/** Words added to a version after it was agreed. */
export interface AddendumRow {
  seq: Generated<number>;
  meeting: string;
  version: number;
  body: string;
}

/** A version on its way to a receiver, or filed by hand. Made with the version itself, in one transaction. */
export interface DeliveryRow {
  id: string;
  meeting: string;
  version: number;
  /** The receiver's key in the configuration, or the participant who filed it. */
  receiver: string;
  /** What people call it. */
  name: string;
  party: string;
  way: string;
  state: string;
  tries: number;
  next_at: number | null;
  received_at: number | null;
  problem: string | null;
  made_at: number;
}

/** A file that left the house: enough to know it again, and nothing of what stands in it. */
export interface FilePrintRow {
  /** SHA-256 of its bytes. */
  file: string;
  /** SHA-256 of the plan in it. */
  plan: string;
  version: number;
  format: string;
  agreed_at: number;
  /** Null when the meeting is deleted. */
  meeting: string | null;
}
