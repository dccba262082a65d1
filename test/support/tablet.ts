import type * as Y from 'yjs';
import { textRoot } from '#shared/plan/doc.ts';
import { Line } from '#lib/state/line.ts';
import { PartDocument } from '#lib/state/partDocument.ts';
import { savingOf, type Saving } from '#lib/state/saving.ts';
import type { World } from '#lib/state/world.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import { socketsWith } from './manualWorld.ts';

export interface TabletParts {
  url: string;
  cookie: string;
  section?: SectionKey;
  chance?: () => number;
  /** So many times faster than they would does it lose its patience. */
  hurry?: number;
}

// Each part waits for the end of the process, to say goodbye.
process.setMaxListeners(0);

const WORD = /<[^<>]+>/g;

/** The web app's line and one text part, over real sockets, and a record of what it was shown and told. */
export class Tablet {
  /** Every word that it has written, in order. */
  readonly written: string[] = [];
  /** Words of others. */
  readonly seen = new Set<string>();
  /** So many of its own words it was told are saved. */
  saved = 0;
  refusals = 0;
  readonly #line: Line;
  readonly #document: PartDocument;
  readonly #watched = new WeakSet<Y.Doc>();

  constructor({ url, cookie, section = 'story', chance = () => 0.5, hurry = 1 }: TabletParts) {
    const world: World = {
      chance,
      after(ms, act) {
        const timer = setTimeout(act, ms / hurry);
        return () => clearTimeout(timer);
      },
      openSocket: socketsWith(cookie),
      watchNetwork: () => () => undefined,
    };
    this.#line = new Line(url, world);
    this.#document = new PartDocument(
      { key: section, line: this.#line, world },
      {
        content: () => this.#watch(),
        presence: () => undefined,
        standing: () => this.#standing(),
        rolledBack: () => (this.refusals += 1),
      },
    );
    this.#watch();
  }

  get text(): string {
    return textRoot(this.#document.doc).toJSON();
  }

  get loaded(): boolean {
    return this.#document.loaded;
  }

  get dirty(): boolean {
    return this.#document.dirty;
  }

  /** What the screen says of it. */
  get saving(): Saving {
    const { dirty, overdue, ended } = this.#document;
    return savingOf({ dirty, overdue, offline: this.#line.offline, ended: ended !== null });
  }

  /** Why the server closed the part for good; null while it has not. */
  get ended(): PartDocument['ended'] {
    return this.#document.ended;
  }

  write(word: string): void {
    if (!this.loaded || this.#document.frozen) return;
    this.written.push(word);
    textRoot(this.#document.doc).insert(0, word);
  }

  /** The device finds its network again. */
  wake(): void {
    this.#line.wake();
  }

  leave(): void {
    this.#document.close();
    this.#line.close();
  }

  #standing(): void {
    if (!this.#document.dirty) this.saved = this.written.length;
  }

  #watch(): void {
    const { doc } = this.#document;
    if (this.#watched.has(doc)) return;
    this.#watched.add(doc);
    textRoot(doc).observe(({ delta, transaction }) => {
      if (transaction.local) return;
      for (const { insert } of delta)
        if (typeof insert === 'string') for (const [word] of insert.matchAll(WORD)) this.seen.add(word);
    });
  }
}
