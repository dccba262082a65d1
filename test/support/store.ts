import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { openSqlite } from '#server/store/sqlite.ts';
import type { Tables } from '#server/store/tables.ts';

/** A store on disk for one test, and a way to it past the house. */
export interface OpenStore {
  db: Kysely<Tables>;
  /** Closes the house's own connection, and opens another one as any tool would. */
  another(): Promise<DatabaseSync>;
}

export async function openStore(): Promise<OpenStore> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  const db = await openSqlite(folder);
  const others: DatabaseSync[] = [];
  onTestFinished(async () => {
    for (const other of others) other.close();
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  });
  const another = async () => {
    await db.destroy();
    const other = new DatabaseSync(join(folder, 'meetings.sqlite'));
    others.push(other);
    return other;
  };
  return { db, another };
}

/** A row of a meeting of which nothing but the id and the state is of interest. */
export async function putMeeting(db: Kysely<Tables>, id: string, status = 'agreed'): Promise<void> {
  await db
    .insertInto('meetings')
    .values({
      ...{ id, title: '', patient_name: '', patient_birth_year: null, template: '{}', starts_at: 0, video_url: null },
      ...{ demo: 1, state: JSON.stringify({ status }), facilitator: '', created_at: 0 },
    })
    .execute();
}
