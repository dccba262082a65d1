import { isWords } from '#shared/plan/fields.ts';
import { blankPlan, blankValues, type Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, section } from '#shared/plan/sections.ts';

/** Every string that people have written in the plan, wherever it stands. */
export function wordsIn(plan: Plan): string[] {
  return SECTION_KEYS.flatMap((key) => {
    const part = section(key);
    const value: unknown = plan[key];
    if (part.kind === 'text') return [value as string];
    const rows = (part.kind === 'rows' ? value : [value]) as Record<string, unknown>[];
    return rows.flatMap((row) =>
      Object.entries(part.fields).flatMap(([field, declared]) => (isWords(declared) ? [row[field] as string] : [])),
    );
  }).filter((words) => words.trim() !== '');
}

/**
 * A plan with something in every part, row and field. `words` is asked once for each field of words; choices, numbers
 * and dates get the last value that they can have.
 */
export function filledPlan(words: (place: string) => string): Plan {
  const plan: Record<string, unknown> = { ...blankPlan() };
  let row = 0;
  for (const key of SECTION_KEYS) {
    const part = section(key);
    if (part.kind === 'text') {
      plan[key] = words(key);
      continue;
    }
    const values: Record<string, unknown> = { ...blankValues(part.fields) };
    for (const [name, field] of Object.entries(part.fields)) {
      if (isWords(field)) values[name] = words(`${key}.${name}`);
      else if (field.control === 'choice') values[name] = Object.keys(field.options).at(-1);
      else if (field.control === 'number') values[name] = field.max;
      else if (field.control === 'date') values[name] = '2027-02-03';
      else if (field.control === 'time') values[name] = '09:05';
      else if (field.control === 'row') values[name] = 'no-such-row';
    }
    plan[key] = part.kind === 'rows' ? [{ id: `row-${++row}`, ...values }] : values;
  }
  return plan as Plan;
}

/** What is left of `words` when it does not matter where lines and words were broken. */
export function unbroken(words: string): string {
  return words.replace(/[\s\u00AD\u200B-]+/gu, '');
}
