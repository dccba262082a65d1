import type { ParticipantId } from '#shared/ids.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Metrics } from '#server/http/operatorRoutes.ts';
import type { ConnectionHooks } from '#server/sync/index.ts';

/** Somebody who opens a part again within this time goes on reading: a line that breaks is no new reading. */
const SAME_READING_MS = 60_000;
/** Readings that are remembered; then all are forgotten, and the next ones are noted once more. */
const READINGS = 50_000;

export interface PlanNotesParts {
  audit: Audit;
  metrics: Metrics;
  /** ms since 1970. */
  now: () => number;
}

/** What the doors of the plan have noted in the access log: reading, writing, and what was refused. */
export function planNotes({ audit, metrics, now }: PlanNotesParts): ConnectionHooks {
  const readings = new Map<string, number>();
  const isNew = (by: ParticipantId, section: string) => {
    const last = readings.get(`${by}/${section}`);
    return last === undefined || now() - last >= SAME_READING_MS;
  };
  const remember = (by: ParticipantId, section: string) => {
    if (readings.size >= READINGS) readings.clear();
    readings.set(`${by}/${section}`, now());
  };
  return {
    async onJoin(by: Participant, section) {
      if (!isNew(by.id, section)) return;
      await audit.note(by.meeting, by, 'read', { about: section });
      // Only what stands in the log counts as noted.
      remember(by.id, section);
    },
    onFirstWrite: (by, section) => audit.note(by.meeting, by, 'wrote', { about: section }),
    async onRefused(by, section, code) {
      metrics.refusedUpdates.inc({ code });
      await audit.note(by.meeting, by, 'wrote', { about: section, refused: true });
    },
  };
}
