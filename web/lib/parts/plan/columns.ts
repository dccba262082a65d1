import type { Field, Fields } from '#shared/plan/fields.ts';
import type { Answered } from './answers.ts';

/** A row in words, with only what is answered in it. */
export interface ReadRow {
  id: string;
  answers: readonly Answered[];
}

/** A row of a table: a cell for each column, and what is answered beside them. */
export interface TableRow {
  id: string;
  cells: readonly { key: string; words: string | null; isChoice: boolean; isTight: boolean }[];
  others: readonly Answered[];
}

export interface Table {
  columns: readonly { key: string; label: string }[];
  rows: readonly TableRow[];
}

/** Narrowest column that can be read, in rem, and how many one takes in. */
const COLUMN_REM = { text: 10, other: 6.5 } as const;
const MOST_COLUMNS = 5;
/** What is not broken into lines. */
const TIGHT: readonly Field['control'][] = ['date', 'time', 'number'];
/** With fewer, too much would stand beside them. */
const FEWEST_COLUMNS = 3;

/**
 * The rows as a table that fits into `width` (in rem): the fields that most rows answer are its columns, and what else
 * a row says stands with its first cell. Null where there is no room for a table.
 */
export function tableOf(fields: Fields, rows: readonly ReadRow[], width: number): Table | null {
  if (rows.length === 0) return null;
  const often = new Map<string, number>();
  for (const { key } of rows.flatMap(({ answers }) => answers)) often.set(key, (often.get(key) ?? 0) + 1);
  const common = Object.keys(fields).filter((key) => (often.get(key) ?? 0) * 2 >= rows.length);
  const chosen = fitting(fields, common, width);
  if (chosen.length < Math.min(FEWEST_COLUMNS, common.length) || chosen.length < 2) return null;
  const labels = new Map(rows.flatMap(({ answers }) => answers.map(({ key, label }) => [key, label] as const)));
  return {
    columns: chosen.map((key) => ({ key, label: labels.get(key) ?? '' })),
    rows: rows.map((row) => tableRow(row, chosen, fields)),
  };
}

/** As many of the columns as there is room for, from the left. */
function fitting(fields: Fields, keys: readonly string[], width: number): string[] {
  const chosen: string[] = [];
  let left = width;
  for (const key of keys) {
    left -= COLUMN_REM[fields[key]?.control === 'text' ? 'text' : 'other'];
    if (left < 0 || chosen.length === MOST_COLUMNS) break;
    chosen.push(key);
  }
  return chosen;
}

function tableRow({ id, answers }: ReadRow, chosen: readonly string[], fields: Fields): TableRow {
  const cells = chosen.map((key, index) => ({
    key,
    words: answers.find((answer) => answer.key === key)?.short ?? null,
    isChoice: index > 0 && fields[key]?.control === 'choice',
    isTight: TIGHT.includes(fields[key]?.control ?? 'text'),
  }));
  return { id, cells, others: answers.filter(({ key }) => !chosen.includes(key)) };
}
