import { createNextMeeting, type NextMeeting, type NextMeetingParts } from './nextMeeting.ts';
import { createOverview, type Overview, type OverviewParts } from './overview.ts';
import { createStandings, type StandingParts } from './standing.ts';
import { createTaskReports } from './taskReports.ts';
import { createTasks, type Tasks } from './tasks.ts';

/** What comes after a meeting. */
export interface Afterwards {
  tasks: Tasks;
  overview: Overview;
  nextMeeting: NextMeeting;
}

type Made = 'standings' | 'reports' | 'tasks' | 'rooms';

export type AfterwardsParts = Omit<NextMeetingParts, Made> &
  Omit<OverviewParts, Made> & {
    db: StandingParts['db'];
    readVersion: StandingParts['readVersion'];
    rooms: NextMeetingParts['rooms'] & StandingParts['rooms'];
  };

export function createAfterwards(parts: AfterwardsParts): Afterwards {
  const standings = createStandings(parts);
  const reports = createTaskReports(parts);
  const tasks = createTasks({ ...parts, standings, reports });
  return {
    tasks,
    overview: createOverview({ ...parts, standings, tasks }),
    nextMeeting: createNextMeeting({ ...parts, standings, reports }),
  };
}
