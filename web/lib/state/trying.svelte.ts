import { AppError, type ErrorCode } from '#shared/errors.ts';

/** Things that the server may refuse, one at a time: whether one is under way, and why the last one did not work. */
export class Trying {
  #busy = $state.raw(false);
  #refused = $state.raw<AppError | null>(null);

  get busy(): boolean {
    return this.#busy;
  }

  /** Why the last try was refused; null when it was not. */
  get refused(): ErrorCode | null {
    return this.#refused?.code ?? null;
  }

  /** Whether it worked. While one try is under way, another is not begun. */
  async try(act: () => Promise<unknown>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#refused = null;
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
