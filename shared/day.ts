const CALENDAR = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

/** What the calendar in Norway shows at `at` (ms since 1970), `YYYY-MM-DD`. */
export function dayInNorway(at: number): string {
  const parts = Object.fromEntries(CALENDAR.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}
