import { uuidv4 } from 'lib0/random';
import * as Y from 'yjs';
import type { Fields } from '#shared/plan/fields.ts';
import { newRow, rowId, rowsRoot } from '#shared/plan/doc.ts';
import type { Row, Values } from '#shared/plan/plan.ts';

/** A row that was taken out, with all that stood in it, also what no field of ours shows. */
export interface RemovedRow {
  id: string;
  /** What one read in it. */
  row: Row;
  /** Where it stood. */
  index: number;
  copy: Y.Map<unknown>;
}

/** The row that goes by `id`, and its place; null when there is none. */
export function findRow(doc: Y.Doc, id: string): { map: Y.Map<unknown>; index: number } | null {
  const taken = new Set<string>();
  for (const [index, map] of rowsRoot(doc).toArray().entries()) {
    if (!(map instanceof Y.Map)) continue;
    const found = rowId(map, taken);
    if (found === id) return { map, index };
    taken.add(found);
  }
  return null;
}

/** Puts a new row last and returns its id, which it keeps for life. */
export function addRow(doc: Y.Doc, fields: Fields, values: Values = {}): string {
  const id = uuidv4();
  rowsRoot(doc).push([newRow(fields, id, values)]);
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

/** Puts a row that was taken out back where it stood, under the id that it had. */
export function restoreRow(doc: Y.Doc, { id, index, copy }: RemovedRow): void {
  if (findRow(doc, id)) return;
  copy.set('id', id);
  const rows = rowsRoot(doc);
  rows.insert(Math.min(index, rows.length), [copy]);
}

/** Sets a plain value of a row or form; null takes the answer away. */
export function setValue(map: Y.Map<unknown>, field: string, value: string | number | null): void {
  if (value === null) map.delete(field);
  else if (map.get(field) !== value) map.set(field, value);
}
