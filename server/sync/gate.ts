import { AppError } from '#shared/errors.ts';
import { WAITING } from './limits.ts';

/** Keeps messages in their order, within limits, until somebody is there to take them. */
export class Gate {
  #waiting: Uint8Array[] = [];
  #bytes = 0;
  #take: ((message: Uint8Array) => void) | null = null;

  /** @throws AppError `too-many` when more waits than anybody has reason to send. */
  push(message: Uint8Array): void {
    if (this.#take) {
      this.#take(message);
      return;
    }
    this.#bytes += message.byteLength;
    if (this.#waiting.length >= WAITING.messages || this.#bytes > WAITING.bytes)
      throw new AppError('too-many', 'Too much was sent before the document was there.');
    this.#waiting.push(message);
  }

  /** Hands over what has waited, and from now on everything as it comes. */
  open(take: (message: Uint8Array) => void): void {
    this.#take = take;
    for (const message of this.#waiting.splice(0)) take(message);
  }
}
