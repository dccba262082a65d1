import { isWords, type Fields } from '#shared/plan/fields.ts';
import { isAnswered, type Row, type Values } from '#shared/plan/plan.ts';
import type { Refusal } from '#shared/line.ts';
import type { Part } from '#shared/plan/declaration.ts';

/** What a part holds, as JSON, whatever its kind. */
export type PartValue = string | Values | readonly Row[];

/** What the server did not take, and the words that are gone from the screen with it. */
export interface Refused {
  refusal: Refusal;
  lost: readonly string[];
}

/**
 * The words that stood in the part `before` and do not stand there `after`: what a writer may want to copy when the
 * server did not take it. Each text whole, in the order of the form.
 */
export function lostWords(part: Part, before: PartValue, after: PartValue): string[] {
  if (part.kind === 'text') return before !== after && isAnswered(before as string) ? [before as string] : [];
  if (part.kind === 'fields') return lostIn(part.fields, before as Values, after as Values);
  const kept = new Map((after as readonly Row[]).map((row) => [row.id, row]));
  return (before as readonly Row[]).flatMap((row) => lostIn(part.fields, row, kept.get(row.id) ?? {}));
}

/** The same of one row or form. */
export function lostIn(fields: Fields, before: Values, after: Values): string[] {
  return Object.entries(fields)
    .filter(([key, field]) => isWords(field) && before[key] !== after[key] && isAnswered(before[key]))
    .map(([key]) => String(before[key]));
}
