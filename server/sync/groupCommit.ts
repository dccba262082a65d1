import { AppError } from '#shared/errors.ts';
import type { LoggedUpdate, RoomId, UpdateLog } from '#server/store/updateLog.ts';

/** Told once what became of an update: null when it is on disk, else why it is not. Told at once, never later. */
export type Landed = (failure: AppError | null) => void;

/** Calls `then` after `ms`. */
export type Defer = (ms: number, then: () => void) => void;

export interface GroupCommitParts {
  log: Pick<UpdateLog, 'append'>;
  defer: Defer;
  /** ms since 1970. */
  now: () => number;
  report: (error: unknown) => void;
}

/**
 * How long after the last commit the next one may begin, in ms: one for each update that shared the last, and no more
 * than this. Who writes alone waits for nobody; where many write at once several share a commit, which costs the
 * processor more than all the rest of an update.
 */
const LONGEST_GAP_MS = 2;

interface Waiting {
  entry: LoggedUpdate;
  landed: Landed;
  /** What must be there before it is stored. */
  noted: Promise<void> | null;
}

/** One name for one document, in any map. Neither part of it has a slash in it. */
export const nameOf = ({ meeting, section }: RoomId): string => `${meeting}/${section}`;

/**
 * The one way to the log, for all rooms. What comes while a commit is under way shares the next, in the order in which
 * it came, so a commit costs each of many writers the same as one. When a commit fails, all that waits behind it from
 * the same rooms fails with it, for it follows on what is not there.
 */
export class GroupCommit {
  readonly #parts: GroupCommitParts;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #tasks: (() => Promise<void>)[] = [];
  #last = { at: 0, updates: 0 };
  /** The commits under way, until nothing waits any more. */
  #running: Promise<void> | null = null;

  constructor(parts: GroupCommitParts) {
    this.#parts = parts;
  }

  /** How much waits for the disk, in bytes. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** `noted` is waited for: when it fails, the update and what follows on it fail with it. */
  submit(entry: LoggedUpdate, landed: Landed, noted: Promise<void> | null = null): void {
    // Whoever waits for it comes later; until then nobody is to take its failure for a bug.
    noted?.catch(() => undefined);
    this.#waiting.push({ entry, landed, noted });
    this.#waitingBytes += entry.update.byteLength;
    this.#running ??= this.#run();
  }

  /** Runs `task` between two commits, when everybody has been told of all that was committed. */
  between(task: () => Promise<void>): void {
    this.#tasks.push(task);
    this.#running ??= this.#run();
  }

  /** Resolves when all that was submitted has landed or failed. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 || this.#tasks.length > 0) {
      // Even without a gap, whatever has reached the process by now is let in first: it shares the commit.
      await new Promise<void>((resolve) => this.#parts.defer(this.#gap(), resolve));
      if (this.#waiting.length > 0) await this.#commit(await this.#onlyNoted(this.#waiting.splice(0)));
      await this.#do(this.#tasks.shift());
    }
    this.#running = null;
  }

  /** How long to wait for company, in ms. */
  #gap(): number {
    const gap = Math.min(this.#last.updates, LONGEST_GAP_MS);
    // A clock that was put back must not keep anybody waiting.
    return Math.min(gap, Math.max(0, this.#last.at + gap - this.#parts.now()));
  }

  async #do(task?: () => Promise<void>): Promise<void> {
    try {
      await task?.();
    } catch (error) {
      this.#parts.report(error);
    }
  }

  /** Those of the batch that may be stored. What was not noted fails, and so does the rest from the same rooms. */
  async #onlyNoted(batch: readonly Waiting[]): Promise<readonly Waiting[]> {
    const unnoted = new Set<string>();
    for (const { entry, noted } of batch)
      if (noted)
        await noted.catch((error: unknown) => {
          this.#parts.report(error);
          unnoted.add(nameOf(entry.room));
        });
    if (unnoted.size === 0) return batch;
    const isNoted = ({ entry }: Waiting) => !unnoted.has(nameOf(entry.room));
    this.#fail(batch.filter((one) => !isNoted(one)));
    return batch.filter(isNoted);
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return;
    try {
      await this.#parts.log.append(batch.map(({ entry }) => entry));
    } catch (error) {
      this.#parts.report(error);
      this.#fail(batch);
      return;
    }
    this.#last = { at: this.#parts.now(), updates: batch.length };
    this.#release(batch, null);
  }

  #fail(batch: readonly Waiting[]): void {
    const failed = new Set(batch.map(({ entry }) => nameOf(entry.room)));
    const behind = this.#waiting.filter(({ entry }) => failed.has(nameOf(entry.room)));
    this.#waiting = this.#waiting.filter(({ entry }) => !failed.has(nameOf(entry.room)));
    this.#release([...batch, ...behind], new AppError('unavailable', 'It could not be stored. Try again.'));
  }

  #release(done: readonly Waiting[], failure: AppError | null): void {
    for (const { entry, landed } of done) {
      this.#waitingBytes -= entry.update.byteLength;
      try {
        landed(failure);
      } catch (error) {
        this.#parts.report(error);
      }
    }
  }
}
