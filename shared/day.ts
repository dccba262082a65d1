/** Where the meetings are: clocks and calendars on screen and paper are of here. */
export const ZONE = 'Europe/Oslo';

const CALENDAR = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

/** What the calendar in Norway shows at `at` (ms since 1970), `YYYY-MM-DD`. */
export function dayInNorway(at: number): string {
  const parts = Object.fromEntries(CALENDAR.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}
