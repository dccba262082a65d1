import { clockAt } from '#shared/day.ts';
import { clockWords as clockIn } from '#shared/when.ts';
import { nb } from '#shared/words/nb/index.ts';

/** `YYYY-MM-DD` as `dd.mm.åååå`. */
export function dateWords(date: string): string {
  return date.split('-').toReversed().join('.');
}

/** `HH:MM` as `HH.MM`. */
export function clockWords(time: string): string {
  return clockIn(time, nb.calendar);
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
