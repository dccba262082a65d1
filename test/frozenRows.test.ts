import { sql, type Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createContents } from '#server/agreement/contents.ts';
import { createSignatures } from '#server/agreement/signatures.ts';
import { createVersions } from '#server/agreement/versions.ts';
import type { Tables } from '#server/store/tables.ts';
import { agreedVersion, signature } from './support/agreedVersion.ts';
import { openStore, putMeeting } from './support/store.ts';

const agreed = agreedVersion();
const { id: meeting } = agreed.meeting;
const ADDENDUM = { version: 1, hash: agreed.hash, words: 'Ringte datteren.' };

/** Version 1 with a signature, what it covers and an addendum. */
async function proven(db: Kysely<Tables>) {
  await putMeeting(db, meeting);
  await createVersions(db).add(agreed);
  await createSignatures(db).add(meeting, signature('kari', agreed.plan));
  await createContents(db).keep(meeting, agreed.plan, agreed.fingerprints);
  await db
    .insertInto('addenda')
    .values({ meeting, version: 1, body: JSON.stringify(ADDENDUM) })
    .execute();
}

const TABLES = ['versions', 'signatures', 'contents', 'addenda'] as const;
const KEYS = { versions: 'meeting, version', signatures: 'seq', contents: 'meeting, section, hash', addenda: 'seq' };
const rowsOf = (table: string) => `SELECT * FROM ${table} ORDER BY 1, 2, 3`;

describe.each(TABLES)('a row of %s', (table) => {
  const copied = (body: string) => {
    const columns = {
      versions: `meeting, version, hash, ${body}, agreed_at`,
      signatures: `seq, meeting, participant, hash, ${body}`,
      contents: `meeting, section, hash, ${body}`,
      addenda: `seq, meeting, version, ${body}`,
    };
    return `SELECT ${columns[table]} FROM ${table} WHERE true`;
  };
  const FORGERIES = [
    `UPDATE ${table} SET body = 'x'`,
    `UPDATE ${table} SET meeting = 'another'`,
    `DELETE FROM ${table}`,
    `INSERT OR REPLACE INTO ${table} ${copied("'x'")}`,
    `REPLACE INTO ${table} ${copied("'x'")}`,
    `INSERT INTO ${table} ${copied("'x'")} ON CONFLICT (${KEYS[table]}) DO UPDATE SET body = excluded.body`,
  ];

  test.each(FORGERIES)('is not changed by the house itself: %s', async (forgery) => {
    const { db } = await openStore();
    await proven(db);
    const before = await sql.raw(rowsOf(table)).execute(db);
    await expect(sql.raw(forgery).execute(db)).rejects.toThrow(/never change|stay until/);
    expect(before.rows.length).toBeGreaterThan(0);
    expect((await sql.raw(rowsOf(table)).execute(db)).rows).toEqual(before.rows);
  });

  test.each(FORGERIES)('nor by another program, whatever it has switched off: %s', async (forgery) => {
    const store = await openStore();
    const { db } = store;
    await proven(db);
    const other = await store.another();
    other.exec('PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF');
    const before = other.prepare(rowsOf(table)).all();
    expect(before.length).toBeGreaterThan(0);
    expect(() => other.exec(forgery)).toThrow(/never change|stay until/);
    expect(other.prepare(rowsOf(table)).all()).toEqual(before);
  });
});

test('what was agreed goes when its meeting is deleted, and only then', async () => {
  const { db } = await openStore();
  await proven(db);
  const deleted = JSON.stringify({ status: 'deleted' });
  await db.updateTable('meetings').set({ state: deleted }).where('id', '=', meeting).execute();
  for (const table of ['addenda', 'contents', 'signatures', 'versions'] as const) {
    await db.deleteFrom(table).where('meeting', '=', meeting).execute();
    expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
  }
});

test('the access log is not written over either', async () => {
  const store = await openStore();
  const { db } = store;
  await sql`INSERT INTO audit (at, name, action, outcome) VALUES (1, 'Kari', 'read', 'done')`.execute(db);
  const other = await store.another();
  const forgery = `REPLACE INTO audit (seq, at, name, action, outcome) VALUES (1, 1, 'Mona', 'read', 'done')`;
  expect(() => other.exec(forgery)).toThrow(/never change/);
  expect(other.prepare('SELECT name FROM audit').all()).toEqual([{ name: 'Kari' }]);
});

test('an addendum is to a version that there is', async () => {
  const { db } = await openStore();
  await proven(db);
  const add = (version: number) => db.insertInto('addenda').values({ meeting, version, body: '{}' }).execute();
  await expect(add(2)).rejects.toThrow(/FOREIGN KEY/);
  await add(1);
});
