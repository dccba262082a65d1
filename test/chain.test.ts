import { execFile } from 'node:child_process';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { verifyLog, type KnownHead } from '#server/audit/verification.ts';
import { chained, type Entry } from '#server/store/chain.ts';
import { runHouse } from './support/house.ts';
import { closedLog, folder, openStore, tamperedWith } from './support/logBook.ts';

const ENTRIES = 12;

type Stored = Entry & { seq: number; prev: string; hash: string };
const at = (database: DatabaseSync, seq: number) =>
  database.prepare('SELECT * FROM audit WHERE seq = ?').get(seq) as unknown as Stored;

/** Puts an entry where it does not belong, tied to `prev` as an honest one. */
function put(database: DatabaseSync, seq: number, prev: string, name = 'Per Falsk'): Stored {
  const row = { ...chained({ ...at(database, 1), name }, prev), seq };
  const columns = Object.keys(row);
  database
    .prepare(`INSERT INTO audit (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
    .run(...(Object.values(row) as SQLInputValue[]));
  return row;
}

/** Hashes the entry anew as it stands now, and all behind it where that is wanted. */
function rehash(database: DatabaseSync, from: number, to = from): void {
  let prev = at(database, from).prev;
  for (let seq = from; seq <= to; seq += 1) {
    const { hash } = chained(at(database, seq), prev);
    database.prepare('UPDATE audit SET prev = ?, hash = ? WHERE seq = ?').run(prev, hash, seq);
    prev = hash;
  }
}

const shift = (database: DatabaseSync, from: number, by: number) => {
  database.exec(
    `UPDATE audit SET seq = -(seq + ${by}) WHERE seq >= ${from}; UPDATE audit SET seq = -seq WHERE seq < 0`,
  );
};

const BREAKINGS: Record<string, [(database: DatabaseSync) => void, string, number]> = {
  'another name': [(db) => db.exec(`UPDATE audit SET name = 'Nobody' WHERE seq = 5`), 'changed', 5],
  'another time': [(db) => db.exec('UPDATE audit SET at = at + 1 WHERE seq = 5'), 'changed', 5],
  'another role': [(db) => db.exec(`UPDATE audit SET role = 'gp' WHERE seq = 5`), 'changed', 5],
  'no organisation': [(db) => db.exec('UPDATE audit SET organisation = NULL WHERE seq = 5'), 'changed', 5],
  'another action': [(db) => db.exec(`UPDATE audit SET action = 'wrote' WHERE seq = 5`), 'changed', 5],
  'something else that it is about': [(db) => db.exec(`UPDATE audit SET about = 'goals' WHERE seq = 5`), 'changed', 5],
  'another outcome': [(db) => db.exec(`UPDATE audit SET outcome = 'refused' WHERE seq = 5`), 'changed', 5],
  'another reason': [(db) => db.exec(`UPDATE audit SET why = 'own' WHERE seq = 5`), 'changed', 5],
  'another meeting': [(db) => db.exec(`UPDATE audit SET meeting = 'other' WHERE seq = 5`), 'changed', 5],
  'another person': [(db) => db.exec(`UPDATE audit SET participant = NULL WHERE seq = 5`), 'changed', 5],
  'the first entry changed': [(db) => db.exec(`UPDATE audit SET name = 'Nobody' WHERE seq = 1`), 'changed', 1],
  'the last entry changed': [(db) => db.exec(`UPDATE audit SET name = 'Nobody' WHERE seq = 12`), 'changed', 12],
  'an entry taken away': [(db) => db.exec('DELETE FROM audit WHERE seq = 5'), 'missing', 5],
  'the first entry taken away': [(db) => db.exec('DELETE FROM audit WHERE seq = 1'), 'missing', 1],
  'three entries taken away': [(db) => db.exec('DELETE FROM audit WHERE seq IN (5, 6, 7)'), 'missing', 5],
  'an entry taken away, and those behind it numbered anew': [
    (db) => (db.exec('DELETE FROM audit WHERE seq = 5'), shift(db, 6, -1)),
    ...(['rehashed', 4] as const),
  ],
  'an entry put in': [(db) => (shift(db, 6, 1), put(db, 6, at(db, 5).hash)), 'put in', 6],
  'an entry put in with a hash out of thin air': [
    (db) => (shift(db, 6, 1), put(db, 6, 'f'.repeat(64)), db.exec(`UPDATE audit SET hash = 'x' WHERE seq = 6`)),
    ...(['put in', 6] as const),
  ],
  'two entries changed about': [
    (db) => db.exec('UPDATE audit SET seq = -seq WHERE seq IN (5, 6); UPDATE audit SET seq = 11 + seq WHERE seq < 0'),
    ...(['order', 5] as const),
  ],
  'the end cut off': [(db) => db.exec('DELETE FROM audit WHERE seq > 9'), 'cut off', 10],
  'everything taken away': [(db) => db.exec('DELETE FROM audit'), 'cut off', 1],
  'one entry changed and hashed anew': [
    (db) => (db.exec(`UPDATE audit SET name = 'Nobody' WHERE seq = 5`), rehash(db, 5)),
    ...(['rehashed', 5] as const),
  ],
  'only the hash of an entry': [
    (db) => db.exec(`UPDATE audit SET hash = '${'a'.repeat(64)}' WHERE seq = 5`),
    'changed',
    5,
  ],
};

describe('a log that somebody has been at is broken, and its first broken entry is named', () => {
  test.each(Object.entries(BREAKINGS))('%s', async (_, [how, kind, seq]) => {
    const dataDir = await tamperedWith(await closedLog(ENTRIES), how);
    const { broken, entries } = verifyLog(openStore(dataDir), null);
    expect(broken).toMatchObject({ kind, seq });
    expect(entries, 'what stands before it was looked at').toBeLessThanOrEqual(ENTRIES);
  });

  test('and one that nobody has touched is whole, also when it is empty', async () => {
    expect(verifyLog(openStore(await closedLog(ENTRIES)), null)).toMatchObject({ entries: ENTRIES, broken: null });
    expect(verifyLog(openStore(await closedLog(0)), null)).toEqual({ entries: 0, head: null, broken: null });
    const copied = await tamperedWith(await closedLog(ENTRIES), () => undefined);
    expect(verifyLog(openStore(copied), null).broken, 'a copy').toBeNull();
  });
});

describe('whoever keeps the head of the log elsewhere notices', () => {
  const HARD: Record<string, [(database: DatabaseSync) => void, string]> = {
    'that all from an entry on was hashed anew': [
      (db) => (db.exec(`UPDATE audit SET name = 'Nobody' WHERE seq = 5`), rehash(db, 5, ENTRIES)),
      'made anew',
    ],
    'that the end was cut off and the count put back': [
      (db) => db.exec(`DELETE FROM audit WHERE seq > 9; UPDATE sqlite_sequence SET seq = 9 WHERE name = 'audit'`),
      'cut off',
    ],
  };
  test.each(Object.entries(HARD))('%s', async (_, [how, kind]) => {
    const dataDir = await closedLog(ENTRIES);
    const known = verifyLog(openStore(dataDir), null).head as KnownHead;
    const database = openStore(await tamperedWith(dataDir, how));
    expect(verifyLog(database, null).broken, 'without it nobody can tell').toBeNull();
    expect(verifyLog(database, known).broken).toMatchObject({ kind });
    expect(verifyLog(database, { ...known, seq: null }).broken, 'by the hash alone').not.toBeNull();
  });

  test('and an older head is still in a log that has grown honestly', async () => {
    const database = openStore(await closedLog(ENTRIES));
    const { hash } = at(database, 7);
    expect(verifyLog(database, { seq: 7, hash }).broken).toBeNull();
    expect(verifyLog(database, { seq: null, hash }).broken).toBeNull();
    expect(verifyLog(database, { seq: 8, hash }).broken).toMatchObject({ kind: 'made anew', seq: 8 });
  });
});

describe('the command', () => {
  const program = fileURLToPath(new URL('../server/verifyLog.ts', import.meta.url));
  const verify = (...given: string[]) =>
    promisify(execFile)(process.execPath, [program, ...given]).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        ...{ code: error.code, said: error.stdout + error.stderr },
      }),
    );

  test('says 0 for a whole log and tells its head, 1 for a broken one and names the entry', async () => {
    const dataDir = await closedLog(ENTRIES);
    const whole = await verify('--data', dataDir);
    expect(whole).toMatchObject({
      code: 0,
      said: expect.stringMatching(/whole: 12 entries, head 12:[0-9a-f]{64}/) as string,
    });
    const head = /12:[0-9a-f]{64}/.exec(whole.said)![0];
    expect((await verify('--data', dataDir, '--head', head)).code).toBe(0);
    const broken = await tamperedWith(dataDir, (db) => db.exec(`UPDATE audit SET name = 'Nobody' WHERE seq = 5`));
    expect(await verify('--data', broken)).toMatchObject({
      ...{ code: 1, said: expect.stringMatching(/Entry 5 of 2025-11-24T16:00:00.000Z was changed/) as string },
    });
  });

  test('says 2 and why when there is no log, when the house has it, and when it is asked wrongly', async () => {
    expect(await verify('--data', await folder())).toMatchObject({
      code: 2,
      said: expect.stringContaining('no store') as string,
    });
    const house = await runHouse();
    expect(await verify('--data', house.dataDir)).toMatchObject({
      code: 2,
      said: expect.stringContaining('running') as string,
    });
    await house.close();
    expect((await verify('--data', house.dataDir)).code, 'and when it has closed, the log is whole').toBe(0);
    for (const wrong of [['--head', '12'], ['--what']])
      expect(await verify('--data', house.dataDir, ...wrong)).toMatchObject({
        code: 2,
        said: expect.stringContaining('--head') as string,
      });
  });
});
