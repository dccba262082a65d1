import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { uuidv4 } from 'lib0/random';
import * as Y from 'yjs';
import type { Fields } from '#shared/plan/fields.ts';
import { newRow, PLACE, PLACE_LENGTH, rowsIn, rowsInOrder, rowsRoot, type PlacedRow } from '#shared/plan/doc.ts';
import type { Row, Values } from '#shared/plan/plan.ts';

/** One place up the list, or down. */
export type Way = 'up' | 'down';

/** A row that was taken out, with all that stood in it, also what no field of ours shows. */
export interface RemovedRow {
  id: string;
  /** What one read in it. */
  row: Row;
  /** Where it stood in the document. */
  index: number;
  copy: Y.Map<unknown>;
}

/** The row that goes by `id`; null when there is none. */
export function findRow(doc: Y.Doc, id: string): PlacedRow | null {
  return rowsIn(doc).find((row) => row.id === id) ?? null;
}

/** Puts a new row last and returns its id, which it keeps for life. */
export function addRow(doc: Y.Doc, fields: Fields, values: Values = {}, id: string = uuidv4()): string {
  const row = newRow(fields, id, values);
  const rows = rowsInOrder(doc);
  if (placeBetween(lastPlace(rows), null) === null) placeAll(rows);
  row.set(PLACE, placeBetween(lastPlace(rowsInOrder(doc)), null));
  rowsRoot(doc).push([row]);
  return id;
}

/** Takes the row out; null when it is not there. */
export function removeRow(doc: Y.Doc, row: Row): RemovedRow | null {
  const found = findRow(doc, row.id);
  if (!found) return null;
  const copy = found.map.clone();
  rowsRoot(doc).delete(found.index);
  return { id: row.id, row, index: found.index, copy };
}

/** Puts a row that was taken out back where it stood, under the id that it had. Null when it is back already. */
export function restoreRow(doc: Y.Doc, { id, index, copy }: RemovedRow): Y.Map<unknown> | null {
  if (findRow(doc, id)) return null;
  copy.set('id', id);
  const rows = rowsRoot(doc);
  rows.insert(Math.min(index, rows.length), [copy]);
  return copy;
}

/**
 * Moves the row one place. Only places change: the row itself, and what others write in it meanwhile, stays what it is.
 * Returns false where there is no way to go.
 */
export function moveRow(doc: Y.Doc, id: string, way: Way): boolean {
  settle(rowsInOrder(doc));
  const rows = rowsInOrder(doc);
  const from = rows.findIndex((row) => row.id === id);
  const to = way === 'up' ? from - 1 : from + 1;
  const row = rows[from];
  if (!row || !rows[to]) return false;
  const others = rows.toSpliced(from, 1);
  const place = placeBetween(others[to - 1]?.place ?? null, others[to]?.place ?? null);
  if (place === null) placeAll(others.toSpliced(to, 0, row));
  else row.map.set(PLACE, place);
  return true;
}

/** Sets a plain value of a row or form; null takes the answer away. */
export function setValue(map: Y.Map<unknown>, field: string, value: string | number | null): void {
  if (value === null) map.delete(field);
  else if (map.get(field) !== value) map.set(field, value);
}

/** Gives every row a place of its own where it stands. */
function settle(rows: readonly PlacedRow[]): void {
  for (let at = 0; at < rows.length; at++) {
    if (rows[at]?.place !== null) continue;
    const next = rows.slice(at).findIndex(({ place }) => place !== null);
    const run = rows.slice(at, next === -1 ? rows.length : at + next);
    const places = placesBetween(rows[at - 1]?.place ?? null, rows[at + run.length]?.place ?? null, run.length);
    if (!places) return placeAll(rows);
    run.forEach(({ map }, index) => map.set(PLACE, places[index]));
    at += run.length - 1;
  }
}

/** Places them anew, in the order in which they are given. */
function placeAll(rows: readonly PlacedRow[]): void {
  const places = generateNKeysBetween(null, null, rows.length);
  rows.forEach(({ map, place }, index) => {
    if (place !== places[index]) map.set(PLACE, places[index]);
  });
}

const lastPlace = (rows: readonly PlacedRow[]): string | null =>
  rows.findLast(({ place }) => place !== null)?.place ?? null;

const placeBetween = (before: string | null, after: string | null): string | null =>
  placesBetween(before, after, 1)?.[0] ?? null;

/** `count` places between two; null where there are none: between two that are equal, or that a stranger made up. */
function placesBetween(before: string | null, after: string | null, count: number): string[] | null {
  if (before !== null && after !== null && before >= after) return null;
  try {
    const places = count === 1 ? [generateKeyBetween(before, after)] : generateNKeysBetween(before, after, count);
    return places.every((place) => place.length <= PLACE_LENGTH) ? places : null;
  } catch {
    return null;
  }
}
