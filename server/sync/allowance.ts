/** So much at once, and so much more each second. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** What somebody may still spend: a bucket that fills by itself. */
export class Allowance {
  readonly #rate: Rate;
  readonly #now: () => number;
  #left: number;
  #at: number;

  /** `now` is in ms. */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
    this.#left = rate.burst;
    this.#at = now();
  }

  /** Whether there was enough. */
  spend(amount: number): boolean {
    const now = this.#now();
    const since = Math.max(0, now - this.#at);
    this.#left = Math.min(this.#rate.burst, this.#left + (since * this.#rate.perSecond) / 1000) - amount;
    this.#at = now;
    return this.#left >= 0;
  }
}
