import type { MeetingTasks, TaskReport, TaskView } from '#shared/after.ts';
import { AppError } from '#shared/errors.ts';
import { isTheirs, mayReport, restsWith, tasksOf, type Task } from '#shared/meeting/tasks.ts';
import { mayRead } from '#shared/plan/rights.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Standing, Standings } from './standing.ts';
import type { TaskReports } from './taskReports.ts';

/** What was promised in a meeting, and what became of it. What is said of a task never changes the plan. */
export interface Tasks {
  /** The tasks of the plan that counts, as far as `by` may read it. */
  of(by: Participant, standing?: Standing): Promise<MeetingTasks>;
  /** @throws AppError `forbidden`; `not-found` for what is no task that `by` may read. */
  report(by: Participant, task: string, said: Pick<TaskReport, 'state' | 'words'>): Promise<TaskView>;
}

export interface TasksParts {
  standings: Standings;
  reports: TaskReports;
  participants: Pick<Participants, 'of'>;
  audit: Audit;
}

export function createTasks({ standings, reports, participants, audit }: TasksParts): Tasks {
  const of: Tasks['of'] = async (by, standing) => {
    const { version, plan } = standing ?? (await standings.of(by.meeting));
    const [people, said] = await Promise.all([participants.of(by.meeting), reports.of(by.meeting)]);
    const tasks = tasksOf(plan)
      .filter(({ section }) => mayRead(by, section))
      .map((task) => taskView(task, said.get(task.id) ?? null, by, people));
    return { version, tasks };
  };

  return {
    of,

    async report(by, id, said) {
      const task = (await of(by)).tasks.find((each) => each.id === id);
      if (!task) throw new AppError('not-found', 'There is no such task for you.');
      if (!task.mayReport) throw new AppError('forbidden', 'This is for whoever promised it to say, or the patient.');
      const { report } = task;
      // Said twice in a row it is said once.
      if (report?.name === by.name && report.state === said.state && report.words === said.words) return task;
      await audit.note(by.meeting, by, 'reported', { about: `${task.section} ${id}: ${said.state}` });
      return { ...task, report: await reports.add(by, id, said) };
    },
  };
}

function taskView(task: Task, report: TaskReport | null, by: Participant, people: readonly Participant[]): TaskView {
  return {
    ...task,
    rests: restsWith(task, people),
    mine: isTheirs(task, by, people),
    mayReport: mayReport(task, by, people),
    report: report?.state === 'open' ? null : report,
  };
}
