import type { Field, Fields } from '#shared/plan/fields.ts';
import { isWords } from '#shared/plan/fields.ts';
import { isAnswered, type Plan, type Row, type Values } from '#shared/plan/plan.ts';
import { JOURNAL_ORDER, SectionKey, section } from '#shared/plan/sections.ts';
import { clockWords, dateWords } from './dates.ts';
import { plain } from './plain.ts';

/** One answered field in words; `words` may have line breaks, and no other control character. */
export interface Answer {
  key: string;
  label: string;
  words: string;
}

/** One row in words. `title` is what it is about; `answers` are the rest of its answers. */
export interface Entry {
  id: string;
  title: string;
  answers: Answer[];
}

interface About {
  key: SectionKey;
  heading: string;
  /** The patient's own words: shown so everywhere. */
  own: boolean;
}

/** A part of the plan in which something stands, in words for people. Text, PDF and FHIR narrative are made from it. */
export type Chapter = About &
  ({ kind: 'text'; words: string } | { kind: 'rows'; entries: Entry[] } | { kind: 'fields'; answers: Answer[] });

/** Parts that hold what the patient says. */
const OWN: readonly SectionKey[] = ['story', 'goals', 'treatment.own', 'warnings.own', 'conversation.confirmed'];

/** Every part in which something stands, in the order of the journal. */
export function chaptersOf(plan: Plan): Chapter[] {
  return JOURNAL_ORDER.flatMap((key) => chapterOf(key, plan) ?? []);
}

/** The part in words; null when nothing stands in it. */
export function chapterOf(key: SectionKey, plan: Plan): Chapter | null {
  const part = section(key);
  const about: About = { key, heading: part.heading.nb, own: OWN.includes(key) };
  const value: unknown = plan[key];
  if (part.kind === 'text') {
    const words = plain(value as string);
    return words === '' ? null : { ...about, kind: 'text', words };
  }
  if (part.kind === 'fields') {
    const answers = answersOf(part.fields, value as Values, plan);
    return answers.length ? { ...about, kind: 'fields', answers } : null;
  }
  const entries = (value as Row[]).flatMap((row) => entryOf(part.fields, row, plan) ?? []);
  return entries.length ? { ...about, kind: 'rows', entries } : null;
}

/** The answered fields of a form or row, in words. */
export function answersOf(fields: Fields, values: Values, plan: Plan): Answer[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const words = wordsOf(field, values[key], plan);
    return words === '' ? [] : [{ key, label: field.label.nb, words }];
  });
}

/** An answer with its label before it: „Status: tilbudt”. */
export function labelled({ label, words }: Answer): string {
  return label.endsWith('?') ? `${label} ${words}` : `${label}: ${words}`;
}

function entryOf(fields: Fields, row: Row, plan: Plan): Entry | null {
  const [first, ...rest] = answersOf(fields, row, plan);
  if (!first) return null;
  const [leading] = Object.entries(fields);
  if (!leading || first.key !== leading[0]) return { id: row.id, title: labelled(first), answers: rest };
  const next = rest[0];
  const nextField = next && fields[next.key];
  // A choice says of what kind the row is; the first words after it say the thing itself.
  if (!next || !nextField || isWords(leading[1]) || !isWords(nextField))
    return { id: row.id, title: first.words, answers: rest };
  return { id: row.id, title: labelled({ ...next, label: first.words }), answers: rest.slice(1) };
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
