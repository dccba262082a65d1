import type { Kysely, Selectable } from 'kysely';
import type { NewMeeting } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import { MeetingId, ParticipantId } from '#shared/ids.ts';
import { MeetingState, settle, step, type Command, type Happening } from '#shared/meeting/meeting.ts';
import { may, type Action } from '#shared/meeting/rights.ts';
import { Template } from '#shared/meeting/template.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Chance } from '#server/access/secrets.ts';
import type { Session } from '#server/access/session.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { MeetingRow, Tables } from '#server/store/tables.ts';
import type { Bell } from './bell.ts';
import type { Templates } from './templates.ts';

/** A meeting as the server knows it. The template is a copy: a meeting keeps the one it was made with. */
export interface Meeting {
  id: MeetingId;
  title: string;
  patient: { name: string; birthYear: number | null };
  template: Template;
  startsAt: number;
  videoUrl: string | null;
  demo: boolean;
  state: MeetingState;
  facilitator: ParticipantId;
  /** The earlier meeting that this one goes on from. */
  follows: MeetingId | null;
}

export interface Meetings {
  /** The creator joins and leads. `after`: the earlier meeting that it goes on from, and its template made for that. */
  make(
    by: Omit<Session, 'meeting'>,
    wanted: NewMeeting,
    after?: { follows: MeetingId; template: Template },
  ): Promise<{ meeting: Meeting; facilitator: Participant }>;
  /** @throws AppError `not-found` */
  get(id: MeetingId): Promise<Meeting>;
  /** @throws AppError `forbidden` unless the participant leads; `not-now`, `bad-input` */
  command(by: Participant, command: Command): Promise<void>;
  settle(id: MeetingId, happening: Happening): Promise<void>;
  /** @throws AppError `forbidden` when the table of rights says no. */
  require(by: Participant, action: Action): Promise<Meeting>;
}

export interface MeetingsParts {
  db: Kysely<Tables>;
  templates: Templates;
  participants: Participants;
  audit: Audit;
  bell: Bell;
  chance: Chance;
  now: () => number;
  demo: boolean;
}

export function createMeetings(parts: MeetingsParts): Meetings {
  const { db, templates, participants, audit, bell, chance, now, demo } = parts;

  const get = async (id: MeetingId) => meetingOf(await rowOf(db, id));

  const change = async (id: MeetingId, next: Next) => {
    await changeRow(db, id, next);
    bell.emit('meeting', id);
  };

  const require = async (by: Participant, action: Action) => {
    const meeting = await get(by.meeting);
    if (!may({ role: by.role, isFacilitator: meeting.facilitator === by.id }, action))
      throw new AppError('forbidden', `Your role may not do this (${action}).`);
    return meeting;
  };

  return {
    get,
    require,

    async make(by, wanted, after) {
      const template = after?.template ?? templates.get(wanted.template);
      const id = MeetingId.parse(chance.mint());
      await db
        .insertInto('meetings')
        .values({
          ...{ id, title: wanted.title ?? template.title.nb, template: JSON.stringify(template), demo: demo ? 1 : 0 },
          ...{ patient_name: wanted.patient.name, patient_birth_year: wanted.patient.birthYear ?? null },
          ...{ starts_at: Date.parse(wanted.startsAt), video_url: wanted.videoUrl ?? null, created_at: now() },
          ...{ state: JSON.stringify({ status: 'planned' } satisfies MeetingState), facilitator: '' },
          follows: after?.follows ?? null,
        })
        .execute();
      const facilitator = await participants.join(id, by);
      await db.updateTable('meetings').set({ facilitator: facilitator.id }).where('id', '=', id).execute();
      await audit.note(id, facilitator, 'meeting-made');
      return { meeting: await get(id), facilitator };
    },

    async command(by, command) {
      await require(by, 'lead');
      if (command.kind === 'handOver') {
        const next = (await participants.of(by.meeting)).find(({ id }) => id === command.to);
        if (!next || !may({ role: next.role, isFacilitator: false }, 'invite'))
          throw new AppError('bad-input', 'The lead can be handed to staff of this meeting.');
        await change(by.meeting, () => ({ facilitator: next.id }));
      } else {
        await change(by.meeting, (meeting) => ({ state: step(meeting.state, command, meeting.template, now()) }));
      }
      await audit.note(by.meeting, by, 'led', { about: command.kind });
    },

    settle: (id, happening) => change(id, (meeting) => ({ state: settle(meeting.state, happening) })),
  };
}

type Next = (meeting: Meeting) => Partial<Pick<Meeting, 'state' | 'facilitator'>>;

/** Read, step and write in one transaction, so that two commands at once do not lose one. */
async function changeRow(db: Kysely<Tables>, id: MeetingId, next: Next): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { state, facilitator } = next(meetingOf(await rowOf(transaction, id)));
    const set = { ...(state ? { state: JSON.stringify(state) } : {}), ...(facilitator ? { facilitator } : {}) };
    if (Object.keys(set).length) await transaction.updateTable('meetings').set(set).where('id', '=', id).execute();
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
    demo: row.demo === 1,
    state: MeetingState.parse(JSON.parse(row.state)),
    facilitator: ParticipantId.parse(row.facilitator),
    follows: MeetingId.nullable().parse(row.follows),
  };
}
