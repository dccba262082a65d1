import * as Y from 'yjs';
import { rowsInOrder } from '#shared/plan/doc.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { OwnUndo } from '#lib/state/ownUndo.ts';
import { addRow, moveRow, removeRow, restoreRow, setValue, type RemovedRow } from '#lib/state/rows.ts';
import { WHOLE, WordsPlace, type Where } from '#lib/state/wordsPlace.ts';

export const EDITS = [
  'type',
  'type',
  'type',
  'erase',
  'paste',
  'undo',
  'redo',
  'row',
  'remove',
  'restore',
  'move',
  'value',
] as const;

/** Something that one does in a part. `where` and `what` are from 0 up to, not including, 1. */
export interface Edit {
  kind: (typeof EDITS)[number];
  where: number;
  what: number;
}

/** The parts that are written in: one of each kind. */
export const PARTS = ['story', 'goals', 'situation'] as const satisfies readonly SectionKey[];

/** The words of rows and forms that are written in, and a plain value. */
const WORDS: Readonly<Record<string, readonly string[]>> = { goals: ['activity'], situation: ['happened', 'now'] };
const NUMBER = 'scoreNow';

const SAID = ['hei ', 'jeg vil hjem ', 'trapp', ' søvn', 'æøå', 'x', ' – ', 'tirsdag\n'];

/** Somebody's hand in one document, that knows what it has done there. */
export class Hand {
  readonly doc: Y.Doc;
  readonly #key: SectionKey;
  readonly #mark: string;
  readonly #undo = new OwnUndo(this);
  /** The text that was written in last, in which alone one can undo. */
  #text: Y.Text | null = null;
  #removed: RemovedRow | null = null;

  /** `mark` stands in all that is written. */
  constructor(doc: Y.Doc, key: SectionKey, mark: string) {
    this.doc = doc;
    this.#key = key;
    this.#mark = mark;
  }

  /** Whether there was anything to do. */
  do({ kind, where, what }: Edit): boolean {
    const before = Y.encodeStateAsUpdate(this.doc).byteLength;
    if (kind === 'undo' || kind === 'redo') this.#undo.step(kind === 'redo');
    else this.doc.transact(() => this.#edit(kind, where, what), this);
    return Y.encodeStateAsUpdate(this.doc).byteLength !== before;
  }

  leave(): void {
    this.#undo.follow(null);
  }

  #edit(kind: Edit['kind'], where: number, what: number): void {
    const rows = section(this.#key).kind === 'rows' ? rowsInOrder(this.doc) : [];
    const row = rows[Math.floor(where * rows.length)];
    const { id } = row ?? {};
    if (kind === 'type') this.#follow(id, what)?.insert(this.#at(id, where, what), this.#mark + pick(SAID, what));
    else if (kind === 'paste') this.#follow(id, what)?.insert(0, this.#mark + pick(SAID, what).repeat(200));
    else if (kind === 'erase') this.#erase(id, where, what);
    else if (section(this.#key).kind !== 'rows') return;
    else if (kind === 'row') addRow(this.doc, fieldsOf(this.#key), this.#mark ? { activity: this.#mark } : {});
    else if (kind === 'remove' && id) this.#removed = removeRow(this.doc, { id }) ?? this.#removed;
    else if (kind === 'restore') this.#restore();
    else if (kind === 'move' && id) moveRow(this.doc, id, what < 0.5 ? 'up' : 'down');
    else if (kind === 'value' && row) setValue(row.map, NUMBER, what < 0.2 ? null : Math.floor(what * 11));
  }

  #restore(): void {
    if (this.#removed) restoreRow(this.doc, this.#removed);
    this.#removed = null;
  }

  #erase(row: string | undefined, where: number, what: number): void {
    const text = this.#follow(row, what);
    if (!text || text.length === 0) return;
    const at = this.#at(row, where, what);
    text.delete(
      Math.min(at, text.length - 1),
      Math.min(1 + Math.floor(what * 20), text.length - Math.min(at, text.length - 1)),
    );
  }

  #at = (row: string | undefined, where: number, what: number): number =>
    Math.floor(where * ((this.#follow(row, what)?.length ?? 0) + 1));

  #follow(row: string | undefined, what: number): Y.Text | null {
    const at: Where =
      section(this.#key).kind === 'text' ? { field: WHOLE } : { field: pick(WORDS[this.#key] ?? [], what), row };
    const text = new WordsPlace(this.doc, this.#key, at).makeText(this);
    if (text !== this.#text) this.#undo.follow(text);
    return (this.#text = text);
  }
}

function fieldsOf(key: SectionKey) {
  const part = section(key);
  return part.kind === 'text' ? {} : part.fields;
}

function pick<T>(from: readonly T[], what: number): T {
  return from[Math.floor(what * 997) % from.length] as T;
}
