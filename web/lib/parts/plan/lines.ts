import type { LostRow } from '#lib/state/partRows.svelte.ts';
import type { Row, Values } from '#shared/plan/plan.ts';

/** What stands on one line of a list: a row with its number, or what is said where one was. */
export type RowLine = { key: string; row: Row; number: number; count: number } | { key: string; lost: LostRow };

/** Rows that belong together, under a heading of their own. */
export interface RowGroup {
  /** The value that its rows have in the field by which they are grouped; empty for those that have none. */
  key: string;
  title: string;
  /** How grave it is, where that is what the groups say: shown by colour and shape, and said by the title. */
  tone?: 'good' | 'warn' | 'bad';
  /** What the button says that adds a row; absent where none is added. */
  add?: string;
}

/** How a list is grouped. */
export interface Grouping {
  /** The choice that decides. */
  field: string;
  groups: readonly RowGroup[];
}

/** A line of a grouped list: its head, a row or what is left of one, and its foot, where one adds a row. */
export type GroupLine = { key: string; head: RowGroup } | RowLine | { key: string; foot: RowGroup };

/** The rows, and what was lost between them, each where it stood. */
export function linesWith(rows: readonly Row[], lost: readonly LostRow[]): RowLine[] {
  const lines: RowLine[] = rows.map((row, index) => ({ key: row.id, row, number: index + 1, count: rows.length }));
  for (const gone of lost) {
    const before = lines.findIndex((line) => 'row' in line && line.row.id === gone.after);
    const at = gone.after === null ? 0 : before === -1 ? lines.length : before + 1;
    lines.splice(at, 0, { key: `lost ${gone.id}`, lost: gone });
  }
  return lines;
}

/** The group that a row is in; one whose value is no group’s is in the first that has no value. */
export function groupOf({ field, groups }: Grouping, row: Values): string {
  const value = String(row[field] ?? '');
  return groups.some(({ key }) => key === value) ? value : '';
}

/**
 * The same as `linesWith`, group by group, in one list: a row that gets into another group is moved, and whoever stands
 * in it goes on standing there. A group without a value is there only when it has rows.
 */
export function groupedLines(rows: readonly Row[], lost: readonly LostRow[], grouping: Grouping): GroupLine[] {
  return grouping.groups.flatMap((group): GroupLine[] => {
    const isHere = (row: Values) => groupOf(grouping, row) === group.key;
    const lines = linesWith(
      rows.filter(isHere),
      lost.filter((gone) => isHere(gone.row)),
    );
    if (group.key === '' && lines.length === 0) return [];
    const foot = group.add === undefined ? [] : [{ key: `foot ${group.key}`, foot: group }];
    return [{ key: `head ${group.key}`, head: group }, ...lines, ...foot];
  });
}

/** How many places a row is moved so that it passes its neighbour in the group. */
export function stepsPast(rows: readonly Row[], id: string, way: 'up' | 'down', grouping: Grouping): number {
  const from = rows.findIndex((row) => row.id === id);
  const row = rows[from];
  if (!row) return 0;
  const isHere = (other: Row) => groupOf(grouping, other) === groupOf(grouping, row);
  const to =
    way === 'up'
      ? rows.findLastIndex((other, at) => at < from && isHere(other))
      : rows.findIndex((other, at) => at > from && isHere(other));
  return to === -1 ? 0 : Math.abs(to - from);
}
