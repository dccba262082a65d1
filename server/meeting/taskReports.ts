import type { Kysely } from 'kysely';
import { TaskReport, type TaskState } from '#shared/after.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Tables } from '#server/store/tables.ts';

/** What was said of tasks. Rows are only ever added; the latest of a task counts. */
export interface TaskReports {
  /** By the task's id. What was taken back stands there as `open`. */
  of(meeting: MeetingId): Promise<ReadonlyMap<string, TaskReport>>;
  add(by: Participant, task: string, said: { state: TaskState; words: string }): Promise<TaskReport>;
}

export function createTaskReports({ db, now }: { db: Kysely<Tables>; now: () => number }): TaskReports {
  return {
    async of(meeting) {
      // However often somebody changes their mind, as much is read as counts.
      const latest = db
        .selectFrom('task_reports')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .where('meeting', '=', meeting)
        .groupBy('task');
      const rows = await db
        .selectFrom('task_reports')
        .select(['task', 'state', 'words', 'name', 'at'])
        .where('seq', 'in', latest)
        .execute();
      return new Map(rows.map(({ task, ...report }) => [task, TaskReport.parse(report)]));
    },

    async add({ id, meeting, name }, task, { state, words }) {
      const at = now();
      await db.insertInto('task_reports').values({ meeting, task, participant: id, name, at, state, words }).execute();
      return { state, words, name, at };
    },
  };
}
