/**
 * How it stands with what I have written. `saved`: the server has it all on disk · `saving`: on its way · `unsaved`:
 * it has been on its way for too long, or cannot get there · `offline`: there is no line.
 */
export type Saving = 'saved' | 'saving' | 'unsaved' | 'offline';

/** What the saving of a part is judged by. */
export interface Progress {
  /** Something of mine is not acknowledged yet. */
  dirty: boolean;
  /** And nothing has been acknowledged for some time. */
  overdue: boolean;
  /** The line is down. */
  offline: boolean;
  /** The server closed the part to me for good. */
  ended: boolean;
}

const FROM_BEST_TO_WORST: readonly Saving[] = ['saved', 'saving', 'unsaved', 'offline'];

export function savingOf({ dirty, overdue, offline, ended }: Progress): Saving {
  if (ended) return dirty ? 'unsaved' : 'saved';
  if (offline) return 'offline';
  if (!dirty) return 'saved';
  return overdue ? 'unsaved' : 'saving';
}

/** What to say of several parts at once: the worst of them. */
export function worst(all: Iterable<Saving>): Saving {
  const found = new Set(all);
  return FROM_BEST_TO_WORST.findLast((saving) => found.has(saving)) ?? 'saved';
}
