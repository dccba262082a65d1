import type { TaskState, TaskView } from '#shared/after.ts';
import type { MeetingId } from '#shared/ids.ts';
import { daysLeft, type Task } from '#shared/meeting/tasks.ts';
import type { AsideCatalogue } from '#shared/words/catalogue.ts';
import { dayAndTime, longDay } from '#shared/when.ts';

/** A meeting with what was promised in it. */
export interface TaskMeeting {
  id: MeetingId;
  patient: string;
  tasks: readonly TaskView[];
}

/** One task, in words. */
export interface TaskLine {
  /** Unique over all meetings. */
  key: string;
  meeting: MeetingId;
  task: string;
  patient: string;
  what: string;
  /** Who is to do it; empty where nobody is named. */
  owner: string;
  due: string;
  isLate: boolean;
  mayReport: boolean;
  state: TaskState;
  stateWords: string;
  words: string;
  /** Who said last what became of it, and when; empty where nobody has. */
  said: string;
}

export interface TaskGroup {
  title: string;
  mine: boolean;
  lines: TaskLine[];
  /** Those that were done before. */
  done: TaskLine[];
}

/**
 * Tasks by whom they rest with, one's own first, each group by date. `done`: keys of those that are folded away.
 * `today` is `YYYY-MM-DD` in Norway.
 */
export function taskGroups(
  meetings: readonly TaskMeeting[],
  done: readonly string[],
  today: string,
  words: AsideCatalogue,
): TaskGroup[] {
  const folded = new Set(done);
  const groups = new Map<string, TaskGroup>();
  const all = meetings.flatMap((meeting) => meeting.tasks.map((task) => ({ meeting, task })));
  for (const { meeting, task } of all.toSorted((a, b) => byDate(a.task, b.task))) {
    const title = titleFor(task, words);
    const group = groups.get(title) ?? { title, mine: task.mine, lines: [], done: [] };
    const line = lineOf(meeting, task, today, words);
    (folded.has(line.key) ? group.done : group.lines).push(line);
    groups.set(title, group);
  }
  return [...groups.values()].toSorted((a, b) => Number(b.mine) - Number(a.mine));
}

/** Unique over all meetings. */
export const keyOf = (meeting: MeetingId, { id }: Pick<TaskView, 'id'>): string => `${meeting}/${id}`;

function titleFor({ mine, rests, owner }: TaskView, { tasks, people }: AsideCatalogue): string {
  if (mine) return rests.role === 'patient' || rests.role === 'kin' ? tasks.mineAlone : tasks.mine;
  return rests.organisation ?? (rests.role && people.party[rests.role]) ?? (owner.trim() || tasks.nobody);
}

function lineOf({ id, patient }: TaskMeeting, task: TaskView, today: string, words: AsideCatalogue): TaskLine {
  const { report } = task;
  const state = report?.state ?? 'open';
  const left = daysLeft(task, today);
  return {
    ...{ key: keyOf(id, task), meeting: id, task: task.id, patient, owner: task.owner.trim() },
    what: task.section === 'disagreements' ? words.tasks.settle(task.what) : task.what,
    due: [dueIn(task, left, words), task.when.trim()].filter(Boolean).join(' · '),
    isLate: left !== null && left < 0 && state !== 'done',
    ...{ mayReport: task.mayReport, state, stateWords: words.tasks.states[state], words: report?.words ?? '' },
    said: report ? words.tasks.saidBy(report.name, dayAndTime(report.at, words.calendar)) : '',
  };
}

/** An appointment is on its day; what somebody does, is done by then. */
const ON_THE_DAY: readonly Task['section'][] = ['followup', 'services'];

function dueIn({ due, section }: Task, left: number | null, { tasks, calendar }: AsideCatalogue): string {
  if (due === null || left === null) return '';
  const date = longDay(due, calendar);
  if (left < 0) return tasks.overdue(-left, date);
  return left === 0
    ? tasks.today
    : left === 1
      ? tasks.tomorrow
      : ON_THE_DAY.includes(section)
        ? date
        : tasks.within(date);
}

function byDate(a: TaskView, b: TaskView): number {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
}
