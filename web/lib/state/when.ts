/** Dates and times as people in Norway read them, whatever the window's own time zone. All take ms since 1970. */
const ZONE = 'Europe/Oslo';

const day = new Intl.DateTimeFormat('nb-NO', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' });
const clock = new Intl.DateTimeFormat('nb-NO', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

/** `torsdag 26. november kl. 11:00` */
export function dayAndTime(ms: number): string {
  return `${day.format(ms)} kl. ${clock.format(ms)}`;
}

/** `11:00` */
export function timeOfDay(ms: number): string {
  return clock.format(ms);
}
