import * as Y from 'yjs';
import { fieldsRoot, ROOT, rowsRoot, textRoot } from '#shared/plan/doc.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { findRow } from './rows.ts';

/** Which words of a part: a field, of a row where there are rows. The one text of a text part is the field `content`. */
export interface Where {
  field: string;
  row?: string | undefined;
}

/** The field that stands for the whole of a text part. */
export const WHOLE = ROOT;

/** Stands for something in a text that is not words, so that places in the words and in the text agree. */
const NOT_WORDS = '\uFFFC';

/**
 * Where some words of a part live: in a Y.Text, as every document of ours has it, or in a plain string, or nowhere yet,
 * as a foreign client may leave it.
 */
export class WordsPlace {
  readonly doc: Y.Doc;
  readonly #key: SectionKey;
  readonly #where: Where;

  constructor(doc: Y.Doc, key: SectionKey, where: Where) {
    this.doc = doc;
    this.#key = key;
    this.#where = where;
  }

  /** The shared text; null when there is none. */
  get text(): Y.Text | null {
    if (section(this.#key).kind === 'text') return textRoot(this.doc);
    const value = this.#map()?.get(this.#where.field);
    return value instanceof Y.Text ? value : null;
  }

  /** The words as they stand, one character for each place of the text; empty when there are none. */
  get words(): string {
    const text = this.text;
    if (text) return wordsOf(text);
    const value = this.#map()?.get(this.#where.field);
    return typeof value === 'string' ? value : '';
  }

  /** The shared text; makes one, with the words that stand there, where there is none. Null when the row is gone. */
  makeText(origin: object): Y.Text | null {
    const known = this.text;
    if (known) return known;
    const map = this.#map();
    if (!map) return null;
    const text = new Y.Text(this.words);
    this.doc.transact(() => map.set(this.#where.field, text), origin);
    return text;
  }

  /** Calls `happened` after every change in the part; returns the way to stop it. */
  observe(happened: (events: readonly Y.YEvent<Y.Text>[], transaction: Y.Transaction) => void): () => void {
    const root = this.#root() as Y.AbstractType<unknown>;
    const listener = (events: Y.YEvent<Y.Text>[], transaction: Y.Transaction) => happened(events, transaction);
    root.observeDeep(listener);
    return () => root.unobserveDeep(listener);
  }

  #root(): Y.Text | Y.Map<unknown> | Y.Array<unknown> {
    const { kind } = section(this.#key);
    if (kind === 'text') return textRoot(this.doc);
    return kind === 'fields' ? fieldsRoot(this.doc) : rowsRoot(this.doc);
  }

  #map(): Y.Map<unknown> | null {
    const part = section(this.#key);
    if (part.kind === 'fields') return fieldsRoot(this.doc);
    return part.kind === 'rows' && this.#where.row ? (findRow(this.doc, this.#where.row)?.map ?? null) : null;
  }
}

/** Almost always the text as it is. */
function wordsOf(text: Y.Text): string {
  const words = text.toJSON();
  if (words.length === text.length) return words;
  const pieces = text.toDelta() as { insert: unknown }[];
  return pieces.map(({ insert }) => (typeof insert === 'string' ? insert : NOT_WORDS)).join('');
}
