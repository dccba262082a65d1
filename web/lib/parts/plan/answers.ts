import { isWords, type Field, type Fields } from '#shared/plan/fields.ts';
import { isAnswered, type Row, type Values } from '#shared/plan/plan.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import type { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import type { Speech } from '#lib/state/words.svelte.ts';

/** What it takes to put an answer into words: another part's rows, for a field that points to one, and a language. */
export interface Reading {
  plan: SharedPlan;
  speech: Speech;
}

/** An answered field of a row or form, in words. */
export interface Answered {
  key: string;
  field: Field;
  label: string;
  words: string;
  /** The same for where there is little room. */
  short: string;
}

const TITLE_LENGTH = 60;

/** An answer as one reads it; empty when there is none. */
export function answerInWords(field: Field, value: string | number | null | undefined, reading: Reading): string {
  const { speech, plan } = reading;
  if (!isAnswered(value)) return '';
  const said = String(value);
  switch (field.control) {
    case 'choice':
      return field.options[said] ? speech.say(field.options[said]) : said;
    case 'date':
      return speech.words.plan.date(said);
    case 'time':
      return speech.words.plan.time(said);
    case 'row': {
      const choice = rowChoices(field.of, { plan, speech }).find((row) => row.value === said);
      return choice?.label ?? speech.words.plan.rowGone;
    }
    default:
      return said;
  }
}

/** The answered fields of a row or form, in the order of the registry. */
export function answersIn(fields: Fields, values: Values, reading: Reading): Answered[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const words = answerInWords(field, values[key], reading);
    const short = field.control === 'date' ? reading.speech.words.plan.shortDate(words && String(values[key])) : words;
    return words ? [{ key, field, label: reading.speech.say(field.label), words, short }] : [];
  });
}

/** What a row is called: its first words or choice, on one line; empty when nothing is written yet. `whole`: uncut. */
export function titleOf(fields: Fields, row: Values, reading: Reading, whole = false): string {
  const first = Object.entries(fields).find(
    ([key, field]) => (isWords(field) || field.control === 'choice') && isAnswered(row[key]),
  );
  if (!first) return '';
  const words = answerInWords(first[1], row[first[0]], reading).replace(/\s+/g, ' ').trim();
  return words.length > TITLE_LENGTH && !whole ? `${words.slice(0, TITLE_LENGTH).trimEnd()} …` : words;
}

/** The rows of the part `of`, to choose one from. */
export function rowChoices(of: string, { plan, speech }: Reading): { value: string; label: string }[] {
  const part = plan.part(SectionKey.parse(of));
  const { declared } = part;
  if (declared.kind !== 'rows') return [];
  return part.rows.map((row: Row, index) => ({
    value: row.id,
    label: titleOf(declared.fields, row, { plan, speech }) || speech.words.plan.rowOf(index + 1, ''),
  }));
}
