import type { AgreedVersion } from '#shared/agreement/version.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';

/** The agreed version that is on screen. A version never changes: each is read once. */
export class AgreedReading {
  #version = $state.raw<AgreedVersion | null>(null);
  #refused = $state.raw<ErrorCode | null>(null);
  #wanted: number | null = null;
  readonly #read: (version: number) => Promise<AgreedVersion>;

  constructor(read: (version: number) => Promise<AgreedVersion>) {
    this.#read = read;
  }

  /** Null until it has come. */
  get version(): AgreedVersion | null {
    return this.#version;
  }

  /** Why it could not be read. */
  get refused(): ErrorCode | null {
    return this.#refused;
  }

  /** Shows version number `wanted`; the last one asked for counts. */
  async show(wanted: number): Promise<void> {
    if (this.#wanted === wanted) return;
    this.#wanted = wanted;
    try {
      const version = await this.#read(wanted);
      if (this.#wanted !== wanted) return;
      this.#version = version;
      this.#refused = null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#refused = error.code;
      this.#wanted = null;
    }
  }
}
