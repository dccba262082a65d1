import type { Reference, Resource } from '@medplum/fhirtypes';
import type { Sheet } from './sheet.ts';

/** The resources that were made of the rows of one part. */
export interface Placed<R extends Resource> {
  /** In the order of the rows. */
  all: Reference<R>[];
  /** By the id of the row; of rows that go by one id, the first. */
  byRow: ReadonlyMap<string, Reference<R>>;
}

/** Puts in what `make` makes of each row: a resource and how it is called, or null for a row that says too little. */
export function placeRows<Row extends { id: string }, R extends Resource>(
  { identity, place }: Sheet,
  rows: readonly Row[],
  make: (row: Row) => { resource: R; display: string | undefined } | null,
): Placed<R> {
  const all: Reference<R>[] = [];
  const byRow = new Map<string, Reference<R>>();
  for (const row of rows) {
    const made = make(row);
    if (!made) continue;
    const url = identity.ofRow(made.resource.resourceType, row.id);
    const reference = place(url, made.resource, made.display);
    all.push(reference);
    if (!byRow.has(row.id)) byRow.set(row.id, reference);
  }
  return { all, byRow };
}
