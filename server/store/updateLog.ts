import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

/** A document and those in it go by the meeting and the part. */
export interface RoomId {
  meeting: MeetingId;
  section: SectionKey;
}

/** Whose each Yjs client id is; null is the house itself. */
export type Owners = readonly (readonly [client: number, owner: ParticipantId | null])[];

/** One accepted update (Yjs V1 bytes). `participant` is null for what the house itself wrote; `at` is ms since 1970. */
export interface StoredUpdate {
  participant: ParticipantId | null;
  update: Uint8Array;
  at: number;
  /** Only of a base, which is many people's: whose each client id in it is. */
  owners?: Owners;
}

export interface LoggedUpdate extends StoredUpdate {
  room: RoomId;
}

/** A whole document as one update, which stands for all that is stored of it. */
export interface Base {
  update: Uint8Array;
  owners: Owners;
  /** ms since 1970. */
  at: number;
}

/** The durable log behind every document. A contract suite (`test/support/updateLogContract.ts`) holds each implementation. */
export interface UpdateLog {
  /**
   * Every stored update of the room, oldest first, a base before all; empty for a room never seen.
   * @throws Error when what is stored is not what was written.
   */
  load(room: RoomId): Promise<StoredUpdate[]>;
  /** All entries in one commit: when it resolves all are on disk, when it rejects none is. */
  append(entries: readonly LoggedUpdate[]): Promise<void>;
  /** Puts `base` in the place of everything that is stored of the room, in one commit. Nothing may be appended meanwhile. */
  compact(room: RoomId, base: Base): Promise<void>;
  /** Frees some of the space of what a base stands for; false when there was nothing to free. A short step each time. */
  sweep(room: RoomId): Promise<boolean>;
}
