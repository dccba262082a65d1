import * as Y from 'yjs';
import { ROOT } from '#shared/plan/doc.ts';
import type { Deletion, Struct } from './updateBytes.ts';

/** Steps that each new struct takes besides the search for its place: to be read, checked, put in and tidied up. */
const STRUCT_STEPS = 45;
/** Further ones for what has a place in a map, or is a list or map itself. */
const STRUCTURE_STEPS = 45;
/** Steps to go past one other item in the search for a place. */
const PASSING_STEPS = 2;
/** Steps to cut in two what is known, and one more for each so many structs of the same client, which move over. */
const CUT_STEPS = 30;
const MOVED_PER_STEP = 200;

/** Where something ends up to the right of: an item's last character, or the beginning of a list. */
type Key = string;

/**
 * The most steps, of a tenth of a microsecond or so, that Yjs may take to put in the items and take out what is deleted,
 * counted no further than `limit`.
 *
 * An item goes between the neighbours that it had when it was written. Where these stand side by side, it goes between
 * them. Where others stand there now, Yjs goes past them one by one: a few when two wrote in the same place, millions
 * when somebody has made it so (2,000 items among 20,000 in one place take seven seconds). Then all that is known there
 * is counted, and all that is new, for that may stand there too.
 */
export function stepsToPut(
  fresh: readonly Struct[],
  deletions: readonly Deletion[],
  doc: Y.Doc,
  limit: number,
): number {
  const items = fresh.filter((struct) => struct instanceof Y.Item);
  const [order, cuts] = [new Order(doc), new Cuts(doc)];
  let steps = fresh.length * STRUCT_STEPS;
  for (const { client, clock, len } of deletions) {
    if (steps > limit) break;
    steps += cuts.stepsBehind(client, clock - 1) + cuts.stepsBehind(client, clock + len - 1);
  }
  for (const item of inTurn(fresh, doc)) {
    if (steps > limit) break;
    if (!(item instanceof Y.Item)) continue;
    if (item.parentSub !== null || item.content instanceof Y.ContentType) steps += STRUCTURE_STEPS;
    if (item.origin) steps += cuts.stepsBehind(item.origin.client, item.origin.clock);
    // Among what is new are the items, and the pieces that they have cut.
    if (!order.put(item)) steps += PASSING_STEPS * (stepsPastKnown(item, doc, limit - steps) + 2 * items.length);
  }
  return steps;
}

/** The structs in an order in which each comes after what it points to, as far as there is one. */
function* inTurn(fresh: readonly Struct[], doc: Y.Doc): Generator<Struct> {
  const ends = new Map<number, number>();
  const isThere = (id: unknown) =>
    !(id instanceof Y.ID) || id.clock < Math.max(Y.getState(doc.store, id.client), ends.get(id.client) ?? 0);
  const queues = Map.groupBy(fresh, ({ id }) => id.client);
  const places = new Map<number, number>();
  for (let [done, before] = [0, -1]; done > before;) {
    before = done;
    for (const [client, queue] of queues) {
      let at = places.get(client) ?? 0;
      for (let next = queue[at]; next; next = queue[++at]) {
        if (next instanceof Y.Item && ![next.origin, next.rightOrigin, next.parent].every(isThere)) break;
        yield next;
        ends.set(client, next.id.clock + next.length);
        done += 1;
      }
      places.set(client, at);
    }
  }
}

/** What is known and cut in two, because something is put into it, or only a part of it is deleted. */
class Cuts {
  readonly #doc: Y.Doc;
  #count = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** None where an end is already, or nothing is known. */
  stepsBehind(client: number, clock: number): number {
    const structs = this.#doc.store.clients.get(client);
    if (!structs || clock < 0 || clock >= Y.getState(this.#doc.store, client)) return 0;
    const struct = structs[Y.findIndexSS(structs, clock)];
    if (!struct || struct.id.clock + struct.length - 1 === clock) return 0;
    this.#count += 1;
    return CUT_STEPS + Math.ceil((structs.length + this.#count) / MOVED_PER_STEP);
  }
}

/** What stands right of what, as far as the new items tell; anything else is as it is in the document. */
class Order {
  readonly #doc: Y.Doc;
  /** Null is the end; undefined, where the key is there, says that it is not known any more. */
  readonly #next = new Map<Key, Key | null | undefined>();
  /** The beginning of the list that a new item is the first in. */
  readonly #starts = new Map<Key, Key>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** Whether the item's neighbours stand side by side at this moment; the item stands between them from now on. */
  put(item: Y.Item): boolean {
    const { id, length, origin, rightOrigin } = item;
    const left = origin ? keyOf(origin) : this.#startOf(item);
    const right = rightOrigin ? keyOf(rightOrigin) : null;
    const isBetween = left !== null && this.#after(left, item) === right;
    // Where it comes to stand among others is not known. What is written right behind it follows it all the same.
    if (left !== null) this.#next.set(left, isBetween ? keyOf(id) : undefined);
    if (left !== null && !origin) this.#starts.set(keyOf(id), left);
    this.#next.set(`${id.client}:${id.clock + length - 1}`, right);
    return isBetween;
  }

  #after(left: Key, { origin, rightOrigin, parent, parentSub }: Y.Item): Key | null | undefined {
    if (this.#next.has(left)) return this.#next.get(left);
    if (!origin) return firstIn(knownAt(rightOrigin, this.#doc)?.parent ?? typeOf(parent, this.#doc), parentSub);
    const known = knownAt(origin, this.#doc);
    // In the middle of what is one struct, the next character follows.
    if (!known || known.id.clock + known.length - 1 > origin.clock) return `${origin.client}:${origin.clock + 1}`;
    return known.right ? keyOf(known.right.id) : null;
  }

  /** The beginning of the list, or of the values of a key, that the item is the first in; null when nothing says which. */
  #startOf({ rightOrigin, parent, parentSub }: Y.Item): Key | null {
    const right = knownAt(rightOrigin, this.#doc);
    const within: unknown = right?.parent ?? parent;
    const key = right?.parentSub ?? parentSub ?? '';
    if (within instanceof Y.AbstractType) return `^ ${within._item ? keyOf(within._item.id) : ROOT} ${key}`;
    if (within instanceof Y.ID) return `^ ${keyOf(within)} ${key}`;
    if (typeof within === 'string') return `^ ${within} ${key}`;
    return rightOrigin ? (this.#starts.get(keyOf(rightOrigin)) ?? null) : null;
  }
}

const keyOf = ({ client, clock }: Y.ID): Key => `${client}:${clock}`;

function firstIn(type: unknown, key: string | null): Key | null {
  if (!(type instanceof Y.AbstractType)) return null;
  if (key === null) return type._start ? keyOf(type._start.id) : null;
  // Nobody sets a field as the first who knows that it has a value.
  const last = type._map.get(key);
  return last ? keyOf(last.id) : null;
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
