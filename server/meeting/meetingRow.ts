import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { MeetingEvent } from '#shared/meeting/event.ts';
import { MeetingState } from '#shared/meeting/meeting.ts';
import { SILENCE, Talk } from '#shared/meeting/talk.ts';
import { Template } from '#shared/meeting/template.ts';
import { Receiver } from '#shared/receivers.ts';
import type { MeetingRow, Tables } from '#server/store/tables.ts';
import { noteEvents, type Happened } from './course.ts';

/** A meeting as the server knows it. The template is a copy: a meeting keeps the one it was made with. */
export interface Meeting {
  id: MeetingId;
  title: string;
  patient: { name: string; birthYear: number | null };
  template: Template;
  startsAt: number;
  videoUrl: string | null;
  /** Whom to ring who does not get in, as one reads a number. */
  helpPhone: string | null;
  demo: boolean;
  state: MeetingState;
  talk: Talk;
  facilitator: ParticipantId;
  /** To whom the patient does not want the plan sent. */
  refused: Receiver[];
  /** The earlier meeting that this one goes on from. */
  follows: MeetingId | null;
}

const Refused = z.array(Receiver);

/** What changes in a meeting, and what its minutes say of that. */
export type Change = Partial<Pick<Meeting, 'state' | 'talk' | 'facilitator' | 'refused'>> & {
  events?: readonly MeetingEvent[];
};

/** @throws AppError `not-found` */
export async function readMeeting(db: Kysely<Tables>, id: MeetingId): Promise<Meeting> {
  return meetingOf(await rowOf(db, id));
}

/**
 * Read, step and write in one transaction, so that two commands at once do not lose one. `beside`: what is stored with it
 * or not at all. @throws what `next` and `beside` throw
 */
export async function changeMeeting(
  db: Kysely<Tables>,
  id: MeetingId,
  told: Omit<Happened, 'event'>,
  next: (meeting: Meeting) => Change,
  beside?: (transaction: Kysely<Tables>, changed: Meeting) => Promise<void>,
): Promise<Meeting> {
  return db.transaction().execute(async (transaction) => {
    const meeting = meetingOf(await rowOf(transaction, id));
    const { events = [], ...change } = next(meeting);
    const { state, talk, facilitator, refused } = change;
    const set = {
      // What could not be read again is not written: the meeting would be lost to everyone.
      ...(state ? { state: JSON.stringify(MeetingState.parse(state)) } : {}),
      ...(talk ? { talk: JSON.stringify(Talk.parse(talk)) } : {}),
      ...(facilitator ? { facilitator } : {}),
      ...(refused ? { refused: JSON.stringify(refused) } : {}),
    };
    if (Object.keys(set).length) await transaction.updateTable('meetings').set(set).where('id', '=', id).execute();
    await noteEvents(transaction, id, told, events);
    const changed = { ...meeting, ...change };
    await beside?.(transaction, changed);
    return changed;
  });
}

async function rowOf(db: Kysely<Tables>, id: MeetingId): Promise<Selectable<MeetingRow>> {
  const row = await db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', 'There is no such meeting for you.');
  return row;
}

function meetingOf(row: Selectable<MeetingRow>): Meeting {
  return {
    id: MeetingId.parse(row.id),
    title: row.title,
    patient: { name: row.patient_name, birthYear: row.patient_birth_year },
    template: Template.parse(JSON.parse(row.template)),
    startsAt: row.starts_at,
    videoUrl: row.video_url,
    helpPhone: row.help_phone,
    demo: row.demo === 1,
    state: MeetingState.parse(JSON.parse(row.state)),
    talk: z.nullable(Talk).parse(JSON.parse(row.talk)) ?? SILENCE,
    facilitator: ParticipantId.parse(row.facilitator),
    refused: Refused.parse(JSON.parse(row.refused)),
    follows: z.nullable(MeetingId).parse(row.follows),
  };
}
