import type { ParticipantId } from '#shared/ids.ts';
import { Allowance } from './allowance.ts';
import { BYTES, PERSON_POINTS, POINTS } from './limits.ts';

/** What may be spent on one line. */
export interface Purse {
  points: Pick<Allowance, 'spend'>;
  bytes: Pick<Allowance, 'spend'>;
}

/** Participants who are remembered. What they have spent is earned again within a quarter of a minute. */
const PEOPLE = 20_000;

/** What everybody may spend: so much on each line, and so much on all their lines together. */
export class Purses {
  readonly #now: () => number;
  readonly #people = new Map<ParticipantId, Allowance>();

  /** `now` is in ms. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A full purse for one more line of the participant. */
  forLine(participant: ParticipantId): Purse {
    const [line, person] = [new Allowance(POINTS, this.#now), this.#of(participant)];
    const spend = (points: number) => {
      const isEnoughOnLine = line.spend(points);
      return person.spend(points) && isEnoughOnLine;
    };
    return { points: { spend }, bytes: new Allowance(BYTES, this.#now) };
  }

  #of(participant: ParticipantId): Allowance {
    const allowance = this.#people.get(participant) ?? new Allowance(PERSON_POINTS, this.#now);
    // Last asked for, last in the map; the first one is forgotten when there are too many.
    this.#people.delete(participant);
    this.#people.set(participant, allowance);
    const [oldest] = this.#people.keys();
    if (this.#people.size > PEOPLE && oldest !== undefined) this.#people.delete(oldest);
    return allowance;
  }
}
