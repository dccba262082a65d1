import { blankValues, type Plan } from '#shared/plan/plan.ts';
import { section, sections, type SectionKey } from '#shared/plan/sections.ts';

export type RowsKey = {
  [K in SectionKey]: (typeof sections)[K]['kind'] extends 'rows' ? K : never;
}[SectionKey];
type RowOf<K extends RowsKey> = Plan[K][number];
type Told<K extends RowsKey> = Partial<Omit<RowOf<K>, 'id'>>;

export type FormKey = {
  [K in SectionKey]: (typeof sections)[K]['kind'] extends 'fields' ? K : never;
}[SectionKey];

/** The id of the invented case's row number `n`: a fixed UUID, so that every start and every test has the same. */
export const rowId = (n: number): string => `a5e00000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Rows with what is told, everything else unanswered; numbered on from `first`. */
export function tell<K extends RowsKey>(key: K, first: number, rows: readonly Told<K>[]): Plan[K] {
  const blank = blankValues(fieldsOf(key));
  return rows.map((told, index) => ({ ...blank, id: rowId(first + index), ...told })) as unknown as Plan[K];
}

/** A form with what is told, everything else unanswered. */
export function fill<K extends FormKey>(key: K, told: Partial<Plan[K]>): Plan[K] {
  return { ...blankValues(fieldsOf(key)), ...told } as Plan[K];
}

function fieldsOf(key: SectionKey) {
  const part = section(key);
  return part.kind === 'text' ? {} : part.fields;
}
