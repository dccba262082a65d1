import type { Kysely } from 'kysely';
import type { NewMeeting } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { Command } from '#shared/meeting/command.ts';
import { settle, type Happening, type MeetingState } from '#shared/meeting/meeting.ts';
import { may, type Action } from '#shared/meeting/rights.ts';
import { talkAtEnd } from '#shared/meeting/steering.ts';
import { withSignal, type Signal } from '#shared/meeting/talk.ts';
import type { Template } from '#shared/meeting/template.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Chance } from '#server/access/secrets.ts';
import type { Session } from '#server/access/session.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Actions } from './actions.ts';
import type { Bell } from './bell.ts';
import { changeMeeting, readMeeting, type Change, type Meeting } from './meetingRow.ts';
import type { Offers } from './offers.ts';
import { stillRefused } from './receivers.ts';
import { seatsOf } from './seats.ts';
import { steered } from './steered.ts';
import type { Templates } from './templates.ts';

export type { Meeting } from './meetingRow.ts';

export interface Meetings {
  /** The creator joins and leads. `after`: the earlier meeting that it goes on from, and its template made for that. */
  make(
    by: Omit<Session, 'meeting'>,
    wanted: NewMeeting,
    after?: { follows: MeetingId; template: Template },
  ): Promise<{ meeting: Meeting; facilitator: Participant }>;
  /** @throws AppError `not-found` */
  get(id: MeetingId): Promise<Meeting>;
  /** @throws AppError `forbidden`, `not-now`, `not-finished`, `incomplete`, `bad-input` */
  command(by: Participant, command: Command): Promise<void>;
  /** Tells the others something, or (null) takes it back. @throws AppError `forbidden` */
  signal(by: Participant, signal: Signal | null): Promise<void>;
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
  /** The actions of the plan that the meeting talks about. */
  actions: Actions;
  offers: Offers;
  /** Whether somebody has a window of the meeting open. */
  isPresent: (meeting: MeetingId, participant: ParticipantId) => boolean;
  chance: Chance;
  now: () => number;
  demo: boolean;
}

export function createMeetings(parts: MeetingsParts): Meetings {
  const { db, templates, participants, audit, bell, chance, now, demo } = parts;

  const get = (id: MeetingId) => readMeeting(db, id);

  const change = async (id: MeetingId, next: (meeting: Meeting) => Change) => {
    const changed = await changeMeeting(db, id, { at: now(), by: null }, next);
    bell.emit('meeting', id);
    return changed;
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
      const template = after?.template ?? (await templates.get(by, wanted.template));
      const id = MeetingId.parse(chance.mint());
      const leader = ParticipantId.parse(chance.mint());
      await audit.note(id, { ...by, id: leader }, 'meeting-made');
      await db
        .insertInto('meetings')
        .values({
          ...{ id, title: wanted.title ?? template.title.nb, template: JSON.stringify(template), demo: demo ? 1 : 0 },
          ...{ patient_name: wanted.patient.name, patient_birth_year: wanted.patient.birthYear ?? null },
          ...{ starts_at: Date.parse(wanted.startsAt), video_url: wanted.videoUrl ?? null, created_at: now() },
          help_phone: wanted.helpPhone ?? null,
          ...{ state: JSON.stringify({ status: 'planned' } satisfies MeetingState), facilitator: leader },
          follows: after?.follows ?? null,
          ...(after ? { refused: await stillRefused(db, after.follows) } : {}),
        })
        .execute();
      const facilitator = await participants.join(id, by, leader);
      return { meeting: await get(id), facilitator };
    },

    async command(by, command) {
      await steerNoted(parts, by, command);
      bell.emit('meeting', by.meeting);
    },

    async signal(by, signal) {
      if (!may({ role: by.role, isFacilitator: false }, 'signal')) throw new AppError('forbidden', 'Not you.');
      await change(by.meeting, ({ talk }) => ({ talk: withSignal(talk, by.id, signal, now()) }));
    },

    async settle(id, happening) {
      // The days until the meeting is deleted are counted from here.
      if (happening.kind === 'exported' && happening.isReceipt)
        await db.updateTable('meetings').set({ last_receipt_at: now() }).where('id', '=', id).execute();
      const people = seatsOf(await participants.of(id), (one) => parts.isPresent(id, one));
      const { state } = await change(id, (meeting) => {
        if (happening.kind !== 'agreed') return { state: settle(meeting.state, happening) };
        const talk = talkAtEnd(meeting, { people, now: now() });
        return { state: settle(meeting.state, happening), talk, events: [happening] };
      });
      if (state.status === 'deleted') bell.emit('ended', id);
    },
  };
}

/** What comes of a command is stored with what the log says of it, and a refusal stands there as well. */
async function steerNoted(parts: MeetingsParts, by: Participant, command: Command): Promise<void> {
  const { audit } = parts;
  const about = command.kind;
  try {
    await steered(parts, by, command, (transaction, { facilitator }) =>
      audit.noteIn(transaction, by.meeting, by, facilitator === by.id ? 'led' : 'took-part', { about }),
    );
  } catch (error) {
    if (error instanceof AppError)
      await audit.note(by.meeting, by, 'asked', { about: `${about}: ${error.code}`, refused: true });
    throw error;
  }
}
