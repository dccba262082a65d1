/// <reference lib="esnext.temporal" />
import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { ZONE } from '#shared/day.ts';
import type { MeetingId } from '#shared/ids.ts';

/** What calendars get to know of a meeting: when, and nothing of whom or what about. Times are ms since 1970. */
export interface Appointment {
  meeting: MeetingId;
  /** How often it was changed: of two entries with one UID the higher counts. */
  sequence: number;
  startsAt: number;
  minutes: number;
  /** The page of the house where people come in; never with a token, since calendars are read by many. */
  url: string;
  /** When this was said. */
  saidAt: number;
}

/** Who asks, and who is asked; each e-mail address. */
export interface Correspondence {
  organizer: string;
  attendee: string;
}

/** To be downloaded: anybody's copy, who is not asked for an answer. */
export function published(appointment: Appointment): string {
  return written(appointment, ICalCalendarMethod.PUBLISH, null);
}

/** To be mailed: the meeting takes place then, or now takes place then instead. */
export function requested(appointment: Appointment, between: Correspondence): string {
  return written(appointment, ICalCalendarMethod.REQUEST, between);
}

/** To be mailed: it does not take place, or not with this attendee. */
export function cancelled(appointment: Appointment, between: Correspondence): string {
  return written(appointment, ICalCalendarMethod.CANCEL, between);
}

/** The same for a meeting as long as it lives; nobody can work out the meeting's id, which opens its page, from it. */
export function uidOf(meeting: MeetingId): string {
  return `${createHash('sha256').update(`calendar:${meeting}`).digest('hex').slice(0, 40)}@mote`;
}

const SUMMARY = 'Møte';

function written(appointment: Appointment, method: ICalCalendarMethod, between: Correspondence | null): string {
  const { meeting, sequence, startsAt, minutes, url, saidAt } = appointment;
  const calendar = ical({
    prodId: { company: 'Mote', product: 'Kalender', language: 'NO' },
    method,
    // The zone stands in the times alone: with a zone of the calendar, the library writes DTSTAMP in it, and not in UTC.
    timezone: { name: null, generator: zoneBlock },
  });
  calendar.createEvent({
    ...{ id: uidOf(meeting), sequence, stamp: instant(saidAt), summary: SUMMARY, url },
    ...{ timezone: ZONE, start: inZone(startsAt), end: inZone(startsAt + minutes * 60_000) },
    status: method === ICalCalendarMethod.CANCEL ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(between && {
      organizer: { name: SUMMARY, email: between.organizer },
      // Answers would go to an address that nobody reads.
      attendees: [{ email: between.attendee, rsvp: false }],
    }),
  });
  return `${calendar.toString()}\r\n`;
}

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
const inZone = (ms: number) => instant(ms).toZonedDateTimeISO(ZONE);

/** The library answers with the zone that this one is an alias of; a calendar looks for the name that the times have. */
export function zoneBlock(zone: string): string {
  const [block = ''] = tzlib_get_ical_block(zone);
  return block.replace(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${zone}`);
}
