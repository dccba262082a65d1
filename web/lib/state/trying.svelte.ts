import { AppError, type ErrorCode } from '#shared/errors.ts';

/** Things that the server may refuse, one at a time: whether one is under way, and why the last one did not work. */
export class Trying {
  #busy = $state.raw(false);
  #refused = $state.raw<AppError | null>(null);
  /** The try that is under way, or the last one. */
  #under: Promise<unknown> = Promise.resolve();

  get busy(): boolean {
    return this.#busy;
  }

  /** Why the last try was refused; null when it was not. */
  get refused(): ErrorCode | null {
    return this.#refused?.code ?? null;
  }

  /** Whether it worked. While one try is under way, another is not begun. */
  async try(act: () => Promise<unknown>): Promise<boolean> {
    return this.#busy ? false : this.#begin(act);
  }

  /** Whether it worked. While another is under way it waits for its turn: what somebody tells is never lost. */
  async tryInTurn(act: () => Promise<unknown>): Promise<boolean> {
    while (this.#busy) await this.#under;
    return this.#begin(act);
  }

  #begin(act: () => Promise<unknown>): Promise<boolean> {
    this.#busy = true;
    this.#refused = null;
    const tried = this.#follow(act);
    this.#under = tried.catch(() => undefined);
    return tried;
  }

  async #follow(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (refused) {
      if (!(refused instanceof AppError)) throw refused;
      this.#refused = refused;
      return false;
    } finally {
      this.#busy = false;
    }
  }

  forget(): void {
    this.#refused = null;
  }
}
