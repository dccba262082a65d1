import * as Y from 'yjs';
import { ROOT } from '#shared/plan/doc.ts';

/**
 * The most steps that Yjs may take to find the places of new items, counted no further than `limit`.
 *
 * An item goes between the neighbours that it had when it was written. Where others stand there now, Yjs goes past them
 * one by one: a few when two wrote in the same place, millions when somebody has made it so (2,000 items among 20,000 in
 * one place take seven seconds). Only an item whose place is taken, or that shares its place with another new one, goes
 * past anything: what stands there already, and at most all that is new.
 */
export function stepsToPlace(items: readonly Y.Item[], doc: Y.Doc, limit: number): number {
  const sharing = new Map<string, number>();
  for (const item of items) sharing.set(placeOf(item), (sharing.get(placeOf(item)) ?? 0) + 1);
  let steps = 0;
  for (const item of items) {
    if (steps > limit) break;
    const past = stepsPastKnown(item, doc, limit - steps);
    if (past > 0 || sharing.get(placeOf(item)) !== 1) steps += past + items.length;
  }
  return steps;
}

/** Where an item's search begins: after its left neighbour, else at the beginning of a list or of a key's values. */
function placeOf({ origin, rightOrigin, parent, parentSub }: Y.Item): string {
  if (origin) return `${origin.client}:${origin.clock}`;
  const within: unknown = parent ?? rightOrigin;
  return `^ ${within instanceof Y.ID ? `${within.client}:${within.clock}` : String(within)} ${parentSub ?? ''}`;
}

function stepsPastKnown(item: Y.Item, doc: Y.Doc, limit: number): number {
  const right = knownAt(item.rightOrigin, doc);
  if (item.origin) {
    const left = knownAt(item.origin, doc);
    return left === right ? 0 : stepsFrom(left?.right ?? null, 'right', right, limit);
  }
  const parent = item.rightOrigin ? right?.parent : typeOf(item.parent, doc);
  if (!(parent instanceof Y.AbstractType)) return 0;
  const key = item.rightOrigin ? (right?.parentSub ?? null) : item.parentSub;
  // Of the values of a key only the last is at hand; Yjs goes back to the first one, and forth again.
  return key === null
    ? stepsFrom(parent._start, 'right', right, limit)
    : stepsFrom(parent._map.get(key) ?? null, 'left', null, limit);
}

function stepsFrom(start: Y.Item | null, way: 'left' | 'right', end: Y.Item | null, limit: number): number {
  let steps = 0;
  for (let at = start; at !== null && at !== end && steps <= limit; at = at[way]) steps += 1;
  return steps;
}

/** The type that an item of an update names as its parent, by the root's name or by the id of a known item. */
function typeOf(parent: unknown, doc: Y.Doc): unknown {
  if (parent === ROOT) return doc.share.get(ROOT);
  const item = parent instanceof Y.ID ? knownAt(parent, doc) : null;
  return item?.content instanceof Y.ContentType ? item.content.type : null;
}

function knownAt(id: Y.ID | null, doc: Y.Doc): Y.Item | null {
  if (!id || id.clock >= Y.getState(doc.store, id.client)) return null;
  const struct: unknown = Y.getItem(doc.store, id);
  return struct instanceof Y.Item ? struct : null;
}
