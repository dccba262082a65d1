import type { OverviewMeeting } from '#shared/after.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import { missingFor, missingIn, type Missing } from '#shared/plan/readiness.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Session } from '#server/access/session.ts';
import type { Audit } from '#server/audit/audit.ts';
import { Recent } from '#server/audit/recent.ts';
import type { Meetings } from './meetings.ts';
import type { Standings } from './standing.ts';
import type { Tasks } from './tasks.ts';

/** Somebody's own meetings, with what is coming, what is missing and what was promised. Nobody sees other people's. */
export interface Overview {
  of(session: Session): Promise<OverviewMeeting[]>;
}

export interface OverviewParts {
  meetings: Pick<Meetings, 'get'>;
  participants: Pick<Participants, 'placesOf' | 'of'>;
  standings: Standings;
  tasks: Pick<Tasks, 'of'>;
  audit: Audit;
  now: () => number;
}

/** Who looks again within this time goes on reading. */
const SAME_READING_MS = 60_000;
/** A plan is thirty documents, and those of a hundred meetings need not be in memory at the same moment. */
const AT_ONCE = 10;

export function createOverview(parts: OverviewParts): Overview {
  const { participants, audit, now } = parts;
  const readings = new Recent(SAME_READING_MS, now);

  const noted = async (by: Participant) => {
    if (readings.has(by.id)) return;
    await audit.note(by.meeting, by, 'read', { about: 'overview' });
    readings.add(by.id);
  };

  return {
    async of(session) {
      const places = await participants.placesOf(session);
      await Promise.all(places.map(noted));
      const all: OverviewMeeting[] = [];
      for (let from = 0; from < places.length; from += AT_ONCE) {
        const some = places.slice(from, from + AT_ONCE);
        all.push(...(await Promise.all(some.map((by) => entriesFor(parts, by)))).flat());
      }
      return all.toSorted((a, b) => a.startsAt - b.startsAt);
    },
  };
}

/** One entry, or none for a meeting that is deleted. */
async function entriesFor(parts: OverviewParts, by: Participant): Promise<OverviewMeeting[]> {
  const { meetings, participants, standings, tasks } = parts;
  const { id, title, patient, startsAt, state, template } = await meetings.get(by.meeting);
  if (state.status === 'deleted') return [];
  const standing = await standings.of(id);
  const joined = [...new Set((await participants.of(id)).map(({ role }) => role))];
  // What is agreed lacks nothing.
  const missing = standing.version === null ? missingFor(by, missingIn(standing.plan, template.required, joined)) : [];
  const entry = {
    ...{ id, title, patient, startsAt, status: state.status, departureOn: standing.plan.departure.on },
    ...{ missing: missing.length, missingMine: missing.filter((point) => canMend(by, point)).length },
    tasks: (await tasks.of(by, standing)).tasks,
  };
  return [entry];
}

/** An unanswered question is mended by those who answer, not by those who ask. */
function canMend(by: Participant, { code, section }: Missing): boolean {
  return mayWrite(by, code === 'not-replied' ? 'questions.answers' : section);
}
