import type { Authors } from '#shared/plan/authors.ts';
import type { Field, Fields } from '#shared/plan/fields.ts';
import { isWords } from '#shared/plan/fields.ts';
import { isAnswered, type Plan, type Row, type Values } from '#shared/plan/plan.ts';
import { SectionKey, section } from '#shared/plan/sections.ts';
import { clockWords, longDay, longDayInYear } from '#shared/when.ts';
import type { AsideCatalogue } from '#shared/words/catalogue.ts';
import type { Language, Words } from '#shared/words/language.ts';

/** The language that a copy speaks around what people wrote. */
export interface Tongue {
  language: Language;
  words: AsideCatalogue;
  say: (words: Words) => string;
}

/** What a copy is made from. */
export interface Source {
  plan: Plan;
  /** Who wrote the patient's words down; versions of before do not say. */
  authors: Authors | undefined;
  tongue: Tongue;
  /** `YYYY` of the agreement: dates of that year are told without it. */
  year: string;
}

/** Something that is told, under a label or without one. */
export interface Telling {
  /** The field of the plan that it comes from. */
  key: string;
  label: string | null;
  words: string;
  /** As people wrote it, in the language that they wrote. */
  written: boolean;
  /** The patient's own words, where others speak too. */
  own: boolean;
}

/** Fields that hold what the patient says where others speak too. */
const OWN_FIELDS: readonly string[] = ['conversation.teachBack', 'disagreements.patientView'];

/** The answered fields of a form or a row, in the order of the registry; a time of day stands with its date. */
export function tellingsOf(key: SectionKey, values: Values, source: Source): Telling[] {
  const { tongue } = source;
  const isDated = isAnswered(values['on']);
  const fields = Object.entries(fieldsOf(key));
  const isSaid = fields.some(([name]) => isAnswered(values[name]));
  return fields.flatMap(([name, field]) => {
    if (isDated && name === 'at') return [];
    const at = name === 'on' ? values['at'] : null;
    const silence = isSaid && field.control === 'choice' && field.unanswered ? tongue.say(field.unanswered) : '';
    const words = wordsOf(field, values[name], source) || silence;
    if (words === '') return [];
    const place = `${key}.${name}`;
    const label = tongue.words.homeCopy.labels[place] ?? tongue.say(field.label);
    const told = { key: name, label, written: isWords(field), own: OWN_FIELDS.includes(place) };
    return [{ ...told, words: typeof at === 'string' ? timed(words, at, tongue) : words }];
  });
}

/** `2026-11-27` as it is said, with its time of day where there is one. */
export function dayWords(date: string, time: string | null, { tongue, year }: Source): string {
  const { calendar } = tongue.words;
  const day = date.startsWith(`${year}-`) ? longDay(date, calendar) : longDayInYear(date, calendar);
  return time === null ? day : timed(day, time, tongue);
}

export function fieldsOf(key: SectionKey): Fields {
  const part = section(key);
  return part.kind === 'text' ? {} : part.fields;
}

function timed(day: string, time: string, { words }: Tongue): string {
  return words.calendar.at(day, clockWords(time, words.calendar));
}

function wordsOf(field: Field, value: string | number | null | undefined, source: Source): string {
  if (value === null || value === undefined || !isAnswered(value)) return '';
  const { tongue } = source;
  const said = String(value);
  switch (field.control) {
    case 'choice':
      return field.options[said] ? tongue.say(field.options[said]) : said;
    case 'number':
      return field.min === 0 ? tongue.words.homeCopy.score(Number(value), field.max) : said;
    case 'date':
      return dayWords(said, null, source);
    case 'time':
      return clockWords(said, tongue.words.calendar);
    case 'row':
      return rowWords(SectionKey.parse(field.of), said, source);
    default:
      return said.trim();
  }
}

/** What the row that is pointed to says first. */
function rowWords(of: SectionKey, id: string, { plan, tongue }: Source): string {
  const [first = ''] = Object.keys(fieldsOf(of));
  const row = (plan[of] as readonly Row[]).find((candidate) => candidate.id === id);
  return String(row?.[first] ?? '').trim() || tongue.words.homeCopy.rowGone;
}
