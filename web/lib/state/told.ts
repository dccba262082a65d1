import type { Signal } from '#shared/live.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';
import type { Meeting } from './meeting.svelte.ts';
import { firstName } from './people.ts';

/** What the patient has told the others with a tap. */
export interface Told {
  signals: Signal[];
  /** What became of the last of them, in a sentence; null when there is none. */
  said: string | null;
}

export function toldOf({ me, facilitator, view }: Meeting, { patient }: Catalogue): Told {
  const mine = view.talk.signals.filter(({ by }) => by === me?.id);
  const last = mine.at(-1);
  const seenBy = view.participants.find(({ id }) => id === last?.seen);
  const whole = () => {
    if (!last) return me?.ready ? patient.isReady : null;
    if (seenBy) return patient.seen(firstName(seenBy.name));
    return facilitator ? patient.told(firstName(facilitator.name)) : patient.toldAll;
  };
  return { signals: mine.map(({ signal }) => signal), said: whole() };
}
