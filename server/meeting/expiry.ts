import type { Participants } from '#server/access/participants.ts';
import type { Sessions } from '#server/access/session.ts';
import type { Bell } from './bell.ts';

/** How often it is looked for people whose session has expired while they sit in a meeting. */
const SWEEP_MS = 60_000;

export interface ExpiryParts {
  sessions: Pick<Sessions, 'sweep'>;
  participants: Pick<Participants, 'placesOf'>;
  bell: Bell;
  /** Calls back every `ms` until what comes back is called. */
  every: (ms: number, then: () => void) => () => void;
  report: (error: unknown) => void;
}

/** Signs out whose session has expired, on open lines too. The function that comes back ends the watch. */
export function watchExpiry({ sessions, participants, bell, every, report }: ExpiryParts): () => void {
  const signOut = async () => {
    for (const session of await sessions.sweep())
      for (const { meeting, id } of await participants.placesOf(session)) bell.emit('signedOut', meeting, id);
  };
  return every(SWEEP_MS, () => void signOut().catch(report));
}
