import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { WIRE } from '#shared/errors.ts';
import type { Refusal } from '#shared/line.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import { connectCopy, leave, type Copy } from './copy.ts';
import type { Ending } from './ending.ts';
import type { Line } from './line.ts';
import type { World } from './world.ts';

export interface PartDocumentParts {
  key: SectionKey;
  line: Line;
  world: World;
}

/** What a part's document tells of. */
export interface PartDocumentNews {
  /** The content is another than before. */
  content(): void;
  /** Others came, went or moved. */
  presence(): void;
  /** How it stands with loading, saving or the connection. */
  standing(): void;
  /** The document was thrown away for a fresh one, because the server did not take what was written in it. */
  rolledBack(refusal: Refusal): void;
}

/** How it stands with a part's document: the getters of the same names say what each means. */
export interface Standing {
  loaded: boolean;
  frozen: boolean;
  dirty: boolean;
  overdue: boolean;
  ended: Ending | null;
}

/** Nothing has come yet. */
export const BLANK: Standing = { loaded: false, frozen: false, dirty: false, overdue: false, ended: null };

/** What I wrote and what is not acknowledged for so long is told as not saved. */
const OVERDUE_MS = 5_000;

/**
 * The document of one part in this window: its content, who else is in it, and whether what was written here is
 * stored. It lives over lost connections. When the server refuses an update, a fresh copy of what is shared takes its
 * place as soon as that has come.
 */
export class PartDocument {
  readonly #key: SectionKey;
  readonly #line: Line;
  readonly #world: World;
  readonly #news: PartDocumentNews;
  #copy: Copy;
  /** The copy that will take the place of one that the server refused. */
  #fresh: Copy | null = null;
  #loaded = false;
  #dirty = false;
  #overdue = false;
  #ended: Ending | null = null;
  #stopOverdue: (() => void) | null = null;

  constructor({ key, line, world }: PartDocumentParts, news: PartDocumentNews) {
    this.#key = key;
    this.#line = line;
    this.#world = world;
    this.#news = news;
    this.#copy = this.#connect();
  }

  get doc(): Y.Doc {
    return this.#copy.doc;
  }

  get awareness(): Awareness {
    return this.#copy.awareness;
  }

  /** The shared content has come at least once; before that nobody can tell what is there to write in. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Something written here is not acknowledged. */
  get dirty(): boolean {
    return this.#dirty;
  }

  /** And has not been for a time that one should be told of. */
  get overdue(): boolean {
    return this.#overdue;
  }

  /** What is in `doc` was refused, and a fresh copy is on its way: nothing that is written now would last. */
  get frozen(): boolean {
    return this.#fresh !== null;
  }

  /** Why the server closed the part for good; null while it is open, or may open again. */
  get ended(): Ending | null {
    return this.#ended;
  }

  get standing(): Standing {
    const { loaded, frozen, dirty, overdue, ended } = this;
    return { loaded, frozen, dirty, overdue, ended };
  }

  /** The line is open, and the part is closed to me: I may not see any more what stands here. */
  get isForbidden(): boolean {
    return this.#ended?.code === WIRE.forbidden.close && this.#line.ended === null;
  }

  /** Tries again after the server closed the part. */
  retry(): void {
    if (!this.#ended) return;
    this.#ended = null;
    (this.#fresh ?? this.#copy).provider.connect();
    this.#news.standing();
  }

  /** Leaves the part. */
  close(): void {
    this.#setClean();
    if (this.#fresh) leave(this.#fresh);
    leave(this.#copy);
  }

  #connect(): Copy {
    const copy = connectCopy(this.#line, this.#key, (doc) => ({
      stored: (all) => this.#stored(doc, all),
      refused: (refusal) => this.#rollBack(doc, refusal),
    }));
    const { doc, awareness, provider } = copy;
    provider.on('sync', (synced) => {
      if (synced) this.#synced(doc);
    });
    provider.on('closed', (ending) => this.#end(doc, ending));
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (doc !== this.#copy.doc) return;
      if (origin !== provider && !this.#fresh) this.#setDirty();
      this.#news.content();
    });
    awareness.on('change', (_changes: unknown, origin: unknown) => {
      if (doc === this.#copy.doc && origin !== 'local') this.#news.presence();
    });
    return copy;
  }

  #synced(doc: Y.Doc): void {
    this.#loaded = true;
    if (this.#fresh?.doc === doc) this.#changeOver(this.#fresh);
    this.#news.standing();
  }

  #changeOver(fresh: Copy): void {
    leave(this.#copy);
    this.#copy = fresh;
    this.#fresh = null;
    this.#news.content();
    this.#news.presence();
  }

  #stored(doc: Y.Doc, all: boolean): void {
    if (doc !== this.#copy.doc || this.#fresh || !this.#dirty) return;
    if (all) this.#setClean();
    else this.#waitForMore();
    this.#news.standing();
  }

  #rollBack(doc: Y.Doc, refusal: Refusal): void {
    if (doc !== this.#copy.doc || this.#fresh) return;
    this.#copy.provider.destroy();
    this.#setClean();
    this.#fresh = this.#connect();
    this.#news.rolledBack(refusal);
  }

  #end(doc: Y.Doc, ending: Ending): void {
    if (doc !== (this.#fresh ?? this.#copy).doc) return;
    // It would be too much every time.
    if (ending.code === WIRE['too-large'].close && this.#dirty)
      return this.#rollBack(doc, { code: 'too-large', detail: ending.reason });
    this.#ended = ending;
    if (this.#fresh) {
      // What was refused must not go on looking as if it were shared.
      this.#loaded = false;
      this.#changeOver(this.#fresh);
    }
    this.#news.standing();
  }

  #setDirty(): void {
    if (this.#dirty) return;
    this.#dirty = true;
    this.#waitForMore();
    this.#news.standing();
  }

  #setClean(): void {
    this.#dirty = this.#overdue = false;
    this.#stopOverdue?.();
    this.#stopOverdue = null;
  }

  #waitForMore(): void {
    this.#stopOverdue?.();
    this.#overdue = false;
    this.#stopOverdue = this.#world.after(OVERDUE_MS, () => {
      this.#overdue = true;
      this.#news.standing();
    });
  }
}
