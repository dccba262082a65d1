import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import { sqlUpdateLog } from '#server/store/sqlUpdateLog.ts';
import { updateLogContract } from './support/updateLogContract.ts';

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'store-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

updateLogContract('SQLite', async () => {
  const db = await openSqlite(await folder());
  return { log: sqlUpdateLog({ db, pause: () => Promise.resolve() }), close: () => db.destroy() };
});

describe('the data directory', () => {
  test('belongs to one house at a time, and is free again when it closes', async () => {
    const dir = await folder();
    const first = await openSqlite(dir);
    await expect(openSqlite(dir)).rejects.toThrow(/another process is using it/);
    await expect(openSqlite(dir)).rejects.toBeInstanceOf(AppError);
    await first.destroy();
    await (await openSqlite(dir)).destroy();
  });

  test('that cannot be written is refused in words', async () => {
    const file = join(await folder(), 'a-file');
    await writeFile(file, '');
    await expect(openSqlite(join(file, 'data'))).rejects.toThrow(/cannot be opened for writing/);
  });
});
