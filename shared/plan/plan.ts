import * as z from 'zod/mini';
import type { Fields } from './fields.ts';
import { isWords } from './fields.ts';
import { SECTION_KEYS, section, sections, type SectionKey } from './sections.ts';

/** The whole plan as plain JSON: one member for each part, keys as in the registry. What is hashed, agreed and exported. */
export type Plan = { [K in SectionKey]: z.infer<(typeof sections)[K]['shape']> };

export const Plan = z.strictObject(
  Object.fromEntries(SECTION_KEYS.map((key) => [key, sections[key].shape])),
) as unknown as z.ZodMiniType<Plan>;

/** A row, or a form, as those see it who treat all parts alike. */
export type Values = Readonly<Record<string, string | number | null>>;
export type Row = Values & { id: string };

/** Every field unanswered: `''` for words, `null` for the rest. */
export function blankValues(fields: Fields): Values {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, isWords(field) ? '' : null]));
}

/** A part that nobody has written in. */
export function blankPart<K extends SectionKey>(key: K): Plan[K] {
  const part = section(key);
  const blank = part.kind === 'text' ? '' : part.kind === 'rows' ? [] : blankValues(part.fields);
  return blank as Plan[K];
}

export function blankPlan(): Plan {
  return Object.fromEntries(SECTION_KEYS.map((key) => [key, blankPart(key)])) as unknown as Plan;
}

/**
 * A plan that was frozen when the registry had fewer parts or fields, as it reads now: what it could not say is blank.
 * Its hash is of what it said then.
 */
export function grownPlan(old: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(SECTION_KEYS.map((key) => [key, grownPart(key, old[key] ?? blankPart(key))]));
}

/** The same of one part. */
export function grownPart(key: SectionKey, value: unknown): unknown {
  const part = section(key);
  if (part.kind === 'text') return value;
  const blank = blankValues(part.fields);
  return Array.isArray(value)
    ? (value as object[]).map((row) => ({ ...blank, ...row }))
    : { ...blank, ...(value as object) };
}

/** Whether a field says anything: words other than white space, or any value. */
export function isAnswered(value: string | number | null | undefined): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== null && value !== undefined;
}

/** Whether anything at all stands in the part. */
export function isWritten(key: SectionKey, plan: Plan): boolean {
  const value: unknown = plan[key];
  if (typeof value === 'string') return isAnswered(value);
  if (Array.isArray(value)) return value.length > 0;
  return Object.values(value as Values).some(isAnswered);
}
