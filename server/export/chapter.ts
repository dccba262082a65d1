import type { Field, Fields } from '#shared/plan/fields.ts';
import { isWords } from '#shared/plan/fields.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { Authors } from '#shared/plan/authors.ts';
import { isAnswered, type Plan, type Row, type Values } from '#shared/plan/plan.ts';
import { JOURNAL_ORDER, SectionKey, section } from '#shared/plan/sections.ts';
import { clockWords, dateWords } from './dates.ts';
import { pennedWords } from './penned.ts';
import { plain } from './plain.ts';

/** One answered field in words; `words` may have line breaks, and no other control character. */
export interface Answer {
  key: string;
  label: string;
  words: string;
  /** The patient's own words, in a part where others speak too. */
  own?: true;
}

/**
 * One row in words. `told` are its answers, but „other” where words beside it say what; `title` says what the row is
 * about, and `answers` are the rest.
 */
export interface Entry {
  id: string;
  told: Answer[];
  title: string;
  answers: Answer[];
}

interface About {
  key: SectionKey;
  heading: string;
  /** The patient's own words: shown so everywhere. */
  own: boolean;
  /** Who wrote the patient's words down, where it was not, or not only, the patient. */
  penned: string | null;
}

/** A part of the plan in which something stands, in words for people. Text, PDF and FHIR narrative are made from it. */
export type Chapter = About &
  ({ kind: 'text'; words: string } | { kind: 'rows'; entries: Entry[] } | { kind: 'fields'; answers: Answer[] });

/** Fields that hold what the patient says where others speak too. */
const OWN_FIELDS: readonly string[] = ['conversation.teachBack', 'disagreements.patientView'];

/** Every part in which something stands, in the order of the journal. */
export function chaptersOf({ plan, authors }: Pick<AgreedVersion, 'plan' | 'authors'>): Chapter[] {
  return JOURNAL_ORDER.flatMap((key) => chapterOf(key, plan, authors) ?? []);
}

/** The part in words; null when nothing stands in it. */
export function chapterOf(key: SectionKey, plan: Plan, authors?: Authors): Chapter | null {
  const part = section(key);
  const penned = pennedWords(key, authors);
  const about: About = { key, heading: part.heading.nb, own: part.voice === 'patient', penned };
  const value: unknown = plan[key];
  if (part.kind === 'text') {
    const words = plain(value as string);
    return words === '' ? null : { ...about, kind: 'text', words };
  }
  if (part.kind === 'fields') {
    const answers = answersOf(key, value as Values, plan);
    return answers.length ? { ...about, kind: 'fields', answers } : null;
  }
  const entries = (value as Row[]).flatMap((row) => entryOf(key, row, plan) ?? []);
  return entries.length ? { ...about, kind: 'rows', entries } : null;
}

/** The answered fields of a form or row, in words. */
export function answersOf(part: SectionKey, values: Values, plan: Plan): Answer[] {
  const fields = Object.entries(fieldsOf(part));
  const isSaid = fields.some(([key]) => isAnswered(values[key]));
  return fields.flatMap(([key, field]) => {
    const silence = isSaid && field.control === 'choice' ? (field.unanswered?.nb ?? '') : '';
    const words = wordsOf(field, values[key], plan) || silence;
    if (words === '') return [];
    const answer = { key, label: field.label.nb, words };
    return OWN_FIELDS.includes(`${part}.${key}`) ? [{ ...answer, own: true as const }] : [answer];
  });
}

function fieldsOf(key: SectionKey): Fields {
  const part = section(key);
  return part.kind === 'text' ? {} : part.fields;
}

/** An answer with its label before it: „Status: tilbudt”. */
export function labelled({ label, words }: Answer): string {
  return label.endsWith('?') ? `${label} ${words}` : `${label}: ${words}`;
}

function entryOf(key: SectionKey, row: Row, plan: Plan): Entry | null {
  const fields = fieldsOf(key);
  const told = answersOf(key, row, plan);
  const [first, next] = told;
  if (!first) return null;
  const [leading] = Object.entries(fields);
  const other = leading && row[leading[0]] === 'other' && told.length > 1;
  const entry = (title: string, taken: number): Entry => ({
    ...{ id: row.id, title, told: other ? told.slice(1) : told, answers: told.slice(taken) },
  });
  if (!leading || first.key !== leading[0]) return entry(labelled(first), 1);
  const nextField = next && fields[next.key];
  // A choice says of what kind the row is; the first words after it say the thing itself.
  if (!nextField || isWords(leading[1]) || !isWords(nextField)) return entry(first.words, 1);
  return entry(labelled({ ...next, label: first.words }), 2);
}

function wordsOf(field: Field, value: string | number | null | undefined, plan: Plan): string {
  if (value === null || value === undefined || !isAnswered(value)) return '';
  switch (field.control) {
    case 'choice':
      return field.options[String(value)]?.nb ?? plain(String(value));
    case 'number':
      return field.min === 0 ? `${value} av ${field.max}` : String(value);
    case 'date':
      return dateWords(String(value));
    case 'time':
      return clockWords(String(value));
    case 'row':
      return rowWords(field.of, String(value), plan);
    default:
      return plain(String(value));
  }
}

/** What the row that is pointed to says first. */
function rowWords(of: string, id: string, plan: Plan): string {
  const key = SectionKey.parse(of);
  const part = section(key);
  const row = part.kind === 'rows' ? (plan[key] as readonly Row[]).find((candidate) => candidate.id === id) : undefined;
  const first = part.kind === 'rows' ? Object.keys(part.fields)[0] : undefined;
  const words = row && first ? plain(String(row[first] ?? '')) : '';
  return words || `(en rad som ikke finnes lenger, ${plain(id)})`;
}
