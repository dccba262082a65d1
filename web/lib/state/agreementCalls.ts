import { Addendum } from '#shared/agreement/addendum.ts';
import { ChangesView } from '#shared/agreement/changes.ts';
import type { MeetingId } from '#shared/ids.ts';
import { Calls } from './calls.ts';
import { searchWith } from './seat.ts';

/** What a comparison goes from, and to. */
export type Ends = Pick<ChangesView, 'from' | 'to'>;

/** The calls for what became another in the plan, and for what is added to an agreed version. */
export class AgreementCalls {
  readonly #calls: Calls;
  readonly #meeting: string;

  constructor(fetchIt: typeof fetch, seat: string | null, meeting: MeetingId) {
    this.#calls = new Calls(fetchIt, seat);
    this.#meeting = `/api/meetings/${meeting}`;
  }

  /** @throws AppError `not-found` when there is no such version. */
  changes({ from, to }: Ends): Promise<ChangesView> {
    const ends = searchWith(null, { from: String(from), to: String(to) });
    return this.#calls.ask('GET', `${this.#meeting}/changes${ends}`, ChangesView);
  }

  /** Adds words to a version, which itself stays as it is. */
  addTo(version: number, words: string): Promise<Addendum> {
    return this.#calls.ask('POST', `${this.#meeting}/versions/${version}/addenda`, Addendum, { words });
  }
}
