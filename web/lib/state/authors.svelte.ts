import { AppError } from '#shared/errors.ts';
import type { Authors } from '#shared/plan/authors.ts';
import type { World } from './world.ts';

/** Read anew at most this often: a meeting writes all the time. */
const AT_MOST_EVERY_MS = 2000;

/** Who has written the patient's words, as this window last heard. */
export class AuthorsReading {
  #authors = $state.raw<Authors>({});
  readonly #read: () => Promise<Authors>;
  readonly #world: Pick<World, 'after'>;
  #cancel: (() => void) | null = null;
  #isReading = false;
  #isStale = false;
  #isClosed = false;

  constructor(read: () => Promise<Authors>, world: Pick<World, 'after'>) {
    this.#read = read;
    this.#world = world;
  }

  /** Empty until it is known. */
  get authors(): Authors {
    return this.#authors;
  }

  /** Something was written, or may have been: reads soon, and once for all that asks in the meantime. */
  look(): void {
    if (this.#isReading) this.#isStale = true;
    else if (!this.#isClosed) this.#cancel ??= this.#world.after(AT_MOST_EVERY_MS, () => void this.#take());
  }

  close(): void {
    this.#isClosed = true;
    this.#cancel?.();
  }

  async #take(): Promise<void> {
    this.#cancel = null;
    this.#isReading = true;
    this.#isStale = false;
    try {
      this.#authors = await this.#read();
    } catch (error) {
      // What was known stands until it can be read again; that the line is down is said elsewhere.
      if (!(error instanceof AppError)) throw error;
    } finally {
      this.#isReading = false;
    }
    if (this.#isStale) this.look();
  }
}
