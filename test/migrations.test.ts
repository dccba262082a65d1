import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { verifyLog } from '#server/audit/verification.ts';
import { migrations } from '#server/store/migrations.ts';
import { openSqlite, STORE_FILE } from '#server/store/sqlite.ts';
import { askStore, filesWith } from './support/keeper.ts';
import { folder, openStore } from './support/logBook.ts';

const BIRD = 'Kanarifuglen';

/** The store as a program of before left it, in the words of its own SQL. */
async function storeOfBefore(): Promise<string> {
  const dataDir = await folder();
  const database = new DatabaseSync(join(dataDir, STORE_FILE));
  database.exec('PRAGMA journal_mode = WAL');
  const prepare = (text: string) => {
    const statement = database.prepare(text);
    const all = (values: readonly unknown[]) => statement.all(...(values as never[]));
    const iterate = (values: readonly unknown[]) => statement.iterate(...(values as never[]));
    const run = (values: readonly unknown[]) => statement.run(...(values as never[]));
    return { reader: statement.columns().length > 0, all, run, iterate };
  };
  const dialect = new SqliteDialect({ database: { close: () => database.close(), prepare } });
  const db = new Kysely<unknown>({ dialect });
  const older = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0005'));
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(older) } });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  await sql`INSERT INTO meetings (id, title, patient_name, template, starts_at, demo, state, facilitator, created_at)
    VALUES ('m', '', '', '{}', 0, 1, '{"status":"exported","phase":null,"version":1}', '', 0)`.execute(db);
  for (let number = 1; number <= 50; number += 1)
    await sql`INSERT INTO audit (at, meeting, participant, name, role, organisation, action, about, outcome) VALUES
      (${number}, 'm', 'kari', 'Kari Nilsen', 'hospital', NULL, ${number % 7 ? 'read' : 'exported'}, NULL, 'done')`.execute(
      db,
    );
  await sql`INSERT INTO updates (meeting, section, bytes, at)
    VALUES ('gone', 'story', ${Buffer.from(BIRD.repeat(99))}, 0)`.execute(db);
  await sql`DELETE FROM updates`.execute(db);
  await db.destroy();
  return dataDir;
}

test('the log of a program of before is tied together as it stands, and goes on from there', async () => {
  const dataDir = await storeOfBefore();
  const before = askStore<object>(dataDir, 'SELECT * FROM audit ORDER BY seq');
  const db = await openSqlite(dataDir);
  await db.destroy();
  const after = askStore<{ why: string | null }>(dataDir, 'SELECT * FROM audit ORDER BY seq');
  expect(after, 'nothing of it is another').toMatchObject(before);
  expect(after.every(({ why }) => why === null)).toBe(true);
  expect(verifyLog(openStore(dataDir), null)).toMatchObject({ entries: 50, broken: null });
});

test('a meeting that was taken home before receipts were kept counts its days from when the log says', async () => {
  const dataDir = await storeOfBefore();
  await (await openSqlite(dataDir)).destroy();
  expect(askStore(dataDir, 'SELECT last_receipt_at FROM meetings')).toEqual([{ last_receipt_at: 49 }]);
});

test('what a program of before deleted does not lie about in the file any more', async () => {
  const dataDir = await storeOfBefore();
  expect(await filesWith(dataDir, BIRD)).not.toEqual([]);
  await (await openSqlite(dataDir)).destroy();
  expect(await filesWith(dataDir, BIRD)).toEqual([]);
});
