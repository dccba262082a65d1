import type { Base, RoomId, UpdateLog } from '#server/store/updateLog.ts';
import type { GroupCommit } from './groupCommit.ts';

export interface CompactionParts {
  id: RoomId;
  /** Updates that are stored one by one when it begins. */
  updates: number;
  /** At so many of them a base takes their place. */
  updatesBeforeBase: number;
  commit: Pick<GroupCommit, 'between'>;
  log: Pick<UpdateLog, 'compact' | 'sweep'>;
  /** The document as it is at this moment; null when it can no longer be trusted. */
  base: () => Base | null;
  /** Nothing is left to be done for now. */
  idle: () => void;
  report: (error: unknown) => void;
}

/**
 * Puts one base in the place of many updates of a document. It does so between two commits, when the document in memory
 * is just what is stored, and frees the space in short steps, so that no writer waits for it.
 */
export class Compaction {
  readonly #parts: CompactionParts;
  #updates: number;
  #isRunning = false;

  constructor(parts: CompactionParts) {
    this.#parts = parts;
    this.#updates = parts.updates;
    this.#beginWhenLong();
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** One more update is stored. `isDue`: there is much to be gained by a base now. */
  count(isDue = false): void {
    this.#updates += 1;
    this.#beginWhenLong(isDue);
  }

  #beginWhenLong(isDue = false): void {
    if (this.#isRunning || (!isDue && this.#updates < this.#parts.updatesBeforeBase)) return;
    this.#isRunning = true;
    this.#next(() => this.#compact());
  }

  /** Goes on, between two commits, for as long as there is a next step. */
  #next(step: () => Promise<boolean>): void {
    const { commit, log, id, report, idle } = this.#parts;
    commit.between(async () => {
      try {
        if (await step()) return this.#next(() => log.sweep(id));
      } catch (error) {
        report(error);
      }
      this.#isRunning = false;
      idle();
    });
  }

  async #compact(): Promise<boolean> {
    // Whatever becomes of it, it is not tried again for every single update.
    this.#updates = 0;
    const base = this.#parts.base();
    if (base) await this.#parts.log.compact(this.#parts.id, base);
    return base !== null;
  }
}
