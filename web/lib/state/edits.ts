/** One change of a text: at `at`, take `remove` characters away and put `insert` in their place. */
export interface Edit {
  at: number;
  remove: number;
  insert: string;
}

/** What a text event of Yjs says of a change, piece by piece from the start of the text. */
export type Delta = readonly { retain?: number | undefined; delete?: number | undefined; insert?: unknown }[];

/**
 * The smallest edit that makes `after` of `before`. Where several do (an `a` more in `aaa`), the one that ends at
 * `caret`, the place in `after` where its writer stands. Never splits a character that has two code units.
 */
export function smallestEdit(before: string, after: string, caret: number): Edit {
  const shorter = Math.min(before.length, after.length);
  let end = commonEnd(before, after, Math.min(shorter, Math.max(0, after.length - caret)));
  let start = commonStart(before, after, shorter - end);
  end += commonEnd(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
    shorter - start - end,
  );
  if (splitsPair(before, start) || splitsPair(after, start)) start -= 1;
  if (splitsPair(before, before.length - end) || splitsPair(after, after.length - end)) end -= 1;
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) };
}

/** The place in the text after the edit that was at `index` before it. */
export function follow(index: number, { at, remove, insert }: Edit): number {
  if (index <= at) return index;
  return index >= at + remove ? index - remove + insert.length : at;
}

/**
 * For each place of a text after `deltas`, the place that the character had before them, or -1 for a new one.
 * `length` is that of the text before.
 */
export function traced(length: number, deltas: readonly Delta[]): number[] {
  let origins = Array.from({ length }, (_, index) => index);
  for (const delta of deltas) {
    const next: number[] = [];
    let at = 0;
    for (const piece of delta) {
      if (piece.retain !== undefined) for (const end = at + piece.retain; at < end; at++) next.push(origins[at] ?? -1);
      else if (piece.delete !== undefined) at += piece.delete;
      else for (let left = typeof piece.insert === 'string' ? piece.insert.length : 1; left > 0; left--) next.push(-1);
    }
    for (; at < origins.length; at++) next.push(origins[at] ?? -1);
    origins = next;
  }
  return origins;
}

/**
 * An edit of a text that others have changed meanwhile, as edits of the text as it is now (its places traced by
 * `origins`), to be made in this order. Only characters that the writer saw are taken away. `caret` is the place after
 * the inserted words when all is done.
 */
export function rebased({ at, remove, insert }: Edit, origins: readonly number[]): { edits: Edit[]; caret: number } {
  const before = origins.findLastIndex((origin) => origin !== -1 && origin < at) + 1;
  const edits: Edit[] = [];
  for (let index = origins.length - 1; index >= before; index--) {
    const origin = origins[index] ?? -1;
    if (origin >= at && origin < at + remove) edits.push({ at: index, remove: 1, insert: '' });
  }
  return { edits: [...joined(edits), { at: before, remove: 0, insert }], caret: before + insert.length };
}

/** Removals of neighbours, given from the last to the first, as one each. */
function joined(removals: readonly Edit[]): Edit[] {
  const runs: Edit[] = [];
  for (const { at, remove } of removals) {
    const last = runs.at(-1);
    if (last && at + remove === last.at) runs[runs.length - 1] = { at, remove: last.remove + remove, insert: '' };
    else runs.push({ at, remove, insert: '' });
  }
  return runs;
}

/** The edit as Yjs would tell of it. */
export function deltaOf({ at, remove, insert }: Edit): Delta {
  return [{ retain: at }, { delete: remove }, { insert }];
}

/** Where the last change of the delta ends: there one goes on writing after an undo. */
export function endOfChange(delta: Delta): number {
  let at = 0;
  let end = 0;
  for (const piece of delta) {
    if (piece.retain !== undefined) at += piece.retain;
    else end = at += typeof piece.insert === 'string' ? piece.insert.length : 0;
  }
  return end;
}

function commonStart(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

function splitsPair(text: string, index: number): boolean {
  const code = text.charCodeAt(index - 1);
  const next = text.charCodeAt(index);
  return code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000;
}
