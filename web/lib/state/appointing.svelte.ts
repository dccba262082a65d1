import type { Reach } from '#shared/api.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Api } from './api.ts';
import { Trying } from './trying.svelte.ts';
import { isoOf } from './when.ts';

/** When the meeting is: moving it or calling it off, and who is told. */
export class Appointing {
  #reach = $state.raw<Reach | null>(null);
  #told = $state.raw<Reach | null>(null);
  readonly #api: Api;
  readonly #meeting: MeetingId;
  readonly trying = new Trying();
  readonly #looking = new Trying();

  constructor(api: Api, meeting: MeetingId) {
    this.#api = api;
    this.#meeting = meeting;
  }

  /** Whom a change would reach; null until that is known. */
  get reach(): Reach | null {
    return this.#reach;
  }

  /** Whom the last change has reached. */
  get told(): Reach | null {
    return this.#told;
  }

  async refresh(): Promise<void> {
    await this.#looking.try(async () => (this.#reach = await this.#api.reach(this.#meeting)));
  }

  /** @param startsAt ms since 1970 */
  async move(startsAt: number): Promise<void> {
    await this.trying.try(async () => {
      this.#told = await this.#api.move(this.#meeting, { startsAt: isoOf(startsAt) });
    });
  }

  async callOff(): Promise<boolean> {
    return this.trying.try(async () => {
      this.#told = await this.#api.callOff(this.#meeting);
    });
  }
}
