import { sql, type Kysely } from 'kysely';
import { MeetingId, PhaseId } from '#shared/ids.ts';
import type { MeetingState } from '#shared/meeting/meeting.ts';
import { SILENCE } from '#shared/meeting/talk.ts';
import type { Template } from '#shared/meeting/template.ts';
import { passOnWithheld } from '#server/access/stillWithheld.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Bell } from './bell.ts';

/** Takes away what a meeting held when it is deleted. The access log is kept by a rule of its own. */
export interface Purge {
  /** Everyone is shown out, and all that was written goes, from the store's files as well. Doing it twice does no harm. */
  clear(meeting: MeetingId): Promise<void>;
  /** The same for every deleted meeting: after a start, something may have been left half done. */
  clearAll(): Promise<void>;
}

export interface PurgeParts {
  db: Kysely<Tables>;
  participants: Pick<Participants, 'of' | 'remove'>;
  /** Files that have left the house are no longer known to be of this meeting. */
  forgetFiles: (meeting: MeetingId) => Promise<void>;
  bell: Bell;
}

/** All that was written in a meeting, or of it. */
const CONTENT = [
  ...(['deliveries', 'addenda', 'contents', 'strokes'] as const),
  ...(['updates', 'bases', 'signatures', 'versions'] as const),
  ...(['invitations', 'stays', 'events', 'task_reports'] as const),
] as const;

/** What is left of an agenda that somebody may have written themselves: nothing, in the form of one. */
const NO_AGENDA: Template = {
  ...{ id: 'deleted', version: 1, title: { nb: '–' }, about: { nb: '–' }, required: [], checklist: [] },
  phases: [
    {
      ...{ id: PhaseId.parse('deleted'), title: { nb: '–' }, minutes: 1, sections: [], firstSpeaker: 'patient' },
      ...{ prompt: { nb: '–' }, remember: [] },
      patient: { question: { nb: '–' }, sentence: { nb: '–' }, sections: [] },
    },
  ],
};

export function createPurge({ db, participants, forgetFiles, bell }: PurgeParts): Purge {
  const clear = async (meeting: MeetingId) => {
    // First nobody gets in, then whoever is in is cut off, then what they wrote goes.
    const people = await participants.of(meeting);
    for (const { id } of people) await participants.remove(meeting, id);
    for (const { id } of people) bell.emit('removed', meeting, id);
    await passOnWithheld(db, meeting);
    const nobody = { name: '', organisation: null };
    await db.updateTable('sessions').set(nobody).where('meeting', '=', meeting).execute();
    await db
      .updateTable('participants')
      .set({ ...nobody, withheld: '[]' })
      .where('meeting', '=', meeting)
      .execute();
    for (const table of CONTENT) await db.deleteFrom(table).where('meeting', '=', meeting).execute();
    await forgetFiles(meeting);
    await db
      .updateTable('meetings')
      .set({
        ...{ title: '', patient_name: '', patient_birth_year: null, video_url: null, help_phone: null },
        ...{ talk: JSON.stringify(SILENCE), template: JSON.stringify(NO_AGENDA), refused: '[]' },
      })
      .where('id', '=', meeting)
      .execute();
  };

  // What was deleted is overwritten in the store's own file; the one beside it has all pages as they were before.
  const emptyJournal = () => sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);

  return {
    async clear(meeting) {
      await clear(meeting);
      await emptyJournal();
      bell.emit('forgotten', meeting);
    },

    async clearAll() {
      // Asked of the store: one meeting whose state cannot be read must not keep the house from starting.
      const status = sql<string>`json_extract(state, '$.status')`;
      const deleted: MeetingState['status'] = 'deleted';
      const rows = await db.selectFrom('meetings').select('id').where(status, '=', deleted).execute();
      for (const { id } of rows) await clear(MeetingId.parse(id));
      await emptyJournal();
    },
  };
}
