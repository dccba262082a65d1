import { clockAt } from './day.ts';
import type { Catalogue } from './words/catalogue.ts';

type Calendar = Catalogue['calendar'];

/**
 * Dates and times as they are written in each language, and as clocks in Norway show them wherever one sits. From the
 * catalogue's own tables: some browsers know no nynorsk and would write English.
 */

/** `2026-11-26` → `torsdag 26. november` */
export function longDay(date: string, calendar: Calendar): string {
  // Sunday is 0 here, and the last of the week in Norway.
  const weekday = calendar.weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '';
  return calendar.onWeekday(weekday, dayOfMonth(date, calendar));
}

/** `2026-11-26` → `26. november 2026` */
export function dayInYear(date: string, calendar: Calendar): string {
  return calendar.inYear(dayOfMonth(date, calendar), date.slice(0, 4));
}

/** `2026-11-26` → `torsdag 26. november 2026` */
export function longDayInYear(date: string, calendar: Calendar): string {
  return calendar.inYear(longDay(date, calendar), date.slice(0, 4));
}

/** `11:00` → `11.00` */
export function clockWords(time: string, calendar: Calendar): string {
  const [hour = '', minute = ''] = time.split(':');
  return calendar.clock(hour, minute);
}

/** `2026-11` → `november 2026` */
export function monthInYear(month: string, calendar: Calendar): string {
  const [year = '', number = ''] = month.split('-');
  return calendar.inYear(calendar.months[Number(number) - 1] ?? '', year);
}

/** ms since 1970 → `torsdag 26. november kl. 11.00` */
export function dayAndTime(ms: number, calendar: Calendar): string {
  const { date, time } = clockAt(ms);
  return calendar.at(longDay(date, calendar), clockWords(time, calendar));
}

/** ms since 1970 → `25.11.` */
export function dayAndMonth(ms: number, calendar: Calendar): string {
  const [, month = '', day = ''] = clockAt(ms).date.split('-');
  return calendar.short(String(Number(day)), String(Number(month)));
}

/** ms since 1970 → `11.00` */
export function timeOfDay(ms: number, calendar: Calendar): string {
  return clockWords(clockAt(ms).time, calendar);
}

function dayOfMonth(date: string, calendar: Calendar): string {
  const [, month = '', day = ''] = date.split('-');
  return calendar.date(String(Number(day)), calendar.months[Number(month) - 1] ?? '');
}
