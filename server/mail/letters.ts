import { dayInNorway } from '#shared/day.ts';
import { longDayInYear, timeOfDay } from '#shared/when.ts';
import { nb } from '#shared/words/nb/index.ts';
import type { Letter } from './mail.ts';

/** What a letter about a meeting is made from. `startsAt` is in ms since 1970, `calendar` the iCalendar that goes along. */
export interface LetterParts {
  to: string;
  startsAt: number;
  calendar: string;
}

const words = nb.appointment.letter;

/** The link, and not the code: whoever reads somebody else's mail must not get in. */
export function invitationLetter({ to, startsAt, calendar }: LetterParts, link: string): Letter {
  const { subject, text } = words.invitation;
  return { to, subject, text: text(when(startsAt), link), calendar: { method: 'request', content: calendar } };
}

/** To those who have been told of another time. */
export function movedLetter({ to, startsAt, calendar }: LetterParts): Letter {
  const { subject, text } = words.moved;
  return { to, subject, text: text(when(startsAt)), calendar: { method: 'request', content: calendar } };
}

export function calledOffLetter({ to, startsAt, calendar }: LetterParts): Letter {
  const { subject, text } = words.calledOff;
  return { to, subject, text: text(when(startsAt)), calendar: { method: 'cancel', content: calendar } };
}

/** To one whose invitation no longer counts, while the meeting takes place. */
export function uninvitedLetter({ to, startsAt, calendar }: LetterParts): Letter {
  const { subject, text } = words.uninvited;
  return { to, subject, text: text(when(startsAt)), calendar: { method: 'cancel', content: calendar } };
}

/** `onsdag 25. november 2026 kl. 12.00` */
const when = (ms: number) => nb.calendar.at(longDayInYear(dayInNorway(ms), nb.calendar), timeOfDay(ms, nb.calendar));
