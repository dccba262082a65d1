import * as Y from 'yjs';
import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import { ACTION_FIELDS, actionIn } from '#shared/meeting/action.ts';
import type { ActionWords } from '#shared/meeting/proposal.ts';
import type { ActionSection } from '#shared/meeting/talk.ts';
import { rowsIn, rowsRoot } from '#shared/plan/doc.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Rooms } from '#server/sync/index.ts';

/** The actions of the plan, one by one, as the meeting talks about them. */
export interface Actions {
  /** As it stands in the plan; null when the row is not there. */
  read(meeting: MeetingId, section: ActionSection, row: string): Promise<ActionWords | null>;
  /** Writes into the row who has taken it on. @throws AppError `unavailable` */
  own(meeting: MeetingId, section: ActionSection, row: string, who: Participant): Promise<void>;
  /** Takes the row out of the plan: it was dropped. What it said stays in the minutes. @throws AppError `unavailable` */
  drop(meeting: MeetingId, section: ActionSection, row: string): Promise<void>;
}

export function createActions({ rooms }: { rooms: Pick<Rooms, 'read' | 'write'> }): Actions {
  // What everyone in the meeting decided together is nobody's own writing: the house writes it.
  const write = (meeting: MeetingId, section: ActionSection, change: (doc: Y.Doc) => void) =>
    rooms.write({ meeting, section }, null, change);

  return {
    async read(meeting, section, id) {
      const row = (await rooms.read({ meeting, section })).find((row) => row.id === id);
      return row ? actionIn(section, row) : null;
    },

    own: (meeting, section, id, who) =>
      write(meeting, section, (doc) => {
        const row = rowsIn(doc).find((row) => row.id === id);
        if (!row) throw new AppError('not-now', 'The action is not in the plan any more.');
        say(row.map, ACTION_FIELDS[section].owner, who.name);
        say(row.map, 'organisation', who.organisation ?? '');
      }),

    drop: (meeting, section, id) =>
      write(meeting, section, (doc) => {
        const row = rowsIn(doc).find((row) => row.id === id);
        if (row) rowsRoot(doc).delete(row.index, 1);
      }),
  };
}

/** Only where it says something else: whoever has the caret in the same words keeps it. */
function say(row: Y.Map<unknown>, field: string, words: string): void {
  const value = row.get(field);
  if (!(value instanceof Y.Text)) row.set(field, new Y.Text(words));
  else if (value.toJSON() !== words) {
    value.delete(0, value.length);
    value.insert(0, words);
  }
}
