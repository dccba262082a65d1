import type { Participant } from '#server/access/participant.ts';
import type { Audit } from '#server/audit/audit.ts';
import { Recent } from '#server/audit/recent.ts';
import type { Metrics } from '#server/http/operatorRoutes.ts';
import type { ConnectionHooks } from '#server/sync/index.ts';

/** Somebody who opens a part again within this time goes on reading: a line that breaks is no new reading. */
const SAME_READING_MS = 60_000;

export interface PlanNotesParts {
  audit: Audit;
  metrics: Metrics;
  /** ms since 1970. */
  now: () => number;
}

/** What the doors of the plan have noted in the access log: reading, writing, and what was refused. */
export function planNotes({ audit, metrics, now }: PlanNotesParts): ConnectionHooks {
  const readings = new Recent(SAME_READING_MS, now);
  return {
    async onJoin(by: Participant, section) {
      const reading = `${by.id}/${section}`;
      if (readings.has(reading)) return;
      await audit.note(by.meeting, by, 'read', { about: section });
      // Only what stands in the log counts as noted.
      readings.add(reading);
    },
    onFirstWrite: (by, section) => audit.note(by.meeting, by, 'wrote', { about: section }),
    async onRefused(by, section, code, what) {
      metrics.refusedUpdates.inc({ code });
      await audit.note(by.meeting, by, what === 'reading' ? 'read' : 'wrote', { about: section, refused: true });
    },
  };
}
