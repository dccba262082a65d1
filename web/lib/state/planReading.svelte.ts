import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import { Plan } from '#shared/plan/plan.ts';
import { Calls } from './calls.ts';

/** The plan as it was when the page asked, for pages that show a little of it and write nothing. */
export class PlanReading {
  #plan = $state.raw<Plan | null>(null);
  readonly #read: () => Promise<Plan>;

  constructor(read: () => Promise<Plan>) {
    this.#read = read;
  }

  /** Null until it has come, and where it cannot be had. */
  get plan(): Plan | null {
    return this.#plan;
  }

  async look(): Promise<void> {
    try {
      this.#plan = await this.#read();
    } catch (error) {
      // That the line is down is said elsewhere; what is shown without is still right.
      if (!(error instanceof AppError)) throw error;
    }
  }
}

/** All of the plan. @throws AppError as every call does */
export function readPlan(fetchIt: typeof fetch, seat: string | null, meeting: MeetingId): Promise<Plan> {
  return new Calls(fetchIt, seat).ask('GET', `/api/meetings/${meeting}/plan`, Plan);
}
