import type { MeetingId } from '#shared/ids.ts';
import type { Audit, Doer } from './audit.ts';
import { Recent } from './recent.ts';

/** Somebody who reads the same again within this time goes on reading: a line that breaks is no new reading. */
const SAME_READING_MS = 60_000;

/** What pages read again and again stands in the log once for each sitting. */
export interface Readings {
  /** Before it is given out. `about`: what is read, as the log names it. */
  note(by: Doer & { meeting: MeetingId }, about: string): Promise<void>;
}

/** `now` is in ms since 1970. */
export function createReadings({ audit, now }: { audit: Audit; now: () => number }): Readings {
  const readings = new Recent(SAME_READING_MS, now);
  return {
    async note(by, about) {
      const reading = `${by.meeting}/${by.id ?? ''}/${about}`;
      if (readings.has(reading)) return;
      await audit.note(by.meeting, by, 'read', { about });
      // Only what stands in the log counts as noted.
      readings.add(reading);
    },
  };
}
