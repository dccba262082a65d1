import { newRow, rowsRoot } from '#shared/plan/doc.ts';
import { sections } from '#shared/plan/sections.ts';
import type { Guest } from './guest.ts';
import { pen } from './pen.ts';

/** An action that somebody has written into the shared treatment plan; resolves when it is stored. */
export async function writeAction(
  by: Guest,
  meeting: string,
  row: string,
  told: Record<string, string> = {},
): Promise<{ say: (field: string, value: unknown) => void; isThere: () => boolean }> {
  const { doc } = await pen(by, meeting, 'treatment');
  const values = { action: 'Trene i trapp', medicalReason: 'Brudd', ...told };
  doc.transact(() => rowsRoot(doc).push([newRow(sections.treatment.fields, row, values)]));
  const find = () =>
    rowsRoot(doc)
      .toArray()
      .find((map) => (map as { get(key: string): unknown }).get('id') === row);
  return {
    say: (field, value) => void (find() as { set(key: string, value: unknown): void }).set(field, value),
    isThere: () => find() !== undefined,
  };
}
