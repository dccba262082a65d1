import * as Y from 'yjs';
import type { StoredUpdate } from '#server/store/updateLog.ts';
import { ClientIds } from './clientIds.ts';
import { blankDoc } from './guard.ts';

/** A document as it is stored, and what its room has to know of how it came to be. */
export interface Replayed {
  doc: Y.Doc;
  /** Who used which client id first. */
  ids: ClientIds;
  /** Bytes of all that is stored. */
  bytes: number;
  /** Updates that are stored one by one, besides a base. */
  updates: number;
}

/** Updates that are replayed in one go: some milliseconds. */
const SLICE = 1000;

/**
 * Makes the document out of what is stored. By replay, never by merging the updates, which takes minutes where this
 * takes a tenth of a second; and with a pause now and then, so that nobody else's writing waits for it.
 * @throws Error when the stored updates do not make up a whole document.
 */
export async function replay(stored: readonly StoredUpdate[], pause: () => Promise<void>): Promise<Replayed> {
  const replayed: Replayed = { doc: blankDoc(), ids: new ClientIds(), bytes: 0, updates: 0 };
  for (let from = 0; from < stored.length; from += SLICE) {
    if (from > 0) await pause();
    const slice = stored.slice(from, from + SLICE);
    replayed.doc.transact(() => {
      for (const each of slice) take(each, replayed);
    });
  }
  const { store } = replayed.doc;
  if (store.pendingStructs !== null || store.pendingDs !== null)
    throw new Error('The stored updates do not make up a whole document.');
  return replayed;
}

function take({ update, participant, owners }: StoredUpdate, replayed: Replayed): void {
  Y.applyUpdate(replayed.doc, update);
  replayed.bytes += update.byteLength;
  if (owners) {
    for (const [client, owner] of owners) replayed.ids.claim(client, owner);
    return;
  }
  replayed.updates += 1;
  // A stored update holds nothing but what was new, and its author's.
  for (const client of Y.parseUpdateMeta(update).to.keys()) replayed.ids.claim(client, participant);
}
