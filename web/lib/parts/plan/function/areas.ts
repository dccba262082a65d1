import { isAnswered, type Row } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

/** The three parts that are one table, in the order of its columns. */
export const FUNCTION_PARTS = ['function.before', 'function.now', 'function.expected'] as const satisfies SectionKey[];
export type FunctionPart = (typeof FUNCTION_PARTS)[number];

/** Where a new area is begun, when one may: it is what one sees that brings it up. */
const BEGUN_IN: readonly FunctionPart[] = ['function.now', 'function.before', 'function.expected'];

/** The areas of Volven 9111 from what one does every day to what few have trouble with. */
export const AREA_ORDER: readonly string[] = '5 12 7 8 11 10 9 6 2 4 15 16 3 1 13 14 17 18 19 20 other'.split(' ');

/** One area of the table: what stands of it in each column. Two may have begun the same area at the same time. */
export interface AreaLine {
  /** The code; null for rows of which nobody said what they are about. */
  area: string | null;
  cells: readonly (readonly Row[])[];
}

/** The rows of all columns joined by their area, in an order that does not change while one writes. */
export function areaLines(columns: readonly (readonly Row[])[]): AreaLine[] {
  const used = new Set(columns.flat().map(areaOf));
  const areas = [...AREA_ORDER.filter((area) => used.has(area)), ...(used.has(null) ? [null] : [])];
  return areas.map((area) => ({ area, cells: columns.map((rows) => rows.filter((row) => areaOf(row) === area)) }));
}

/**
 * The areas that have no line yet, to propose: first those that `elsewhere`, a column that is not shown here, has.
 * `other` is there always, for it may be many things.
 */
export function areasToPropose(lines: readonly Pick<AreaLine, 'area'>[], elsewhere: readonly Row[]): string[] {
  const here = lines.map(({ area }) => area);
  const free = AREA_ORDER.filter((area) => !here.includes(area));
  const known = elsewhere.map(areaOf);
  return [...free.filter((area) => known.includes(area)), ...free.filter((area) => !known.includes(area))];
}

/** Which of the columns that one may write a new area is begun in; undefined where one may write none. */
export function columnToBeginIn(mine: readonly FunctionPart[]): FunctionPart | undefined {
  return BEGUN_IN.find((key) => mine.includes(key));
}

/** The name by which two who begin the same area at the same time get one row; `other` may be many things. */
export function onceFor(area: string, rows: readonly Row[]): string | undefined {
  const once = `area-${area}`;
  return area === 'other' || rows.some(({ id }) => id === once) ? undefined : once;
}

/** Whether a row says nothing yet: neither words nor why there are none. */
export function saysNothing(row: Row): boolean {
  return !isAnswered(row['words']) && !isAnswered(row['unknownReason']);
}

const areaOf = ({ area }: Row): string | null => (typeof area === 'string' ? area : null);
