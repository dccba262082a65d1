import { formsOf } from '#shared/plain/term.ts';
import { TERMS } from '#shared/plain/terms/index.ts';
import { finderOf } from '#shared/plain/termsIn.ts';
import { holdsOwnWords } from '#shared/plan/authors.ts';
import { isWords } from '#shared/plan/fields.ts';
import type { Row } from '#shared/plan/plan.ts';
import { section, SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import type { Found, Rule } from './rule.ts';

/** Names of medicines, illnesses and people are nobody's to change: the patient can have them explained. */
const NAMES: readonly string[] = [
  ...['drug', 'diagnoses', 'owner', 'who', 'by', 'municipalContact', 'hospitalContact', 'contactDoctor'],
];
/** So many words of one part are told of; gentle, and when those are mended the next. */
const AT_ONCE = 5;

/** As much of a field is read, in characters: whoever writes more has heard of enough. */
const READ = 10_000;

/** Those of our words for which there is a plainer one. */
const HARD = TERMS.filter(({ instead }) => instead).map((term) => ({ term, forms: formsOf(term, 'nb') }));
const find = finderOf(HARD);

/** The hard words of each part, each once, as they stand there. The patient's own words are theirs, and so are kin's. */
export const hardWord: Rule = (plan) =>
  SECTION_KEYS.flatMap((key): Found[] => {
    const part = section(key);
    if (holdsOwnWords(key) || key === 'kin') return [];
    const value: unknown = plan[key];
    if (typeof value === 'string') return firstOfEach(hardIn(value, { section: key, fields: [] }));
    const fields = part.kind === 'text' ? {} : part.fields;
    const names = Object.entries(fields).flatMap(([name, field]) =>
      isWords(field) && !NAMES.includes(name) ? [name] : [],
    );
    const rows = (Array.isArray(value) ? value : [value]) as Row[];
    return firstOfEach(rows.flatMap((row) => hardInRow(key, row, names)));
  });

function hardInRow(key: SectionKey, row: Row, names: readonly string[]): Told[] {
  const where = section(key).kind === 'rows' ? { section: key, row: row.id } : { section: key };
  return names.flatMap((name) => hardIn(String(row[name] ?? ''), { ...where, fields: [name] }));
}

/** Where a word was found, and which of ours it is. */
type Told = Found & { of: string };

function hardIn(words: string, where: Omit<Found, 'value'>): Told[] {
  const read = words.slice(0, READ);
  const plainly = read.toLowerCase();
  // Where the plain words stand beside it, the hard one does no harm.
  return find(read).flatMap(({ words: value, term: found }) => {
    const { word, instead } = found?.term ?? {};
    return word && instead && !plainly.includes(instead.nb) ? [{ ...where, value, of: word.nb }] : [];
  });
}

function firstOfEach(told: readonly Told[]): Found[] {
  const firsts = new Map<string, Found>();
  for (const { of, ...found } of told) if (!firsts.has(of)) firsts.set(of, found);
  return [...firsts.values()].slice(0, AT_ONCE);
}
