/**
 * Counts, for one channel, how many of its updates are done with: stored, known already, or refused. The count only
 * covers an update when it covers all before it, so it can be told to the author as one number.
 */
export class Receipts {
  readonly #tell: (count: number) => void;
  readonly #open: { done: boolean }[] = [];
  #count = 0;

  constructor(tell: (count: number) => void) {
    this.#tell = tell;
  }

  /** One more update has come; call what comes back when it is done with. */
  take(): () => void {
    const receipt = { done: false };
    this.#open.push(receipt);
    return () => {
      receipt.done = true;
      this.#settle();
    };
  }

  #settle(): void {
    const before = this.#count;
    while (this.#open[0]?.done) {
      this.#open.shift();
      this.#count += 1;
    }
    if (this.#count > before) this.#tell(this.#count);
  }
}
