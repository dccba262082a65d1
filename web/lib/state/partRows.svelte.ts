import * as Y from 'yjs';
import type { Fields } from '#shared/plan/fields.ts';
import { newRow, PLACE, rowsIn, rowsRoot, type PlacedRow } from '#shared/plan/doc.ts';
import type { Row, Values } from '#shared/plan/plan.ts';
import { lostIn } from './lostWords.ts';
import { addRow, findRow, moveRow, removeRow, restoreRow, type RemovedRow, type Way } from './rows.ts';
import type { Where } from './wordsPlace.ts';

/** A row that somebody else deleted while one stood in it, or after one wrote in it in this window. */
export interface LostRow extends RemovedRow {
  /** The row that stood before it; null: it stood first. */
  after: string | null;
  /** Null while it is gone; when it is back: the words that one had in it and that did not come back with it. */
  left: readonly string[] | null;
}

export interface PartRowsParts {
  fields: Fields;
  doc: () => Y.Doc;
  canWrite: () => boolean;
}

/** What one does with the rows of a part in this window, and what must not be lost when others delete them. */
export class PartRows {
  readonly #parts: PartRowsParts;
  /** Rows that one wrote in. */
  #wroteIn: readonly string[] = [];
  #watched: Y.Doc | null = null;
  /** The row that one stands in. */
  #standsIn: string | null = null;
  /** What the field that one stands in showed last: words that are being composed are nowhere else. */
  #typed: (Where & { words: string }) | null = null;
  #rows: readonly Row[] = [];
  /** How they lay before the change that is told of. */
  #lying: readonly PlacedRow[] = [];
  #deleting: string | null = null;
  /** Rows that were put in under an id that others may put in as well. */
  #addedAgain: readonly { map: Y.Map<unknown>; id: string }[] = [];
  #removed = $state.raw<readonly RemovedRow[]>([]);
  #lost = $state.raw<readonly LostRow[]>([]);

  constructor(parts: PartRowsParts) {
    this.#parts = parts;
  }

  /** Rows deleted in this window, the last one last. */
  get removed(): readonly RemovedRow[] {
    return this.#removed;
  }

  /** Rows that others deleted under one's hands. */
  get lost(): readonly LostRow[] {
    return this.#lost;
  }

