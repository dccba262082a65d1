import type { Expected } from '#shared/coming.ts';
import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Api } from './api.ts';

/** Who is invited and has not come in yet, as the server last said. */
export class ExpectedPeople {
  #all = $state.raw<Expected>([]);
  readonly #api: Api;
  readonly #meeting: MeetingId;

  constructor(api: Api, meeting: MeetingId) {
    this.#api = api;
    this.#meeting = meeting;
  }

  get all(): Expected {
    return this.#all;
  }

  /** What was said before stays where there is no answer. */
  async refresh(): Promise<void> {
    try {
      this.#all = await this.#api.coming.expected(this.#meeting);
    } catch (refused) {
      if (!(refused instanceof AppError)) throw refused;
    }
  }
}
