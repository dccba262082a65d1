import type { Kysely, Transaction } from 'kysely';
import type { InvitationMade, MailState, MailTried, NewAppointment, Reach } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import { MeetingState } from '#shared/meeting/meeting.ts';
import { minutesOf } from '#shared/meeting/template.ts';
import type { Addressee, Addressees } from '#server/access/addressees.ts';
import { AFTER_MEETING_MS, type Invitations } from '#server/access/invitations.ts';
import type { OpenInvitations } from '#server/access/openInvitations.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Audit } from '#server/audit/audit.ts';
import { published, type Appointment } from '#server/calendar/calendar.ts';
import type { Mail } from '#server/mail/mail.ts';
import type { MeetingRow, Tables } from '#server/store/tables.ts';
import { createAppointmentLetters, type Told } from './appointmentLetters.ts';
import type { Bell } from './bell.ts';
import type { Meetings } from './meetings.ts';

/** When the meeting is, and that everybody invited knows. `origin` is where links lead. */
export interface Appointments {
  /** Whom a change would reach, and whom it would not. @throws AppError `forbidden` unless they may invite */
  reach(by: Participant): Promise<Reach>;
  /** @throws AppError `forbidden` unless they may invite; `not-now` when the meeting has begun */
  move(by: Participant, to: NewAppointment, origin: string): Promise<Reach>;
  /** Ends the meeting before it began. @throws AppError `forbidden` unless they lead; `not-now` when it has begun */
  callOff(by: Participant, origin: string): Promise<Reach>;
  /** iCalendar, for any participant to download. */
  calendar(meeting: MeetingId, origin: string): Promise<string>;
  /** Mails a new invitation, where it has an address. */
  mailInvitation(made: InvitationMade, meeting: MeetingId, origin: string): Promise<MailState>;
  /** @throws AppError `forbidden` unless they may invite; `unavailable`, `not-found`, `bad-input`, `gone`, `not-now` */
  retry(by: Participant, invitation: string, origin: string): Promise<MailTried>;
  /** Ends an open invitation, and tells who has had it by mail. @throws AppError `forbidden`, `not-found`, `gone` */
  revoke(by: Participant, invitation: string, origin: string): Promise<void>;
}

export interface AppointmentsParts {
  db: Kysely<Tables>;
  meetings: Pick<Meetings, 'get' | 'require' | 'settle'>;
  invitations: Pick<Invitations, 'revoke'>;
  openInvitations: OpenInvitations;
  addressees: Addressees;
  audit: Audit;
  bell: Bell;
  /** Null where no mail goes. */
  mail: Mail | null;
  now: () => number;
}

export function createAppointments(parts: AppointmentsParts): Appointments {
  const { db, meetings, invitations, openInvitations, addressees, audit, bell, now } = parts;
  const letters = createAppointmentLetters(parts);
  const read = (meeting: MeetingId, origin: string) => appointmentOf(parts, meeting, origin);
  const mails = letters.goes;

  return {
    async reach(by) {
      await meetings.require(by, 'invite');
      const all = await addressees.of(by.meeting);
      return reachOf(
        mails,
        all.map(({ name, email }) => ({ name, told: mails && email !== null })),
      );
    },

    async move(by, { startsAt, videoUrl }, origin) {
      await meetings.require(by, 'invite');
      const at = Date.parse(startsAt);
      if (at < now()) throw new AppError('bad-input', 'A meeting cannot be moved into the past.');
      const to = { starts_at: at, ...(videoUrl ? { video_url: videoUrl } : {}) };
      await change(db, by.meeting, to, (transaction) => audit.noteIn(transaction, by.meeting, by, 'moved'));
      await openInvitations.prolong(by.meeting, at + AFTER_MEETING_MS);
      bell.emit('meeting', by.meeting);
      const all = await addressees.of(by.meeting);
      return reachOf(mails, await letters.tell('moved', await read(by.meeting, origin), all));
    },

    async callOff(by, origin) {
      await meetings.require(by, 'lead');
      await change(db, by.meeting, {}, (transaction) => audit.noteIn(transaction, by.meeting, by, 'called-off'));
      // All that letters need, before there is nothing left of the meeting.
      const [to, appointment] = [await addressees.of(by.meeting), await read(by.meeting, origin)];
      await meetings.settle(by.meeting, { kind: 'calledOff' });
      const { state } = await meetings.get(by.meeting);
      if (state.status !== 'deleted') throw notNow(state.status);
      await openInvitations.revoke(by.meeting);
      return reachOf(mails, await letters.tell('calledOff', appointment, to.map(ended)));
    },

    calendar: async (meeting, origin) => published(await read(meeting, origin)),

    mailInvitation: async (made, meeting, origin) => letters.invite(await read(meeting, origin), made),

    async retry(by, invitation, origin) {
      await meetings.require(by, 'invite');
      await audit.note(by.meeting, by, 'mailed');
      return letters.retry(await read(by.meeting, origin), invitation, origin);
    },

    async revoke(by, invitation, origin) {
      await meetings.require(by, 'invite');
      await invitations.revoke(by.meeting, invitation, () => audit.note(by.meeting, by, 'invitation-revoked'));
      const one = await addressees.find(by.meeting, invitation);
      if (!one || !letters.hasHadLetter(one)) return;
      // Counted, so that a later invitation of the same address counts more than this.
      await count(db, by.meeting);
      await letters.uninvite({ ...(await read(by.meeting, origin)), saidAt: now() }, one);
    },
  };
}

/** After the end of the meeting their link is no longer what they lack. */
const ended = (one: Addressee): Addressee => ({ ...one, status: one.status === 'open' ? 'revoked' : one.status });

function reachOf(mails: boolean, all: readonly Told[]): Reach {
  const names = (those: boolean) => all.filter(({ told }) => told === those).map(({ name }) => name);
  return { mails, byMail: names(true), byHand: names(false) };
}

async function appointmentOf(
  { db, meetings, now }: AppointmentsParts,
  meeting: MeetingId,
  origin: string,
): Promise<Appointment> {
  const { startsAt, template } = await meetings.get(meeting);
  const { calendar_sequence: sequence } = await db
    .selectFrom('meetings')
    .select('calendar_sequence')
    .where('id', '=', meeting)
    .executeTakeFirstOrThrow();
  return { meeting, sequence, startsAt, minutes: minutesOf(template), url: `${origin}/join`, saidAt: now() };
}

/** One change more, and only while the meeting has not begun: asked, written and noted in one transaction. */
async function change(
  db: Kysely<Tables>,
  meeting: MeetingId,
  to: Partial<Pick<MeetingRow, 'starts_at' | 'video_url'>>,
  note: (transaction: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('meetings')
      .select('state')
      .where('id', '=', meeting)
      .executeTakeFirstOrThrow();
    const { status } = MeetingState.parse(JSON.parse(row.state));
    if (status !== 'planned' && status !== 'open') throw notNow(status);
    if (Object.keys(to).length) await transaction.updateTable('meetings').set(to).where('id', '=', meeting).execute();
    await count(transaction, meeting);
    await note(transaction);
  });
}

const notNow = (status: string) =>
  new AppError('not-now', `A meeting that is ${status} can neither be moved nor called off.`);

async function count(db: Kysely<Tables> | Transaction<Tables>, meeting: MeetingId): Promise<void> {
  await db
    .updateTable('meetings')
    .set(({ eb }) => ({ calendar_sequence: eb('calendar_sequence', '+', 1) }))
    .where('id', '=', meeting)
    .execute();
}
