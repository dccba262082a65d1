import type { LostRow } from '#lib/state/partRows.svelte.ts';
import type { Row } from '#shared/plan/plan.ts';

/** What stands on one line of a list: a row with its number, or what is said where one was. */
export type RowLine = { key: string; row: Row; number: number } | { key: string; lost: LostRow };

/** The rows, and what was lost between them, each where it stood. */
export function linesWith(rows: readonly Row[], lost: readonly LostRow[]): RowLine[] {
  const lines: RowLine[] = rows.map((row, index) => ({ key: row.id, row, number: index + 1 }));
  for (const gone of lost) {
    const before = lines.findIndex((line) => 'row' in line && line.row.id === gone.after);
    const at = gone.after === null ? 0 : before === -1 ? lines.length : before + 1;
    lines.splice(at, 0, { key: `lost ${gone.id}`, lost: gone });
  }
  return lines;
}
