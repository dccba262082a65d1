import type { Participant } from '#server/access/participant.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Readings } from '#server/audit/readings.ts';
import { Recent } from '#server/audit/recent.ts';
import type { Metrics } from '#server/http/operatorRoutes.ts';
import type { ConnectionHooks } from '#server/sync/index.ts';

/** Somebody who goes on writing is noted anew after this time: the log tells to the quarter of an hour who wrote until when. */
const SAME_WRITING_MS = 15 * 60_000;

export interface PlanNotesParts {
  audit: Audit;
  readings: Readings;
  metrics: Metrics;
  /** ms since 1970. */
  now: () => number;
}

/** What the doors of the plan have noted in the access log: reading, writing, and what was refused. */
export function planNotes({ audit, readings, metrics, now }: PlanNotesParts): ConnectionHooks {
  const writings = new Recent(SAME_WRITING_MS, now);
  const underWay = new Map<string, Promise<void>>();
  return {
    onJoin: (by: Participant, section) => readings.note(by, section),

    onWrite(by, section) {
      const writing = `${by.id}/${section}`;
      if (writings.has(writing)) return null;
      const noting =
        underWay.get(writing) ??
        audit
          .note(by.meeting, by, 'wrote', { about: section })
          .then(() => writings.add(writing))
          .finally(() => underWay.delete(writing));
      underWay.set(writing, noting);
      return noting;
    },

    async onRefused(by, section, code, what) {
      metrics.refusedUpdates.inc({ code });
      await audit.note(by.meeting, by, what === 'reading' ? 'read' : 'wrote', { about: section, refused: true });
    },
  };
}
