import * as Y from 'yjs';
import { AppError } from '#shared/errors.ts';
import { CLOCK } from './limits.ts';
import type { Deletion, ReadUpdate, Struct } from './updateBytes.ts';

/**
 * Where each client's structs in the update end.
 * @throws AppError when the update is not one that Yjs itself ever makes, whoever sends it.
 */
export function endsOf({ structs, deletions }: ReadUpdate): Map<number, number> {
  const ends = new Map<number, number>();
  let last: number | null = null;
  for (const struct of structs) {
    const { client } = struct.id;
    if (struct instanceof Y.Skip) throw new AppError('bad-input', 'It leaves something out.');
    if (client !== last && ends.has(client)) throw new AppError('bad-input', 'It names a client twice.');
    if (struct.length < 1 || endOf(struct) > CLOCK) throw new AppError('bad-input', 'Its clocks make no sense.');
    ends.set(client, endOf(struct));
    last = client;
  }
  checkRuns(deletions);
  return ends;
}

/** Runs that overlap would make going over them dear: every one of them could be the whole document. */
function checkRuns(deletions: readonly Deletion[]): void {
  const ends = new Map<number, number>();
  for (const { client, clock, len } of deletions) {
    if (len < 1 || clock + len > CLOCK || clock < (ends.get(client) ?? 0))
      throw new AppError('bad-input', 'Its clocks make no sense.');
    ends.set(client, clock + len);
  }
}

/** The clock after the struct's last. */
export const endOf = (struct: Struct): number => struct.id.clock + struct.length;
