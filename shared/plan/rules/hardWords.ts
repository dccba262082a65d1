import { isWords } from '#shared/plan/fields.ts';
import type { Row } from '#shared/plan/plan.ts';
import { section, SECTION_KEYS } from '#shared/plan/sections.ts';
import type { Found, Rule } from './rule.ts';

/** Abbreviations and Latin that the patient meets in the plan. A start; the plain words stand in each catalogue. */
export const HARD_WORDS = [
  ...['obs', 'susp', 'p.o.', 'per os', 's.c.', 'i.v.', 'i.m.', 'v.b.', 'u.a.', 'd.d.'],
  ...['ADL', 'mob', 'ux', 'NYHA', 'BT', 'UVI', 'KAD', 'MMSE', 'CAVE', 'pt', 'pas', 'hjspl', 'spl'],
  ...['kont', 'beh', 'innl', 'utskr', 'resp', 'ggr', 'rtg', 'sepon', 'seponert', 'seponeres'],
  ...['status post', 'in situ', 'ex juvantibus', 'anamnese'],
] as const;
export type HardWord = (typeof HARD_WORDS)[number];

const escaped = HARD_WORDS.map((word) => word.replace(/\.$/, '').replaceAll('.', '\\.').replace(' ', '\\s+'));
const ANY = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
/** Names of medicines and people are nobody's to change. */
const NAMES: readonly string[] = ['drug', 'owner', 'who', 'by', 'municipalContact', 'hospitalContact', 'contactDoctor'];

const plainly = (words: string) => words.toLowerCase().replace(/\s+/gu, ' ').replace(/\.$/, '');

function hardIn(words: string): HardWord | null {
  const met = ANY.exec(words)?.[0];
  return met === undefined ? null : (HARD_WORDS.find((word) => plainly(word) === plainly(met)) ?? null);
}

/** One hard word of each part, the first: gentle, and when it is mended the next. The patient's own words are theirs. */
export const hardWord: Rule = (plan) =>
  SECTION_KEYS.flatMap((key): Found[] => {
    const part = section(key);
    if (part.voice === 'patient' || key === 'kin' || key === 'questions') return [];
    const value: unknown = plan[key];
    if (typeof value === 'string') return found(value, { section: key, fields: [] });
    const fields = part.kind === 'text' ? {} : part.fields;
    const rows = (Array.isArray(value) ? value : [value]) as Row[];
    for (const row of rows)
      for (const [name, field] of Object.entries(fields)) {
        if (!isWords(field) || NAMES.includes(name)) continue;
        const where = { section: key, fields: [name], ...(part.kind === 'rows' ? { row: row.id } : {}) };
        const here = found(String(row[name] ?? ''), where);
        if (here.length) return here;
      }
    return [];
  });

function found(words: string, where: Omit<Found, 'value'>): Found[] {
  const value = hardIn(words);
  return value === null ? [] : [{ ...where, value }];
}
