import { expect, test } from 'vitest';
import type { Insertable } from 'kysely';
import type { Tables } from '#server/store/tables.ts';
import { openStore, putMeeting } from './support/store.ts';

const row = (meeting: string) => ({ meeting, section: 'story', participant: null, bytes: Buffer.from('x'), at: 0 });

/** One row for each table that holds something of a meeting. */
const ROWS = (meeting: string) =>
  ({
    participants: {
      id: 'p',
      meeting,
      person: '',
      name: 'Ola',
      role: 'kin',
      organisation: null,
      profession: null,
      withheld: '[]',
      joined_at: 0,
      removed_at: null,
    },
    sessions: {
      hash: 'h',
      person: '',
      name: 'Ola',
      role: 'kin',
      organisation: null,
      profession: null,
      meeting,
      expires_at: 0,
    },
    signatures: { meeting, participant: 'p', hash: '', body: '{}' },
    versions: { meeting, version: 1, hash: '', body: '{}', agreed_at: 0 },
    contents: { meeting, section: 'story', hash: '', body: '{}' },
    addenda: { meeting, version: 1, body: '{}' },
    events: { meeting, at: 0, participant: null, body: '{}' },
    task_reports: { meeting, task: 't', participant: 'p', name: 'Ola', at: 0, state: 'done', words: '' },
  }) satisfies { [Table in keyof Tables]?: Insertable<Tables[Table]> };

test('what comes too late for a deleted meeting is not stored, and does not keep the rest of its commit from being', async () => {
  const { db } = await openStore();
  await putMeeting(db, 'over', 'deleted');
  await putMeeting(db, 'on', 'inMeeting');
  await db
    .insertInto('updates')
    .values([row('on'), row('over'), row('on')].map((one) => ({ ...one, sum: null })))
    .execute();
  expect((await db.selectFrom('updates').select('meeting').execute()).map(({ meeting }) => meeting)).toEqual([
    'on',
    'on',
  ]);
});

test.each(Object.keys(ROWS('')) as (keyof ReturnType<typeof ROWS>)[])(
  'nothing is added to the %s of a deleted meeting, and to those of another it is',
  async (table) => {
    const { db } = await openStore();
    await putMeeting(db, 'over', 'deleted');
    await putMeeting(db, 'on', 'agreed');
    const add = (meeting: string) => db.insertInto(table).values(ROWS(meeting)[table]).execute();
    await expect(add('over')).rejects.toThrow('the meeting is deleted');
    if (table === 'addenda') await db.insertInto('versions').values(ROWS('on').versions).execute();
    await add('on');
    expect(await db.selectFrom(table).select('meeting').execute()).toEqual([{ meeting: 'on' }]);
  },
);
