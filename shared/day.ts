/** Where the meetings are: clocks and calendars on screen and paper are of here. */
export const ZONE = 'Europe/Oslo';

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  timeZoneName: 'longOffset',
});

export interface ClockReading {
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

/** What the calendar in Norway shows at `at` (ms since 1970), `YYYY-MM-DD`. */
export function dayInNorway(at: number): string {
  return clockAt(at).date;
}
