import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

/** A document and those in it go by the meeting and the part. */
export interface RoomId {
  meeting: MeetingId;
  section: SectionKey;
}

/** One accepted update (Yjs V1 bytes). `participant` is null for what the house itself wrote; `at` is ms since 1970. */
export interface StoredUpdate {
  participant: ParticipantId | null;
  update: Uint8Array;
  at: number;
}

export interface LoggedUpdate extends StoredUpdate {
  room: RoomId;
}

/** The durable log behind every document. A contract suite (`test/support/updateLogContract.ts`) holds each implementation. */
export interface UpdateLog {
  /** Every stored update of the room, oldest first; empty for a room never seen. */
  load(room: RoomId): Promise<StoredUpdate[]>;
  /** All entries in one commit: when it resolves all are on disk, when it rejects none is. */
  append(entries: readonly LoggedUpdate[]): Promise<void>;
}
