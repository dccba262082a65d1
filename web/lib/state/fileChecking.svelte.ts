import type { Verified, Verifying } from '#shared/agreement/verification.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { Hash } from '#shared/ids.ts';
import { hashesIn } from './hashesIn.ts';

/** No plan is nearly as large; a film would fill the memory of a tablet. */
const MOST_BYTES = 64 * 1024 * 1024;

/** As much of a file as is looked at. */
export type HeldFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** What came of a file: what the server knows of it, or why it was not asked. */
export type Finding = Verified | { kind: 'tooLarge' | 'unreadable' } | { kind: 'failed'; code: ErrorCode };

/** A file that somebody checks. `found`: null while it is looked at. */
export interface FileCheck {
  id: number;
  name: string;
  found: Finding | null;
}

export interface FileCheckingParts {
  fingerprint: (bytes: ArrayBuffer) => Promise<Hash>;
  verify: (held: Verifying) => Promise<Verified>;
}

/** Files that somebody holds, each checked after the other. They stay on the device. */
export class FileChecking {
  #checks = $state.raw<readonly FileCheck[]>([]);
  #last: Promise<void> = Promise.resolve();
  #count = 0;
  readonly #parts: FileCheckingParts;

  constructor(parts: FileCheckingParts) {
    this.#parts = parts;
  }

  /** The latest first. */
  get checks(): readonly FileCheck[] {
    return this.#checks;
  }

  /** Resolves when there is an answer for each. */
  check(files: Iterable<HeldFile>): Promise<void> {
    for (const file of files) {
      const id = (this.#count += 1);
      this.#checks = [{ id, name: file.name, found: null }, ...this.#checks];
      this.#last = this.#last.then(async () => this.#tell(id, await this.#look(file)));
    }
    return this.#last;
  }

  #tell(id: number, found: Finding): void {
    this.#checks = this.#checks.map((one) => (one.id === id ? { ...one, found } : one));
  }

  async #look(file: HeldFile): Promise<Finding> {
    if (file.size > MOST_BYTES) return { kind: 'tooLarge' };
    const bytes = await file.arrayBuffer().catch(() => null);
    // A folder, or a file that is gone.
    if (bytes === null) return { kind: 'unreadable' };
    try {
      return await this.#parts.verify({ file: await this.#parts.fingerprint(bytes), plans: hashesIn(bytes) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { kind: 'failed', code: error.code };
    }
  }
}
