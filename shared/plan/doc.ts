import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import type { Field, Fields } from './fields.ts';
import { isWords } from './fields.ts';
import type { Plan, Row, Values } from './plan.ts';
import { section, type SectionKey } from './sections.ts';
import * as z from 'zod/mini';

/** The one root type of every document: Y.Text for text, Y.Array of Y.Map for rows, Y.Map for fields. */
export const ROOT = 'content';

/** Longest id of a row that is taken as it is, in characters. */
const ROW_ID_LENGTH = 64;

/** The key of a row that says where it stands among the others: a fractional index. No part of what the row says. */
export const PLACE = 'place';

/** Longest place that is taken for one, in characters. */
export const PLACE_LENGTH = 200;

/** A row as it lies in its document. */
export interface PlacedRow {
  id: string;
  map: Y.Map<unknown>;
  /** In the array, where rows stay where they were put. */
  index: number;
  place: string | null;
}

export const textRoot = (doc: Y.Doc): Y.Text => doc.getText(ROOT);
export const rowsRoot = (doc: Y.Doc): Y.Array<unknown> => doc.getArray(ROOT);
export const fieldsRoot = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(ROOT);

/** The part as plain JSON. What does not fit its field reads as unanswered: bytes of a stranger never stop a reader. */
export function readPart<K extends SectionKey>(key: K, doc: Y.Doc): Plan[K] {
  const part = section(key);
  if (part.kind === 'text') return textRoot(doc).toJSON().toWellFormed() as Plan[K];
  if (part.kind === 'fields') return readValues(part.fields, fieldsRoot(doc)) as Plan[K];
  return readRows(part.fields, doc) as unknown as Plan[K];
}

/** The rows as they lie in the document, which is not the order in which one reads them. */
export function rowsIn(doc: Y.Doc): PlacedRow[] {
  const taken = new Set<string>();
  return rowsRoot(doc)
    .toArray()
    .flatMap((map, index) => {
      if (!(map instanceof Y.Map)) return [];
      const id = rowId(map, taken);
      taken.add(id);
      return [{ id, map, index, place: placeOf(map) }];
    });
}

/**
 * The rows from the first to the last, the same on every replica: by their places, and by the document where two have
 * the same. A row without a place comes right after the one before it in the document, and first where none is.
 */
export function rowsInOrder(doc: Y.Doc): PlacedRow[] {
  const runs: PlacedRow[][] = [[]];
  for (const row of rowsIn(doc)) {
    if (row.place === null) runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  const [first = [], ...placed] = runs;
  return [...first, ...placed.toSorted(([a], [b]) => inOrder(a?.place ?? '', b?.place ?? '')).flat()];
}

/** Puts `value` into a document that nobody has written in. The server does this once, for prepared content. */
export function writePart<K extends SectionKey>(key: K, doc: Y.Doc, value: Plan[K]): void {
  const part = section(key);
  doc.transact(() => {
    if (part.kind === 'text') textRoot(doc).insert(0, value as string);
    else if (part.kind === 'fields') fillMap(fieldsRoot(doc), part.fields, value as Values);
    else rowsRoot(doc).push(placed((value as unknown as Row[]).map((row) => newRow(part.fields, row.id, row))));
  });
}

/** A new row with all its texts in place, so that two who write in it at once write in the same text. */
export function newRow(fields: Fields, id: string, values: Values = {}): Y.Map<unknown> {
  return fillMap(new Y.Map(), fields, values, id);
}

/**
 * The id that a row goes by, from the document to the FHIR resource: its own where it has one that no row before it
 * has, else one made of its place in the document, which is the same for everyone.
 */
export function rowId(map: Y.Map<unknown>, taken: ReadonlySet<string> = new Set()): string {
  const own = map.get('id');
  if (typeof own === 'string' && own !== '' && own.length <= ROW_ID_LENGTH && !taken.has(own))
    return own.toWellFormed();
  const item = map._item;
  return item ? `${item.id.client}-${item.id.clock}` : '';
}

/** Rows that stand in this order also when two people move them at the same time. */
function placed(rows: Y.Map<unknown>[]): Y.Map<unknown>[] {
  const places = generateNKeysBetween(null, null, rows.length);
  rows.forEach((row, index) => row.set(PLACE, places[index]));
  return rows;
}

function placeOf(map: Y.Map<unknown>): string | null {
  const place = map.get(PLACE);
  return typeof place === 'string' && place !== '' && place.length <= PLACE_LENGTH ? place : null;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Two who bring a row back at the same time put it there twice: it is read once, unless they say different things. */
function readRows(fields: Fields, doc: Y.Doc): Row[] {
  const rows = rowsInOrder(doc).map(({ id, map }) => ({ id, claimed: map.get('id'), values: readValues(fields, map) }));
  const firsts = new Map(rows.map(({ id, values }) => [id, JSON.stringify(values)]));
  return rows
    .filter(({ id, claimed, values }) => {
      const first = typeof claimed === 'string' && claimed !== id ? firsts.get(claimed) : undefined;
      return first === undefined || first !== JSON.stringify(values);
    })
    .map(({ id, values }) => ({ id, ...values }));
}

function fillMap(map: Y.Map<unknown>, fields: Fields, values: Values, id?: string): Y.Map<unknown> {
  if (id !== undefined) map.set('id', id);
  for (const [key, field] of Object.entries(fields)) {
    const value = values[key];
    if (isWords(field)) map.set(key, new Y.Text(typeof value === 'string' ? value : ''));
    else if (value !== null && value !== undefined) map.set(key, value);
  }
  return map;
}

function readValues(fields: Fields, map: Y.Map<unknown>): Values {
  const entries = Object.entries(fields).map(([key, field]) => {
    const value = map.get(key);
    if (isWords(field)) return [key, wordsIn(value)];
    const parsed = z.safeParse(field.shape, valueIn(field, value));
    return [key, parsed.success ? parsed.data : null];
  });
  return Object.fromEntries(entries) as Values;
}

/** Half a character, which no honest client makes, would have no hash and no place in an export. */
function wordsIn(value: unknown): string {
  const words = value instanceof Y.Text ? value.toJSON() : value;
  return typeof words === 'string' ? words.toWellFormed() : '';
}

/** A plain value, however a stranger's client put it: as words that several may write, or a number as its digits. */
function valueIn(field: Field, value: unknown): unknown {
  const plain = value instanceof Y.Text ? value.toJSON() : (value ?? null);
  if (field.control === 'number' && typeof plain === 'string' && /^\d{1,4}$/.test(plain)) return Number(plain);
  return field.control === 'choice' && typeof plain === 'number' ? String(plain) : plain;
}
