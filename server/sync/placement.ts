import * as Y from 'yjs';
import { NESTING } from './limits.ts';
import type { Struct } from './updateBytes.ts';

/** What is new of one client, in the order of its clocks, and how deep each of it stands below the root. */
interface Run {
  structs: Struct[];
  depths: number[];
}

export type Placement = 'fits' | 'points nowhere' | 'too deep';

/**
 * Whether every new struct finds what it points to: in the document, or among what is new and can be put in before it.
 * Otherwise Yjs would keep it aside, and put it in later, in the middle of somebody else's change.
 */
export function placementOf(fresh: readonly Struct[], doc: Y.Doc): Placement {
  const runs = new Map<number, Run>();
  for (const struct of fresh) {
    const run = runs.get(struct.id.client) ?? { structs: [], depths: [] };
    run.structs.push(struct);
    runs.set(struct.id.client, run);
  }
  const depthAt = (id: Y.ID): number | null => depthOfKnown(id, doc) ?? depthOfNew(id, runs.get(id.client));
  for (let placed = -1, before = -2; placed > before;) {
    before = placed;
    placed = 0;
    for (const run of runs.values()) {
      advance(run, depthAt);
      placed += run.depths.length;
    }
    if (placed === fresh.length)
      return [...runs.values()].some(({ depths }) => depths.some((depth) => depth > NESTING)) ? 'too deep' : 'fits';
  }
  return 'points nowhere';
}

/** Puts in as many of the client's structs as find what they point to. */
function advance({ structs, depths }: Run, depthAt: (id: Y.ID) => number | null): void {
  for (let next = structs[depths.length]; next; next = structs[depths.length]) {
    const depth = depthOf(next, depthAt);
    if (depth === null) return;
    depths.push(depth);
  }
}

/** Null when something that it points to is not there (yet). */
function depthOf(struct: Struct, depthAt: (id: Y.ID) => number | null): number | null {
  if (!(struct instanceof Y.Item)) return 0;
  const { origin, rightOrigin, parent } = struct;
  const siblings = [origin, rightOrigin].filter((id) => id !== null).map(depthAt);
  if (siblings.includes(null)) return null;
  const above = parent instanceof Y.ID ? depthAt(parent) : -1;
  if (above === null) return null;
  return siblings[0] ?? above + 1;
}

function depthOfKnown(id: Y.ID, doc: Y.Doc): number | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return null;
  const struct: unknown = Y.getItem(doc.store, id);
  let depth = 0;
  let parent = struct instanceof Y.Item ? struct.parent : null;
  while (parent instanceof Y.AbstractType && parent._item) {
    depth += 1;
    parent = parent._item.parent;
  }
  return depth;
}

function depthOfNew(id: Y.ID, run: Run | undefined): number | null {
  if (!run) return null;
  let [low, high] = [0, run.depths.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = run.structs[middle];
    if (!struct) return null;
    if (id.clock < struct.id.clock) high = middle - 1;
    else if (id.clock >= struct.id.clock + struct.length) low = middle + 1;
    else return run.depths[middle] ?? null;
  }
  return null;
}

/**
 * Whether each new item, now that it is in the document, stands between its neighbours. One that names them the wrong
 * way round, or in two different lists, ends up in another place on every replica.
 */
export function standBetween(fresh: readonly Struct[], doc: Y.Doc): boolean {
  const items = fresh.filter((struct) => struct instanceof Y.Item);
  // From the end that is nearer to the neighbour, so that new items in a row are gone past once.
  return standOn(items, 'left', doc) && standOn(items.toReversed(), 'right', doc);
}

function standOn(items: readonly Y.Item[], way: 'left' | 'right', doc: Y.Doc): boolean {
  const seen = new Map<Y.Item, Set<Y.Item>>();
  return items.every(({ id, origin, rightOrigin }) => {
    const neighbour = way === 'left' ? origin : rightOrigin;
    if (!neighbour) return true;
    const [from, to]: unknown[] = [Y.getItem(doc.store, id), Y.getItem(doc.store, neighbour)];
    // What has been thrown away stands nowhere.
    if (!(from instanceof Y.Item) || !(to instanceof Y.Item)) return true;
    if (from === to) return way === 'left' ? neighbour.clock < id.clock : neighbour.clock > id.clock;
    const there = seen.get(to) ?? new Set();
    seen.set(to, there);
    let at: Y.Item | null = from;
    while (at !== null && at !== to && !there.has(at)) at = at[way];
    there.add(from);
    return at !== null;
  });
}
