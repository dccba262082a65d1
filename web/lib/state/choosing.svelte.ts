import { AppError, type ErrorCode } from '#shared/errors.ts';

/**
 * A choice that the server keeps: shown at once as it was made, and sent one after the other, the last one last. When
 * that fails, it is shown as the server has it, and why stands in `refused`.
 */
export class Choosing<Value extends string> {
  #wanted = $state.raw<readonly Value[] | null>(null);
  /** What the server had announced when the choice was stored: until it announces anything else, that is old. */
  #before = $state.raw<string | null>(null);
  #refused = $state.raw<ErrorCode | null>(null);
  #sending: Promise<boolean> | null = null;
  readonly #known: () => readonly Value[];
  readonly #send: (value: readonly Value[]) => Promise<void>;

  /** `known`: what the server announced last. */
  constructor(known: () => readonly Value[], send: (value: readonly Value[]) => Promise<void>) {
    this.#known = known;
    this.#send = send;
  }

  get value(): readonly Value[] {
    const known = this.#known();
    if (this.#wanted === null) return known;
    return this.#before === null || this.#before === JSON.stringify(known) ? this.#wanted : known;
  }

  /** Why the last choice is not kept; null when it is. */
  get refused(): ErrorCode | null {
    return this.#refused;
  }

  /** Whether it is kept, with all that was chosen meanwhile. */
  choose(value: readonly Value[]): Promise<boolean> {
    this.#wanted = value;
    this.#before = null;
    this.#refused = null;
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = null));
    return this.#sending;
  }

  async #sendAll(): Promise<boolean> {
    try {
      for (let sent: readonly Value[] | null = null; this.#wanted !== null && sent !== this.#wanted;) {
        sent = this.#wanted;
        await this.#send(sent);
      }
      const known = this.#known();
      // Where the announcement came first, there is nothing to wait for.
      if (JSON.stringify(known) === JSON.stringify(this.#wanted)) this.#wanted = null;
      else this.#before = JSON.stringify(known);
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#wanted = null;
      this.#refused = error.code;
      return false;
    }
  }
}
