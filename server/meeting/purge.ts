import { sql, type Kysely } from 'kysely';
import { MeetingId } from '#shared/ids.ts';
import type { MeetingState } from '#shared/meeting/meeting.ts';
import { SILENCE } from '#shared/meeting/talk.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Bell } from './bell.ts';

/** Takes away what a meeting held when it is deleted. The access log is kept by a rule of its own. */
export interface Purge {
  /** Everyone is shown out, and all that was written goes. Doing it twice does no harm. */
  clear(meeting: MeetingId): Promise<void>;
  /** The same for every deleted meeting: after a start, something may have been left half done. */
  clearAll(): Promise<void>;
}

export interface PurgeParts {
  db: Kysely<Tables>;
  participants: Pick<Participants, 'of' | 'remove'>;
  bell: Bell;
}

/** All that was written in a meeting, or of it. */
const CONTENT = [
  ...(['deliveries', 'addenda', 'contents', 'strokes'] as const),
  ...(['updates', 'bases', 'signatures', 'versions'] as const),
  ...(['invitations', 'stays', 'events', 'task_reports'] as const),
] as const;

export function createPurge({ db, participants, bell }: PurgeParts): Purge {
  const clear = async (meeting: MeetingId) => {
    // First nobody gets in, then whoever is in is cut off, then what they wrote goes.
    const people = await participants.of(meeting);
    for (const { id } of people) await participants.remove(meeting, id);
    for (const { id } of people) bell.emit('removed', meeting, id);
    const nobody = { name: '', organisation: null };
    for (const table of ['participants', 'sessions'] as const)
      await db.updateTable(table).set(nobody).where('meeting', '=', meeting).execute();
    for (const table of CONTENT) await db.deleteFrom(table).where('meeting', '=', meeting).execute();
    await db
      .updateTable('meetings')
      .set({
        ...{ title: '', patient_name: '', patient_birth_year: null, video_url: null, help_phone: null },
        talk: JSON.stringify(SILENCE),
      })
      .where('id', '=', meeting)
      .execute();
  };

  return {
    clear,
    async clearAll() {
      // Asked of the store: one meeting whose state cannot be read must not keep the house from starting.
      const status = sql<string>`json_extract(state, '$.status')`;
      const deleted: MeetingState['status'] = 'deleted';
      const rows = await db.selectFrom('meetings').select('id').where(status, '=', deleted).execute();
      for (const { id } of rows) await clear(MeetingId.parse(id));
    },
  };
}
