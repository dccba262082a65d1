import { expect, onTestFinished, test } from 'vitest';
import { MeetingId } from '#shared/ids.ts';
import { createTaskReports } from '#server/meeting/taskReports.ts';
import { openSqlite } from '#server/store/sqlite.ts';

test('of what was said of a task, what does not count any more is not read, however much it is', async () => {
  const db = await openSqlite(null);
  onTestFinished(() => db.destroy());
  const reports = createTaskReports({ db, now: () => 0 });
  const meeting = MeetingId.parse('m'.repeat(24));
  const row = { meeting, task: 'a', participant: 'p', name: 'Mona', at: 1, words: '' };
  // Of another time: what stands here no longer is a state.
  await db
    .insertInto('task_reports')
    .values([
      { ...row, state: 'begun' },
      { ...row, state: 'done', words: 'Først' },
      { ...row, state: 'partly', words: 'Så' },
      { ...row, task: 'b', state: 'notDone' },
      { ...row, meeting: 'another', state: 'done' },
    ])
    .execute();
  const told = await reports.of(meeting);
  expect([told.get('a')?.words, told.get('b')?.state, told.size]).toEqual(['Så', 'notDone', 2]);
});
