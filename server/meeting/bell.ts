import { EventEmitter } from 'node:events';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { Participant } from '#server/access/participant.ts';

/** What has happened, told to whoever must act on it at once: sockets that are open, screens that show it. */
export interface Happenings {
  /** The meeting's state or its people have changed. */
  meeting: [MeetingId];
  /** The meeting is deleted: nobody is in it any more, and nothing of it is kept. */
  ended: [MeetingId];
  /** Nothing of a deleted meeting is in the store any more. */
  forgotten: [MeetingId];
  /** Signatures or versions have changed. */
  agreement: [MeetingId];
  /** Who a participant is, or what they may, has changed: their live connections must know now. */
  changed: [Participant];
  /** A participant was shown out: their live connections must end now. */
  removed: [MeetingId, ParticipantId];
  /** A participant has signed out: so must theirs. */
  signedOut: [MeetingId, ParticipantId];
}

export type Bell = EventEmitter<Happenings>;

export const createBell = (): Bell => new EventEmitter<Happenings>();
