import type { LogEntry } from '#shared/logEntry.ts';
import { Trying } from './trying.svelte.ts';

/** So many rows at a time: a long meeting has thousands, and a tablet need not hold them all. */
const PAGE_ROWS = 300;

/** The newest rows of the `count` older than `before`; the oldest first. */
export type ReadLog = (count: number, before?: number) => Promise<LogEntry[]>;

/** The access log as far as this window has read it. */
export class InsightReading {
  readonly trying = new Trying();
  #entries = $state.raw<LogEntry[] | null>(null);
  #isWhole = $state.raw(false);
  readonly #read: ReadLog;

  constructor(read: ReadLog) {
    this.#read = read;
  }

  /** The oldest first; null until they have come. */
  get entries(): readonly LogEntry[] | null {
    return this.#entries;
  }

  /** Whether there is nothing older. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Reads the newest, then what is older than what has been read. */
  more(): Promise<boolean> {
    return this.trying.try(async () => {
      const older = await this.#read(PAGE_ROWS, this.#entries?.[0]?.seq);
      this.#isWhole = older.length < PAGE_ROWS;
      this.#entries = [...older, ...(this.#entries ?? [])];
    });
  }
}
