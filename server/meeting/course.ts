import { z } from 'zod';
import type { Kysely } from 'kysely';
import { ParticipantId, type MeetingId } from '#shared/ids.ts';
import { MeetingEvent } from '#shared/meeting/event.ts';
import type { Tables } from '#server/store/tables.ts';

/** Something that happened, when, and by whom; null is the house. */
export interface Happened {
  /** ms since 1970. */
  at: number;
  by: ParticipantId | null;
  event: MeetingEvent;
}

/** What happened in a meeting, in order. Rows are only ever added. Minutes are made from it. */
export interface Course {
  of(meeting: MeetingId): Promise<Happened[]>;
  note(meeting: MeetingId, happened: Happened): Promise<void>;
}

export function createCourse(db: Kysely<Tables>): Course {
  return {
    note: (meeting, { at, by, event }) => noteEvents(db, meeting, { at, by }, [event]),

    async of(meeting) {
      const rows = await db.selectFrom('events').selectAll().where('meeting', '=', meeting).orderBy('seq').execute();
      return rows.map(({ at, participant, body }) => ({
        ...{ at, by: z.nullable(ParticipantId).parse(participant) },
        event: MeetingEvent.parse(JSON.parse(body)),
      }));
    },
  };
}

/** Also within a transaction: what happened and what came of it are stored together or not at all. */
export async function noteEvents(
  db: Kysely<Tables>,
  meeting: MeetingId,
  { at, by }: Omit<Happened, 'event'>,
  events: readonly MeetingEvent[],
): Promise<void> {
  if (!events.length) return;
  const rows = events.map((event) => ({ meeting, at, participant: by, body: JSON.stringify(event) }));
  await db.insertInto('events').values(rows).execute();
}
