import { isAnswered, type Values } from '#shared/plan/plan.ts';
import type { Field, Fields } from '#shared/plan/fields.ts';

/** One of the questions that must be weighed before anybody is ready to leave. */
export interface Clarified {
  name: string;
  field: Field;
  /** What was answered; empty while it is not. */
  words: string;
}

/** The questions in the order of the registry. */
export function clarifiedIn(fields: Fields, values: Values): Clarified[] {
  return Object.entries(fields).map(([name, field]) => {
    const value = values[name];
    return { name, field, words: isAnswered(value) ? String(value) : '' };
  });
}
