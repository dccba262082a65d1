import * as z from 'zod/mini';
import { NewMeeting } from '#shared/api.ts';
import { MeetingId } from '#shared/ids.ts';
import { Rests, Task } from '#shared/meeting/tasks.ts';
import { Profession, Role } from '#shared/roles.ts';

/** The HTTP interface of what comes after a meeting: tasks, the overview, the next meeting. Times are ms since 1970. */

/** What became of a task; `open` takes back what was said. */
export const TaskState = z.enum(['done', 'partly', 'notDone', 'open']);
export type TaskState = z.infer<typeof TaskState>;

export const NewTaskReport = z.strictObject({
  state: TaskState,
  words: z._default(z.string().check(z.trim(), z.maxLength(500)), ''),
});
export type NewTaskReport = z.input<typeof NewTaskReport>;

/** What somebody said last of a task. */
export const TaskReport = z.strictObject({ state: TaskState, words: z.string(), name: z.string(), at: z.int() });
export type TaskReport = z.infer<typeof TaskReport>;

/** A task as one participant gets it. */
export const TaskView = z.extend(Task, {
  rests: Rests,
  /** It is the asker's own, or their organisation's. */
  mine: z.boolean(),
  mayReport: z.boolean(),
  report: z.nullable(TaskReport),
});
export type TaskView = z.infer<typeof TaskView>;

/** `version`: the agreed one that the tasks stand in; null when they stand in a plan that is not agreed yet. */
export const MeetingTasks = z.strictObject({ version: z.nullable(z.int()), tasks: z.array(TaskView) });
export type MeetingTasks = z.infer<typeof MeetingTasks>;

export const OverviewMeeting = z.strictObject({
  id: MeetingId,
  title: z.string(),
  patient: z.strictObject({ name: z.string(), birthYear: z.nullable(z.int()) }),
  startsAt: z.int(),
  status: z.string(),
  /** `YYYY-MM-DD`, from the plan. */
  departureOn: z.nullable(z.string()),
  /** What stands between the plan and agreement: all of it, and what the asker can mend. */
  missing: z.int(),
  missingMine: z.int(),
  tasks: z.array(TaskView),
});
export type OverviewMeeting = z.infer<typeof OverviewMeeting>;

/** The meeting that goes on from another. Without a template it has that one's. */
export const NewNextMeeting = z.extend(z.pick(NewMeeting, { startsAt: true, videoUrl: true }), {
  template: z.optional(NewMeeting.shape.template),
});
export type NewNextMeeting = z.infer<typeof NewNextMeeting>;

/** Who took part in the meeting that this one goes on from, and is not here yet. */
export const EarlierPeople = z.strictObject({
  /** When that meeting was; null where this one goes on from none. */
  startsAt: z.nullable(z.int()),
  people: z.array(
    z.strictObject({
      name: z.string(),
      role: Role,
      organisation: z.nullable(z.string()),
      profession: z.nullable(Profession),
    }),
  ),
});
export type EarlierPeople = z.infer<typeof EarlierPeople>;
