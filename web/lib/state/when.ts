import { ZONE } from '#shared/day.ts';

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** `2026-11-25T12:00:00.000Z`, as the wire has it. */
export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** The instant at which clocks in Norway show `date` (`YYYY-MM-DD`) and `time` (`HH:MM`); NaN for what is neither. */
export function instantOf(date: string, time: string): number {
  const asIfUtc = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(asIfUtc)) return NaN;
  // Twice: the first guess may lie on the other side of a change between summer and winter time.
  const guess = asIfUtc - aheadAt(asIfUtc);
  return asIfUtc - aheadAt(guess);
}

/** How far clocks in Norway are ahead of UTC at an instant, in ms. */
function aheadAt(ms: number): number {
  return Date.parse(`${wall.format(ms).replace(' ', 'T')}Z`) - ms;
}
