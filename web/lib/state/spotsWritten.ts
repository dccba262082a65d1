import * as Y from 'yjs';
import { PLACE, textRoot } from '#shared/plan/doc.ts';
import type { Part } from '#shared/plan/declaration.ts';

/** Where in a part something was written. The place in a text stays with its neighbours while others write on. */
export type Spot =
  { kind: 'text'; at: Y.RelativePosition } | { kind: 'row'; id: string } | { kind: 'field'; field: string };

/** A name for the place; a text is one place, for whoever writes there pauses as a whole. */
export function keyOf(spot: Spot): string {
  return spot.kind === 'text' ? '' : spot.kind === 'row' ? spot.id : spot.field;
}

type Event = Y.YEvent<Y.AbstractType<unknown>>;

/** The places that the events, of one transaction on the root of a part, have written in. Rows that were only moved are not among them. */
export function spotsIn(kind: Part['kind'], events: readonly Event[]): Spot[] {
  if (kind === 'text')
    return events.flatMap(({ target, delta }) => textSpot(target as unknown as Y.Text, delta as Delta));
  if (kind === 'fields') return [...new Set(events.flatMap(fieldsOf))].map((field): Spot => ({ kind: 'field', field }));
  return [...new Set(events.flatMap(rowsOf))].map((id): Spot => ({ kind: 'row', id }));
}

type Delta = readonly { insert?: unknown; retain?: number; delete?: number }[];

function textSpot(text: Y.Text, delta: Delta): Spot[] {
  let index = 0;
  let end: number | null = null;
  for (const { insert, retain, delete: gone } of delta) {
    if (retain !== undefined) index += retain;
    if (typeof insert === 'string') index += insert.length;
    if (typeof insert === 'string' || gone !== undefined) end = index;
  }
  return end === null ? [] : [{ kind: 'text', at: Y.createRelativePositionFromTypeIndex(text, end, -1) }];
}

function fieldsOf({ path, keys }: Event): string[] {
  return path.length ? [String(path[0])] : [...keys.keys()];
}

function rowsOf({ path, keys, target, delta }: Event): string[] {
  if (path.length === 0) {
    const inserted = (delta as Delta).flatMap(({ insert }) => (Array.isArray(insert) ? (insert as unknown[]) : []));
    return inserted.flatMap(idOf);
  }
  const isMoved = path.length === 1 && [...keys.keys()].every((key) => key === PLACE);
  if (isMoved) return [];
  return idOf(path.length === 1 ? target : target.parent);
}

function idOf(row: unknown): string[] {
  const id: unknown = row instanceof Y.Map ? row.get('id') : null;
  return typeof id === 'string' ? [id] : [];
}

const SENTENCE_ENDS = /(?<=[.!?…])\s+|\n+/g;

/** The sentence, or the line, that the place is at the end of or within; empty when nothing stands there. */
export function sentenceAt(doc: Y.Doc, at: Y.RelativePosition): string {
  const index = Y.createAbsolutePositionFromRelativePosition(at, doc)?.index ?? 0;
  const words = textRoot(doc).toJSON();
  let from = 0;
  for (const { index: end, 0: gap } of words.matchAll(SENTENCE_ENDS)) {
    if (end >= index && words.slice(from, end).trim()) return words.slice(from, end).trim();
    from = end + gap.length;
  }
  return words.slice(from).trim() || words.slice(0, from).trim().split(SENTENCE_ENDS).at(-1) || '';
}
