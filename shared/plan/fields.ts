import * as z from 'zod/mini';
import type { Words } from '#shared/words/language.ts';

/** What a value looks like as JSON. */
export type Shape<Value> = z.core.$ZodType<Value>;

/**
 * The kinds of fields that a row or a form is made of. A field says how it is shown (`control`), what it is called, and
 * what it looks like as JSON (`shape`). `text` and `line` are Y.Text in the document, so that several may write in them
 * at once; the others are plain values and the last writer wins. Unanswered is `''` for words and `null` for the rest.
 */
interface Labelled {
  label: Words;
  /** One sentence that helps whoever fills it in. */
  hint?: Words;
  /** Folded away until asked for: most who fill in the row have no use for it. */
  later?: true;
}

export interface WordsField extends Labelled {
  control: 'text' | 'line';
  shape: Shape<string>;
}

export interface ChoiceField<Option extends string = string> extends Labelled {
  control: 'choice';
  options: Readonly<Record<Option, Words>>;
  /** What an export says when it is not answered, where silence would be taken for a yes. */
  unanswered?: Words;
  /** The code system whose codes the option keys are, where there is one. */
  system?: string;
  shape: Shape<Option | null>;
}

export interface NumberField extends Labelled {
  control: 'number';
  min: number;
  max: number;
  shape: Shape<number | null>;
}

export interface DateField extends Labelled {
  control: 'date' | 'time';
  shape: Shape<string | null>;
}

/** The id of a row in another section. */
export interface RowField extends Labelled {
  control: 'row';
  of: string;
  shape: Shape<string | null>;
}

export type Field = WordsField | ChoiceField | NumberField | DateField | RowField;
export type Fields = Readonly<Record<string, Field>>;

const labelled = (said: string | Words, hint?: string): Labelled => {
  const label = typeof said === 'string' ? { nb: said } : said;
  return hint ? { label, hint: { nb: hint } } : { label };
};

/** Several lines of words, written by several at once. The label in bokmål, or where that has several meanings, in more. */
export const text = (label: string | Words, hint?: string): WordsField => ({
  ...labelled(label, hint),
  control: 'text',
  shape: z.string(),
});

/** One line of words: a name, a place, a telephone number. */
export const line = (label: string, hint?: string): WordsField => ({
  ...labelled(label, hint),
  control: 'line',
  shape: z.string(),
});

/** One of a closed list. `options` maps the value that is stored to the word that is shown. */
export function choice<const Option extends string>(
  label: string,
  options: Record<Option, string>,
  about: { hint?: string; system?: string; unanswered?: string } = {},
): ChoiceField<Option> {
  const keys = Object.keys(options) as Option[];
  return {
    ...labelled(label, about.hint),
    control: 'choice',
    options: Object.fromEntries(keys.map((key) => [key, { nb: options[key] }])) as Record<Option, Words>,
    ...(about.system ? { system: about.system } : {}),
    ...(about.unanswered ? { unanswered: { nb: about.unanswered } } : {}),
    shape: z.nullable(z.enum(keys)),
  };
}

/** A whole number between `min` and `max`, both included. */
export const number = (label: string, min: number, max: number, hint?: string): NumberField => ({
  ...labelled(label, hint),
  control: 'number',
  min,
  max,
  shape: z.nullable(z.int().check(z.gte(min), z.lte(max))),
});

/** A calendar date, `YYYY-MM-DD`. */
export const date = (label: string, hint?: string): DateField => ({
  ...labelled(label, hint),
  control: 'date',
  shape: z.nullable(z.iso.date()),
});

/** A time of day in Norway, `HH:MM`. */
export const time = (label: string): DateField => ({
  ...labelled(label),
  control: 'time',
  shape: z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
});

/** A row of another section, by its id. */
export const rowOf = (label: string, of: string): RowField => ({
  ...labelled(label),
  control: 'row',
  of,
  shape: z.nullable(z.string().check(z.maxLength(64))),
});

export const yesNo = (label: string, hint?: string): ChoiceField<'yes' | 'no'> =>
  choice(label, { yes: 'Ja', no: 'Nei' }, hint ? { hint } : {});

/** The same field, folded away until asked for. */
export const later = <F extends Field>(field: F): F => ({ ...field, later: true });

/** Whether the field holds words that several may write at once. */
export function isWords(field: Field): field is WordsField {
  return field.control === 'text' || field.control === 'line';
}

/** Whether `value` is one that the field takes. */
export function fits(field: Field, value: unknown): boolean {
  return z.safeParse(field.shape, value).success;
}
