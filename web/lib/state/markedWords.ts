/** Some words, and whether the other text has others in their place. */
export interface Piece {
  words: string;
  changed: boolean;
}

/** Words on each side of a change that are shown with it. */
const AROUND = 6;
/** Of what is new or gone at most so many words are shown. */
const MOST = 60;
/** More pairs of words than this are not compared one by one: then all between the equal ends has changed. */
const MOST_PAIRS = 250_000;

/** Whether the two say the same, white space aside. */
export function onlySpacesDiffer(before: string, after: string): boolean {
  return before.replace(/\s+/g, '') === after.replace(/\s+/g, '');
}

/** Both texts, cut to what one says and the other does not, with some words around; a side that has nothing of its own is empty. */
export function markedWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const kept = keptIn(was, is);
  return { before: shown(was, kept.before), after: shown(is, kept.after) };
}

/** At most so many words of a text that is not compared with another. */
export function firstWords(text: string, most = MOST): string {
  const words = wordsOf(text);
  return words.length > most ? `${words.slice(0, most).join('').trimEnd()} …` : text.trim();
}

/** Each with the white space after it. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** Which words of each stand in the other as well, in the same order. */
function keptIn(was: readonly string[], is: readonly string[]): { before: boolean[]; after: boolean[] } {
  const isSame = (a: number, b: number) => was[a]!.trim() === is[b]!.trim();
  const before = was.map(() => false);
  const after = is.map(() => false);
  let start = 0;
  while (start < was.length && start < is.length && isSame(start, start)) start++;
  let [endA, endB] = [was.length, is.length];
  while (endA > start && endB > start && isSame(endA - 1, endB - 1)) [endA, endB] = [endA - 1, endB - 1];
  before.fill(true, 0, start).fill(true, endA);
  after.fill(true, 0, start).fill(true, endB);
  const pairs = longestCommon({ start, endA, endB }, isSame);
  for (const [a, b] of pairs.filter((pair, at) => isNoIsland(pairs, at, pair))) {
    before[a] = true;
    after[b] = true;
  }
  return { before, after };
}

/** A single word that happens to be the same amid others would only make the reader stumble. */
function isNoIsland(pairs: readonly Pair[], at: number, [a, b]: Pair): boolean {
  const follows = (one: Pair | undefined, [x, y]: Pair) => one?.[0] === x && one[1] === y;
  return follows(pairs[at - 1], [a - 1, b - 1]) || follows(pairs[at + 1], [a + 1, b + 1]);
}

type Pair = readonly [number, number];

/** Where the words stand that both have between `start` and their ends. */
function longestCommon(
  { start, endA, endB }: { start: number; endA: number; endB: number },
  isSame: (a: number, b: number) => boolean,
): Pair[] {
  const [n, m] = [endA - start, endB - start];
  if (n * m === 0 || n * m > MOST_PAIRS) return [];
  const width = m + 1;
  const lengths = new Uint32Array((n + 1) * width);
  for (let a = n - 1; a >= 0; a--)
    for (let b = m - 1; b >= 0; b--)
      lengths[a * width + b] = isSame(start + a, start + b)
        ? lengths[(a + 1) * width + b + 1]! + 1
        : Math.max(lengths[(a + 1) * width + b]!, lengths[a * width + b + 1]!);
  const pairs: Pair[] = [];
  for (let [a, b] = [0, 0]; a < n && b < m;) {
    if (isSame(start + a, start + b)) pairs.push([start + a++, start + b++]);
    else if (lengths[(a + 1) * width + b]! >= lengths[a * width + b + 1]!) a++;
    else b++;
  }
  return pairs;
}

function shown(words: readonly string[], kept: readonly boolean[]): Piece[] {
  if (kept.every((isKept) => isKept)) return [];
  const runs: { words: string[]; changed: boolean }[] = [];
  for (const [at, word] of words.entries()) {
    const changed = !kept[at];
    const last = runs.at(-1);
    if (last?.changed === changed) last.words.push(word);
    else runs.push({ words: [word], changed });
  }
  return runs.map(({ words: run, changed }, at) => ({
    words: changed ? cut(run, MOST / 2, MOST / 2) : cut(run, at > 0 ? AROUND : 0, at < runs.length - 1 ? AROUND : 0),
    changed,
  }));
}

/** The first and the last words of a run, where it is longer than both and some. */
function cut(run: readonly string[], head: number, tail: number): string {
  if (run.length <= head + tail + 2) return run.join('');
  const first = head > 0 ? `${run.slice(0, head).join('').trimEnd()} ` : '';
  const last = tail > 0 ? ` ${run.slice(run.length - tail).join('')}` : '';
  return `${first}…${last}`;
}
