import type { ChangesView } from '#shared/agreement/changes.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { Ends } from './agreementCalls.ts';

/** The same comparison is read anew at most this often: whoever writes changes the plan all the time, and each reading is logged. */
const AT_MOST_EVERY_MS = 5000;

/** A comparison, as this window last read it. */
export class ChangesReading {
  #view = $state.raw<ChangesView | null>(null);
  #refused = $state.raw<ErrorCode | null>(null);
  /** The ends that were asked for last, and how the plan stood. */
  #asked: { ends: string; stand: string; at: number } | null = null;
  readonly #read: (ends: Ends) => Promise<ChangesView>;

  constructor(read: (ends: Ends) => Promise<ChangesView>) {
    this.#read = read;
  }

  /** Null until it has come. */
  get view(): ChangesView | null {
    return this.#view;
  }

  /** Why it could not be read. */
  get refused(): ErrorCode | null {
    return this.#refused;
  }

  /**
   * Told again and again what is compared, how the plan stands (`stand` is another when it says something else) and
   * what time it is, ms since 1970: reads when that is worth it. Other ends are read at once, and the last ones count.
   */
  async look(ends: Ends, stand: string, now: number): Promise<void> {
    const asked = { ends: JSON.stringify(ends), stand, at: now };
    const before = this.#asked;
    const isSame = before?.ends === asked.ends;
    if (isSame && (before?.stand === stand || now - (before?.at ?? 0) < AT_MOST_EVERY_MS)) return;
    this.#asked = asked;
    if (!isSame) this.#view = null;
    try {
      const view = await this.#read(ends);
      if (this.#asked !== asked) return;
      this.#view = view;
      this.#refused = null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (this.#asked !== asked) return;
      this.#refused = error.code;
      // So that it is tried again.
      this.#asked = { ...asked, stand: '' };
    }
  }
}
