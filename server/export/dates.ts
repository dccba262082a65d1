import { ZONE } from '#shared/day.ts';

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  timeZoneName: 'longOffset',
});

interface ClockReading {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM` */
  time: string;
  /** `+01:00` */
  offset: string;
}

/** What calendar and clock in Norway show at `at` (ms since 1970). */
export function clockAt(at: number): ClockReading {
  const parts = Object.fromEntries(CLOCK.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
    offset: parts['timeZoneName']?.replace('GMT', '') || '+00:00',
  };
}

/** `YYYY-MM-DD` as `dd.mm.åååå`. */
export function dateWords(date: string): string {
  return date.split('-').toReversed().join('.');
}

const LONG = new Intl.DateTimeFormat('nb-NO', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

/** `YYYY-MM-DD` as it is said: „fredag 27. november”, and the year where it is not `year`. */
export function longDateWords(date: string, year = ''): string {
  const words = LONG.format(Date.parse(`${date}T00:00:00Z`));
  return date.startsWith(`${year}-`) ? words : `${words} ${date.slice(0, 4)}`;
}

/** `HH:MM` as `HH.MM`. */
export function clockWords(time: string): string {
  return time.replace(':', '.');
}

/** `at` (ms since 1970) as `dd.mm.åååå`, in Norway. */
export function dayOf(at: number): string {
  return dateWords(clockAt(at).date);
}

/** `at` (ms since 1970) as `dd.mm.åååå kl. HH.MM`, in Norway. */
export function momentOf(at: number): string {
  const { date, time } = clockAt(at);
  return `${dateWords(date)} kl. ${clockWords(time)}`;
}

/** A date and a time of day in Norway as a FHIR dateTime with offset; without a time, the date alone. */
export function fhirDateTime(date: string, time: string | null): string {
  if (time === null) return date;
  // The offset at the same reading in UTC is right but for the hours around a change of the clock; then once more.
  const first = clockAt(Date.parse(`${date}T${time}:00Z`)).offset;
  const { offset } = clockAt(Date.parse(`${date}T${time}:00${first}`));
  return `${date}T${time}:00${offset}`;
}
