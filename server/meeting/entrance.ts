import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Participants } from '#server/access/participants.ts';
import type { Session, Sessions } from '#server/access/session.ts';
import type { Bell } from './bell.ts';

/** Where somebody comes in and goes out. Whoever's session ends here is signed out on open lines too. */
export interface Entrance {
  /** Opens a session; whoever the request's cookie stood for until now goes out. */
  enter(request: IncomingMessage, response: ServerResponse, who: Session): Promise<void>;
  leave(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface EntranceParts {
  sessions: Pick<Sessions, 'open' | 'close'>;
  participants: Pick<Participants, 'placesOf'>;
  bell: Bell;
}

export function createEntrance({ sessions, participants, bell }: EntranceParts): Entrance {
  // The session has ended by now: whoever is cut off does not come back in with it.
  const signOut = async (old: Session | null, now: Session | null) => {
    if (!old) return;
    // Who comes in again as the same person keeps the places that they have still.
    const kept = now ? await participants.placesOf(now) : [];
    for (const { meeting, id } of await participants.placesOf(old))
      if (!kept.some((place) => place.id === id)) bell.emit('signedOut', meeting, id);
  };
  return {
    enter: async (request, response, who) => signOut(await sessions.open(request, response, who), who),
    leave: async (request, response) => signOut(await sessions.close(request, response), null),
  };
}
