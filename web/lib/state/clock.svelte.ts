const TICK_MS = 1000;

/** The window's clock as a state that ticks, in ms since 1970. */
export class Clock {
  #now = $state.raw(Date.now());

  get now(): number {
    return this.#now;
  }

  /** Ticks until the answer is called. */
  start(): () => void {
    const timer = setInterval(() => (this.#now = Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }
}
