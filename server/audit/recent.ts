/** Keys that are remembered; then all are forgotten, and come as new once more. */
const KEYS = 50_000;

/** What has been noted within the last `forMs` and need not be noted again. */
export class Recent {
  readonly #forMs: number;
  readonly #now: () => number;
  readonly #at = new Map<string, number>();

  /** `now` is in ms. */
  constructor(forMs: number, now: () => number) {
    this.#forMs = forMs;
    this.#now = now;
  }

  has(key: string): boolean {
    const at = this.#at.get(key);
    return at !== undefined && this.#now() - at < this.#forMs;
  }

  add(key: string): void {
    if (this.#at.size >= KEYS) this.#at.clear();
    this.#at.set(key, this.#now());
  }

  forget(key: string): void {
    this.#at.delete(key);
  }
}
