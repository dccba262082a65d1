import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { InvitationMade, MailState, MailTried } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Addressee, Addressees } from '#server/access/addressees.ts';
import type { OpenInvitations } from '#server/access/openInvitations.ts';
import { cancelled, requested, type Appointment } from '#server/calendar/calendar.ts';
import { calledOffLetter, invitationLetter, movedLetter, uninvitedLetter } from '#server/mail/letters.ts';
import type { LetterParts } from '#server/mail/letters.ts';
import type { Letter, Mail } from '#server/mail/mail.ts';

/** Letters to those who are invited, and what became of each. A letter that does not go loses nothing but itself. */
export interface AppointmentLetters {
  /** Whether there is a way for letters at all. */
  readonly goes: boolean;
  /** Sends the link of a new invitation to the e-mail address that it has, if it has one. */
  invite(appointment: Appointment, made: InvitationMade): Promise<MailState>;
  /**
   * Sends again what did not go. The link goes along as it is while the house remembers it; once it was restarted it
   * knows the link's hash alone, and makes a new link and a new code, which are told.
   * @throws AppError `unavailable` without mail; `not-found`, `bad-input` without an address, `gone`, `not-now`
   */
  retry(appointment: Appointment, id: string, origin: string): Promise<MailTried>;
  /** The meeting is at another time, or not at all. Those without an address, or whose letter did not go: `false`. */
  tell(news: 'moved' | 'calledOff', appointment: Appointment, to: readonly Addressee[]): Promise<Told[]>;
  /** The invitation of one who has had it by mail does not count any more. */
  uninvite(appointment: Appointment, one: Addressee): Promise<void>;
  /** Whether somebody knows of the meeting by a letter. */
  hasHadLetter(one: Addressee): boolean;
}

export interface Told {
  name: string;
  told: boolean;
}

export interface AppointmentLettersParts {
  mail: Mail | null;
  addressees: Addressees;
  openInvitations: Pick<OpenInvitations, 'renew'>;
}

/** Letters to one address, and of one meeting, in an hour. More than that is a mistake, or mischief. */
export const AN_HOUR = { address: 20, meeting: 200 } as const;

type Write = (parts: LetterParts) => Letter;
const NEWS = { moved: movedLetter, calledOff: calledOffLetter } as const;

export function createAppointmentLetters(parts: AppointmentLettersParts): AppointmentLetters {
  const { mail, addressees, openInvitations } = parts;
  /** Links by invitation that have not gone, which are kept nowhere else: the store has their hashes. */
  const unsent = new Map<string, string>();

  const mayPost = createPostage();

  const post = async (write: Write, { email }: Addressee, appointment: Appointment): Promise<boolean> => {
    if (!mail || !email) return false;
    if (!(await mayPost(appointment.meeting, email))) return false;
    const isOff = write === calledOffLetter || write === uninvitedLetter;
    const calendar = (isOff ? cancelled : requested)(appointment, { organizer: mail.from, attendee: email });
    return mail.send(write({ to: email, startsAt: appointment.startsAt, calendar }));
  };

  const postLink = async (one: Addressee, appointment: Appointment, url: string): Promise<MailState> => {
    unsent.set(one.id, url);
    const state = (await post((letter) => invitationLetter(letter, url), one, appointment)) ? 'sent' : 'failed';
    if (state === 'sent') unsent.delete(one.id);
    await addressees.note(one.id, state);
    return state;
  };

  const postNews = async (write: Write, one: Addressee, appointment: Appointment): Promise<boolean> => {
    if (!mail || !one.email) return false;
    const went = await post(write, one, appointment);
    // Whoever still lacks the link lacks it after other news, too.
    if (one.status !== 'open' || hasHadLetter(one)) await addressees.note(one.id, went ? 'sent' : 'outdated');
    return went;
  };

  return {
    goes: mail !== null,
    hasHadLetter,

    async invite(appointment, { id, url }) {
      const one = await addressees.find(appointment.meeting, id);
      return mail && one?.email ? postLink(one, appointment, url) : 'none';
    },

    async retry(appointment, id, origin) {
      const one = await toBeTold(addressees, mail, appointment.meeting, id);
      if (one.status === 'open' && !hasHadLetter(one)) {
        const kept = unsent.get(id);
        const renewed = kept ? null : await openInvitations.renew(appointment.meeting, id, origin);
        const state = await postLink(one, appointment, kept ?? renewed?.url ?? '');
        return { mail: state, renewed: renewed && { ...renewed, mail: state } };
      }
      const went = await postNews(one.status === 'revoked' ? uninvitedLetter : movedLetter, one, appointment);
      return { mail: went ? 'sent' : 'outdated', renewed: null };
    },

    tell: (news, appointment, to) =>
      Promise.all(to.map(async (one) => ({ name: one.name, told: await postNews(NEWS[news], one, appointment) }))),

    async uninvite(appointment, one) {
      unsent.delete(one.id);
      await postNews(uninvitedLetter, { ...one, status: 'revoked' }, appointment);
    },
  };
}

const hasHadLetter = ({ mail }: Addressee) => mail === 'sent' || mail === 'outdated';

async function toBeTold(addressees: Addressees, mail: Mail | null, meeting: MeetingId, id: string): Promise<Addressee> {
  if (!mail) throw new AppError('unavailable', 'This house sends no mail: there is no SMTP_URL.');
  const one = await addressees.find(meeting, id);
  if (!one) throw new AppError('not-found', 'There is no such invitation.');
  if (!one.email) throw new AppError('bad-input', 'The invitation has no e-mail address.');
  if (one.mail === 'sent') throw new AppError('not-now', 'The letter has gone.');
  // To whom it was never sent, there is nothing to call off.
  const isOver = one.status === 'expired' || (one.status === 'revoked' && one.mail !== 'outdated');
  if (isOver) throw new AppError('gone', 'The invitation can no longer be used.');
  return one;
}

/** Whether one letter more may go: the house is nobody's means to fill somebody else's letter box. */
function createPostage() {
  const [addresses, meetings] = [AN_HOUR.address, AN_HOUR.meeting].map(
    (points) => new RateLimiterMemory({ points, duration: 3600 }),
  ) as [RateLimiterMemory, RateLimiterMemory];
  return async (meeting: MeetingId, email: string): Promise<boolean> => {
    try {
      await addresses.consume(email.toLowerCase());
      await meetings.consume(meeting);
      return true;
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      return false;
    }
  };
}
