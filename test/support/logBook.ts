import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { createAudit, type Audit, type Doer } from '#server/audit/audit.ts';
import { openSqlite, STORE_FILE } from '#server/store/sqlite.ts';
import { MeetingId, ParticipantId } from '#shared/ids.ts';

export const MEETING = MeetingId.parse('m'.repeat(32));
export const KARI: Doer = {
  ...{ id: ParticipantId.parse('k'.repeat(32)), name: 'Kari Nilsen', role: 'hospital', organisation: 'Sykehuset' },
};

/** A folder that goes away with the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'log-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** An access log in a store that nobody has open, with so many entries. */
export async function closedLog(count: number): Promise<string> {
  const dataDir = await folder();
  const db = await openSqlite(dataDir);
  await fill(createAudit({ db, now: () => 1_764_000_000_000, defer: (_ms, then) => void setImmediate(then) }), count);
  await db.destroy();
  return dataDir;
}

/** So many entries, in one commit. */
export async function fill(audit: Audit, count: number): Promise<void> {
  const parts = Array.from({ length: count }, (_, at) => `part ${at + 1}`);
  await Promise.all(parts.map((about) => audit.note(MEETING, KARI, 'read', { about })));
}

/** The same store in another folder, where somebody does what they like with it. */
export async function tamperedWith(dataDir: string, how: (database: DatabaseSync) => void): Promise<string> {
  const copy = await folder();
  await cp(dataDir, copy, { recursive: true });
  const database = new DatabaseSync(join(copy, STORE_FILE));
  database.exec('DROP TRIGGER audit_never_change; DROP TRIGGER audit_never_go;');
  how(database);
  database.close();
  return copy;
}

export function openStore(dataDir: string): DatabaseSync {
  const database = new DatabaseSync(join(dataDir, STORE_FILE), { readOnly: true });
  onTestFinished(() => database.close());
  return database;
}
