import { AppError } from '#shared/errors.ts';
import type { NewFeedback } from '#shared/feedback.ts';
import { Trying } from './trying.svelte.ts';

/** As much of the server as it takes to say how a meeting was. */
export interface FeedbackCalls {
  given: () => Promise<boolean>;
  give: (said: NewFeedback) => Promise<void>;
}

/** Whether one has said how the meeting was. What was said is not kept here either. */
export class HowItWas {
  readonly trying = new Trying();
  #given = $state.raw<boolean | null>(null);
  readonly #calls: FeedbackCalls;

  constructor(calls: FeedbackCalls) {
    this.#calls = calls;
  }

  /** Null until it is known. */
  get given(): boolean | null {
    return this.#given;
  }

  async look(): Promise<void> {
    await this.trying.try(async () => {
      this.#given = await this.#calls.given();
    });
  }

  async give(said: NewFeedback): Promise<void> {
    await this.trying.try(async () => {
      try {
        await this.#calls.give(said);
      } catch (error) {
        // Said already, in another window.
        if (!(error instanceof AppError && error.code === 'not-now')) throw error;
      }
      this.#given = true;
    });
  }
}
