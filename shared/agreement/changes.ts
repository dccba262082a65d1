import * as z from 'zod/mini';
import { Author } from '#shared/plan/authors.ts';
import { isAnswered, type Plan, type Row, type Values } from '#shared/plan/plan.ts';
import { section, SECTION_KEYS, SectionKey } from '#shared/plan/sections.ts';

const Value = z.nullable(z.union([z.string(), z.number()]));

/**
 * One thing that one plan says otherwise than another. A text is one thing, so is a field of a form; of a row it is the
 * whole row when it came or went, else each field. Values are as they stand in the plan; null and `''` say nothing.
 */
export const Change = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  /** The id of the row. */
  row: z.optional(z.string()),
  /** The row as it is now, or as it was when it went. */
  values: z.optional(z.record(z.string(), Value)),
  field: z.optional(z.string()),
  before: Value,
  after: Value,
});
export type Change = z.infer<typeof Change>;

/** What became another in one part, and who has written in it in that time. */
export const PartChanges = z.strictObject({ section: SectionKey, by: z.array(Author), changes: z.array(Change) });
export type PartChanges = z.infer<typeof PartChanges>;

/** From one content to another: `signed` is what the asker last said yes or no to, a number is a version, `now` is the draft. */
export const ChangesView = z.strictObject({
  from: z.union([z.literal('signed'), z.int()]),
  to: z.union([z.literal('now'), z.int()]),
  parts: z.array(PartChanges),
});
export type ChangesView = z.infer<typeof ChangesView>;

/** Part by part, in the order of the registry; parts that say the same are left out. Pure. */
export function changesBetween(
  before: Partial<Plan>,
  after: Partial<Plan>,
): { section: SectionKey; changes: Change[] }[] {
  return SECTION_KEYS.filter((key) => key in before && key in after)
    .map((key) => ({ section: key, changes: changesIn(key, before[key], after[key]) }))
    .filter(({ changes }) => changes.length > 0);
}

function changesIn(key: SectionKey, before: unknown, after: unknown): Change[] {
  const { kind } = section(key);
  if (kind === 'text') return changed({ before: before as string, after: after as string });
  if (kind === 'fields') return fieldChanges(key, before as Values, after as Values);
  return rowChanges(key, before as Row[], after as Row[]);
}

function fieldChanges(key: SectionKey, before: Values, after: Values, row?: Row): Change[] {
  const part = section(key);
  const fields = part.kind === 'text' ? [] : Object.keys(part.fields);
  const where = row === undefined ? {} : { row: row.id, values: valuesOf(row) };
  return fields.flatMap((field) =>
    changed({ before: before[field] ?? null, after: after[field] ?? null }).map((one) => ({ ...where, field, ...one })),
  );
}

function rowChanges(key: SectionKey, before: readonly Row[], after: readonly Row[]): Change[] {
  const [was, is] = [byId(before), byId(after)];
  const whole = (kind: Change['kind'], row: Row): Change => ({
    ...{ kind, row: row.id, values: valuesOf(row), before: null, after: null },
  });
  return [
    ...after.flatMap((row) => {
      const old = was.get(row.id);
      return old ? fieldChanges(key, old, row, row) : [whole('added', row)];
    }),
    ...before.filter(({ id }) => !is.has(id)).map((row) => whole('removed', row)),
    ...moved(before, after).map((row) => whole('moved', row)),
  ];
}

/** The fewest rows that must be carried elsewhere for the one order to become the other. */
function moved(before: readonly Row[], after: readonly Row[]): Row[] {
  const place = new Map(before.map(({ id }, at) => [id, at]));
  const kept = after.filter(({ id }) => place.has(id));
  const inOrder = longestRising(kept.map(({ id }) => place.get(id) ?? 0));
  return kept.filter((_, at) => !inOrder.has(at));
}

/** Where the numbers of a longest rising choice of them stand; the time grows as n log n. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  // Of the choices of each length, where the one with the lowest end ends.
  const ends: number[] = [];
  const earlier: number[] = [];
  for (const [at, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    earlier.push(low > 0 ? ends[low - 1]! : -1);
    ends[low] = at;
  }
  const rising = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = earlier[at]!) rising.add(at);
  return rising;
}

function changed({ before, after }: Pick<Change, 'before' | 'after'>): Change[] {
  if (before === after || (!isAnswered(before) && !isAnswered(after))) return [];
  const kind = !isAnswered(before) ? 'added' : !isAnswered(after) ? 'removed' : 'changed';
  return [{ kind, before, after }];
}

const byId = (rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]));
const valuesOf = ({ id: _id, ...values }: Row): Values => values;