  /**
   * Puts a row last, with `values` or empty. Two who add what goes by the same name (`once`) at the same time get one
   * row; where it is there already, it stays as it is. Returns the row's id, or null where I cannot write.
   */
  add(values: Values = {}, once?: string): string | null {
    if (once !== undefined && this.#rows.some(({ id }) => id === once)) return this.#parts.canWrite() ? once : null;
    const id = this.#write((doc) => addRow(doc, this.#parts.fields, values, once));
    const map = once !== undefined && id ? findRow(this.#parts.doc(), once)?.map : undefined;
    if (map && id) this.#addedAgain = [...this.#addedAgain, { map, id }];
    return id;
  }

  /** Moves a row one place; false where it cannot go there. */
  move(id: string, way: Way): boolean {
    return this.#write((doc) => moveRow(doc, id, way)) ?? false;
  }

  /** Deletes a row; it can be brought back for as long as the page lives. */
  delete(id: string): void {
    const row = this.#rows.find((candidate) => candidate.id === id);
    if (!row) return;
    this.#deleting = id;
    const removed = this.#write((doc) => removeRow(doc, row));
    this.#deleting = null;
    if (removed) this.#removed = [...this.#removed, removed];
  }

  /** Brings back a row that was deleted here or by another, unless it is back already. */
  bringBack(id: string): void {
    const gone = [...this.#removed, ...this.#lost].find((row) => row.id === id);
    if (!gone || !this.#parts.canWrite()) return;
    this.dismiss(id);
    const map = this.#write((doc) => restoreRow(doc, gone));
    if (map) this.#addedAgain = [...this.#addedAgain, { map, id }];
  }

  /** No more is said of a row that is gone. */
  dismiss(id: string): void {
    this.#removed = this.#removed.filter((row) => row.id !== id);
    this.#lost = this.#lost.filter((row) => row.id !== id);
  }

  /** One stands in this row now, or in none. */
  standIn(id: string | null): void {
    this.#standsIn = id;
    if (this.#typed?.row !== id) this.#typed = null;
  }

  /** What the field that one writes in shows. */
  seeTyped(where: Where, words: string): void {
    this.#typed = { ...where, words };
  }

  /** To be called after every change of the content, with the rows as they are now. */
  take(rows: readonly Row[]): void {
    const before = this.#rows;
    this.#rows = rows;
    const doc = this.#parts.doc();
    const isSame = doc === this.#watched;
    if (!isSame) this.#watch(doc);
    const here = rows.map(({ id }) => id);
    const gone = isSame ? before.filter(({ id }) => !here.includes(id) && this.#isMine(id)) : [];
    const known = this.#lost.flatMap((row) => this.#returned(row, rows));
    this.#lost = [...known, ...gone.map((row) => this.#keep(row, before))];
    this.#removed = this.#removed.filter(({ id }) => !here.includes(id));
    this.#lying = rowsIn(doc);
    this.#tidy(here);
  }

  /** After a refusal, what was deleted is not. */
  forget(): void {
    this.#removed = [];
    this.#watched = null;
  }

  #write<T>(change: (doc: Y.Doc) => T): T | null {
    const { canWrite, doc } = this.#parts;
    return canWrite() ? doc().transact(() => change(doc())) : null;
  }

  #isMine(id: string): boolean {
    return id !== this.#deleting && (id === this.#standsIn || this.#wroteIn.includes(id));
  }

  #watch(doc: Y.Doc): void {
    this.#watched = doc;
    this.#addedAgain = [];
    rowsRoot(doc).observeDeep((events: Y.YEvent<Y.AbstractType<unknown>>[], { local }) => {
      if (!local) return;
      const touched = events.filter(saysMore).map(({ path }) => path[0]);
      const ids = rowsIn(doc).flatMap(({ index, id }) => (touched.includes(index) ? [id] : []));
      this.#wroteIn = [...this.#wroteIn.filter((id) => !ids.includes(id)), ...ids];
    });
  }

  /** The row as it stood on this screen, with words that were not sent yet. */
  #keep(row: Row, before: readonly Row[]): LostRow {
    const { fields } = this.#parts;
    const typed = this.#typed?.row === row.id && this.#typed.words !== '' ? this.#typed : null;
    const seen: Row = typed ? { ...row, [typed.field]: typed.words } : row;
    const copy = newRow(fields, row.id, seen);
    const lay = this.#lying.find(({ id }) => id === row.id);
    if (lay?.place) copy.set(PLACE, lay.place);
    const after = before[before.findIndex(({ id }) => id === row.id) - 1]?.id ?? null;
    return { id: row.id, row: seen, index: lay?.index ?? before.length, copy, after, left: null };
  }

  /** What is left to say of a row that was lost, when it may be back. */
  #returned(lost: LostRow, rows: readonly Row[]): LostRow[] {
    const back = rows.find(({ id }) => id === lost.id);
    if (!back || lost.left) return [lost];
    const left = lostIn(this.#parts.fields, lost.row, back);
    return left.length ? [{ ...lost, left }] : [];
  }

  /** Two may put in the same row at the same time; whoever sees that theirs is not needed takes it away again. */
  #tidy(here: readonly string[]): void {
    for (const { map, id } of this.#addedAgain) {
      const mine = this.#lying.find((row) => row.map === map);
      if (mine?.id === id) continue;
      this.#addedAgain = this.#addedAgain.filter((other) => other.map !== map);
      if (mine && !here.includes(mine.id)) this.#write((doc) => rowsRoot(doc).delete(mine.index));
    }
  }
}

/** Whether something is written in a row, and it is not only moved. */
function saysMore({ path, keys }: Y.YEvent<Y.AbstractType<unknown>>): boolean {
  return path.length > 1 || [...keys.keys()].some((key) => key !== PLACE);
}
