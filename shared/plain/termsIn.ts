/** Some of a text: as it stands, and what term it is, if any. The pieces joined are the text. */
export interface Piece<T> {
  words: string;
  term: T | null;
}

type Find<T> = (text: string) => Piece<T>[];

/** Forms that begin with the same word, and whose each of them is. */
interface Group<T> {
  forms: readonly string[];
  /** Made when a text first has the word: there are hundreds, and few are met. */
  pattern: RegExp | null;
  owners: Map<string, T>;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** What comes right before a word that is the rest of a longer one: a hyphen in it, or a dot of an abbreviation. */
const JOINED = /[\p{L}\p{N}][-‐‑.]$/u;
/** A word ends here, and is not the first part of a longer one. */
const END = '(?![\\p{L}\\p{N}]|[-‐‑][\\p{L}\\p{N}])';

/**
 * Finds terms in text, whichever way it is made up of capitals and spaces: whole words only, with a genitive s or
 * without, the longest where several begin at the same place. What is part of a longer word is left alone.
 */
export function finderOf<T extends { forms: readonly string[] }>(terms: readonly T[]): Find<T> {
  const groups = groupsOf(terms);
  return (text) => {
    const pieces: Piece<T>[] = [];
    let told = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const group = index < told ? undefined : groupOf(word, groups);
      if (!group || JOINED.test(text.slice(Math.max(0, index - 2), index))) continue;
      const met = meetAt(group, text, index);
      if (!met) continue;
      if (index > told) pieces.push({ words: text.slice(told, index), term: null });
      pieces.push(met);
      told = index + met.words.length;
    }
    if (told < text.length) pieces.push({ words: text.slice(told), term: null });
    return pieces;
  };
}

function groupsOf<T extends { forms: readonly string[] }>(terms: readonly T[]): Map<string, Group<T>> {
  const owners = new Map<string, T>();
  for (const term of terms)
    for (const form of term.forms) if (!owners.has(plainly(form))) owners.set(plainly(form), term);
  const forms = new Map<string, string[]>();
  for (const form of owners.keys()) {
    const [first = form] = form.match(WORD) ?? [];
    forms.set(first, [...(forms.get(first) ?? []), form]);
  }
  return new Map([...forms].map(([first, some]) => [first, { forms: some, pattern: null, owners }]));
}

/** The form stands in the first group, so that whose it is can be looked up without what may follow. */
function patternOf(forms: readonly string[]): RegExp {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  return new RegExp(`(${longestFirst.map(written).join('|')})(?:s${END}|\\.?${END})`, 'iuy');
}

const written = (form: string): string => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s+');

function meetAt<T>(group: Group<T>, text: string, index: number): Piece<T> | null {
  const pattern = (group.pattern ??= patternOf(group.forms));
  pattern.lastIndex = index;
  const [whole, form = ''] = pattern.exec(text) ?? [];
  const term = group.owners.get(plainly(form));
  if (whole === undefined || term === undefined) return null;
  // A full stop is the sentence's, unless the form is an abbreviation that has dots of its own.
  return { words: form.includes('.') ? whole : whole.replace(/\.$/, ''), term };
}

/** A form as it is compared: without capitals, one space for many, and without the last dot of an abbreviation. */
const plainly = (form: string): string => form.toLowerCase().replace(/\s+/gu, ' ').replace(/\.$/, '');

/** Those forms that begin with this word, or with it but for a genitive s. */
function groupOf<T>(word: string, groups: ReadonlyMap<string, Group<T>>): Group<T> | undefined {
  const lower = word.toLowerCase();
  return groups.get(lower) ?? (lower.endsWith('s') ? groups.get(lower.slice(0, -1)) : undefined);
}
