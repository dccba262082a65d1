import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { CHAIN_START, chained, type Entry } from './chain.ts';

/** How the tables came to be, oldest first. A migration that has shipped is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-one-meeting': { up: oneMeeting },
  '0002-bases-and-withheld-parts': { up: basesAndWithheldParts },
  '0003-the-talk-and-what-follows': { up: theTalkAndWhatFollows },
  '0004-help-receivers-and-how-it-was': { up: helpReceiversAndHowItWas },
  '0005-proof-and-delivery': { up: proofAndDelivery },
  '0006-the-end-of-a-meeting': { up: theEndOfAMeeting },
};

async function oneMeeting(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE sessions (
    hash TEXT PRIMARY KEY, person TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT,
    profession TEXT, meeting TEXT, expires_at INTEGER NOT NULL) STRICT`.execute(db);
  await sql`CREATE TABLE meetings (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, patient_name TEXT NOT NULL, patient_birth_year INTEGER,
    template TEXT NOT NULL, starts_at INTEGER NOT NULL, video_url TEXT, demo INTEGER NOT NULL, state TEXT NOT NULL,
    facilitator TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT`.execute(db);
  await sql`CREATE TABLE participants (
    id TEXT PRIMARY KEY, meeting TEXT NOT NULL REFERENCES meetings (id), person TEXT NOT NULL, name TEXT NOT NULL,
    role TEXT NOT NULL, organisation TEXT, profession TEXT, joined_at INTEGER NOT NULL, removed_at INTEGER) STRICT`.execute(
    db,
  );
  await sql`CREATE INDEX participants_by_meeting ON participants (meeting)`.execute(db);
  await sql`CREATE INDEX participants_by_person ON participants (person)`.execute(db);
  await sql`CREATE TABLE invitations (
    id TEXT PRIMARY KEY, meeting TEXT NOT NULL REFERENCES meetings (id), token_hash TEXT NOT NULL UNIQUE,
    code_hash TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT, profession TEXT, email TEXT,
    created_by TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER,
    revoked_at INTEGER, wrong_tries INTEGER NOT NULL) STRICT`.execute(db);
  await sql`CREATE INDEX invitations_by_meeting ON invitations (meeting)`.execute(db);
  await sql`CREATE TABLE updates (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL, section TEXT NOT NULL, participant TEXT,
    bytes BLOB NOT NULL, at INTEGER NOT NULL) STRICT`.execute(db);
  await sql`CREATE INDEX updates_by_room ON updates (meeting, section, seq)`.execute(db);
  await sql`CREATE TABLE signatures (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL, participant TEXT NOT NULL, hash TEXT NOT NULL,
    body TEXT NOT NULL) STRICT`.execute(db);
  await sql`CREATE INDEX signatures_by_meeting ON signatures (meeting, seq)`.execute(db);
  await sql`CREATE TABLE versions (
    meeting TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL, agreed_at INTEGER NOT NULL,
    PRIMARY KEY (meeting, version)) STRICT`.execute(db);
  await sql`CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, meeting TEXT, participant TEXT, name TEXT NOT NULL,
    role TEXT, organisation TEXT, action TEXT NOT NULL, about TEXT, outcome TEXT NOT NULL) STRICT`.execute(db);
  await sql`CREATE INDEX audit_by_meeting ON audit (meeting, seq)`.execute(db);
  for (const table of ['signatures', 'versions', 'audit']) await freeze(db, table);
}

async function basesAndWithheldParts(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE bases (
    meeting TEXT NOT NULL, section TEXT NOT NULL, upto INTEGER NOT NULL, bytes BLOB NOT NULL, owners TEXT NOT NULL,
    at INTEGER NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (meeting, section)) STRICT`.execute(db);
  // Rows of before have no checksum.
  await sql`ALTER TABLE updates ADD COLUMN sum INTEGER`.execute(db);
  await sql`ALTER TABLE participants ADD COLUMN withheld TEXT NOT NULL DEFAULT '[]'`.execute(db);
}

async function theTalkAndWhatFollows(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE meetings ADD COLUMN talk TEXT NOT NULL DEFAULT 'null'`.execute(db);
  await sql`ALTER TABLE meetings ADD COLUMN follows TEXT`.execute(db);
  await sql`ALTER TABLE meetings ADD COLUMN calendar_sequence INTEGER NOT NULL DEFAULT 0`.execute(db);
  await sql`ALTER TABLE invitations ADD COLUMN mail TEXT NOT NULL DEFAULT 'none'`.execute(db);
  await sql`CREATE TABLE templates (
    id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, organisation TEXT, made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL, PRIMARY KEY (id, version)) STRICT`.execute(db);
  await sql`CREATE TABLE stays (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL, participant TEXT NOT NULL, came_at INTEGER NOT NULL,
    left_at INTEGER) STRICT`.execute(db);
  await sql`CREATE INDEX stays_by_meeting ON stays (meeting, seq)`.execute(db);
  await sql`CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL, at INTEGER NOT NULL, participant TEXT,
    body TEXT NOT NULL) STRICT`.execute(db);
  await sql`CREATE INDEX events_by_meeting ON events (meeting, seq)`.execute(db);
  await sql`CREATE TABLE task_reports (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL, task TEXT NOT NULL, participant TEXT NOT NULL,
    name TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL, words TEXT NOT NULL) STRICT`.execute(db);
  await sql`CREATE INDEX task_reports_by_meeting ON task_reports (meeting, seq)`.execute(db);
  for (const table of ['templates', 'events', 'task_reports']) await freeze(db, table);
}

async function helpReceiversAndHowItWas(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE meetings ADD COLUMN help_phone TEXT`.execute(db);
  await sql`ALTER TABLE meetings ADD COLUMN refused TEXT NOT NULL DEFAULT '[]'`.execute(db);
  await sql`ALTER TABLE participants ADD COLUMN said_how_it_was INTEGER NOT NULL DEFAULT 0`.execute(db);
  // No row id and no exact time: the order of the rows must not say whose they are.
  await sql`CREATE TABLE feedback (
    id TEXT PRIMARY KEY, month TEXT NOT NULL, organisation TEXT, template TEXT NOT NULL, face TEXT NOT NULL,
    words TEXT NOT NULL) STRICT, WITHOUT ROWID`.execute(db);
}

async function proofAndDelivery(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE contents (
    meeting TEXT NOT NULL, section TEXT NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (meeting, section, hash)) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE TABLE addenda (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
    FOREIGN KEY (meeting, version) REFERENCES versions (meeting, version)) STRICT`.execute(db);
  await sql`CREATE TABLE strokes (
    meeting TEXT NOT NULL, section TEXT NOT NULL, participant TEXT NOT NULL, last_at INTEGER NOT NULL,
    PRIMARY KEY (meeting, section, participant, last_at)) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE TABLE deliveries (
    id TEXT PRIMARY KEY, meeting TEXT NOT NULL, version INTEGER NOT NULL, receiver TEXT NOT NULL, name TEXT NOT NULL,
    party TEXT NOT NULL, way TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL, next_at INTEGER,
    received_at INTEGER, problem TEXT, made_at INTEGER NOT NULL, UNIQUE (meeting, version, receiver),
    FOREIGN KEY (meeting, version) REFERENCES versions (meeting, version)) STRICT`.execute(db);
  await sql`CREATE INDEX deliveries_by_turn ON deliveries (state, next_at)`.execute(db);
  await sql`CREATE TABLE file_prints (
    file TEXT PRIMARY KEY, plan TEXT NOT NULL, version INTEGER NOT NULL, format TEXT NOT NULL, agreed_at INTEGER NOT NULL,
    meeting TEXT) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX file_prints_by_plan ON file_prints (plan)`.execute(db);
  await sql`CREATE INDEX file_prints_by_meeting ON file_prints (meeting)`.execute(db);
  await sql`ALTER TABLE meetings ADD COLUMN last_receipt_at INTEGER`.execute(db);
  for (const table of ['contents', 'addenda']) await freeze(db, table);
  for (const table of ['versions', 'signatures', 'contents', 'addenda']) await keep(db, table);
  await once(db, 'versions', 'meeting = NEW.meeting AND version = NEW.version');
  for (const table of ['signatures', 'addenda', 'audit']) await once(db, table, 'seq = NEW.seq');
  // The same words signed again are no other content.
  await once(
    db,
    'contents',
    'meeting = NEW.meeting AND section = NEW.section AND hash = NEW.hash AND body IS NOT NEW.body',
  );
  await chainTheLog(db);
}

/** The entries of before are tied together as they stand; from now on nobody changes one, and nobody takes one away. */
async function chainTheLog(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TRIGGER audit_never_change`.execute(db);
  await sql`ALTER TABLE audit ADD COLUMN why TEXT`.execute(db);
  await sql`ALTER TABLE audit ADD COLUMN prev TEXT NOT NULL DEFAULT ''`.execute(db);
  await sql`ALTER TABLE audit ADD COLUMN hash TEXT NOT NULL DEFAULT ''`.execute(db);
  const { rows } = await sql<Entry & { seq: number }>`SELECT * FROM audit ORDER BY seq`.execute(db);
  let last = CHAIN_START;
  for (const row of rows) {
    const { prev, hash } = chained(row, last);
    await sql`UPDATE audit SET prev = ${prev}, hash = ${hash} WHERE seq = ${row.seq}`.execute(db);
    last = hash;
  }
  await freeze(db, 'audit');
  await sql`CREATE TRIGGER audit_never_go BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'rows of this table are never taken away'); END`.execute(db);
}

/** Nothing of a meeting is stored when it is deleted, whoever was still at it. Times are counted from its receipts. */
async function theEndOfAMeeting(db: Kysely<unknown>): Promise<void> {
  // A commit is shared with other meetings: what comes too late must not make it fail.
  for (const table of ['updates', 'bases', 'strokes', 'stays'] as const) await endAt(db, table, 'IGNORE');
  for (const table of ['participants', 'invitations', 'sessions', 'signatures', 'versions', 'contents'] as const)
    await endAt(db, table, `ABORT, 'the meeting is deleted'`);
  for (const table of ['addenda', 'deliveries', 'events', 'task_reports'] as const)
    await endAt(db, table, `ABORT, 'the meeting is deleted'`);
  await sql`UPDATE meetings SET last_receipt_at = (SELECT max(at) FROM audit
      WHERE audit.meeting = meetings.id AND action = 'exported' AND outcome = 'done')
    WHERE last_receipt_at IS NULL AND json_extract(state, '$.status') = 'exported'`.execute(db);
}

async function endAt(db: Kysely<unknown>, table: string, raise: string): Promise<void> {
  await sql`CREATE TRIGGER ${sql.raw(`${table}_end`)} BEFORE INSERT ON ${sql.table(table)}
    WHEN (SELECT json_extract(state, '$.status') FROM meetings WHERE id = NEW.meeting) IS 'deleted'
    BEGIN SELECT RAISE(${sql.raw(raise)}); END`.execute(db);
}

/** What proves something is written once. The database itself refuses to change it, whoever asks. */
async function freeze(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`CREATE TRIGGER ${sql.raw(`${table}_never_change`)} BEFORE UPDATE ON ${sql.table(table)}
    BEGIN SELECT RAISE(ABORT, 'rows of this table never change'); END`.execute(db);
}

/** What was agreed stays for as long as its meeting does. */
async function keep(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`CREATE TRIGGER ${sql.raw(`${table}_stay`)} BEFORE DELETE ON ${sql.table(table)}
    WHEN (SELECT json_extract(state, '$.status') FROM meetings WHERE id = OLD.meeting) IS NOT 'deleted'
    BEGIN SELECT RAISE(ABORT, 'rows of this table stay until their meeting is deleted'); END`.execute(db);
}

/** A row is never written over by another with its key: `INSERT OR REPLACE` would take it away past the triggers above. */
async function once(db: Kysely<unknown>, table: string, isThere: string): Promise<void> {
  await sql`CREATE TRIGGER ${sql.raw(`${table}_once`)} BEFORE INSERT ON ${sql.table(table)}
    WHEN EXISTS (SELECT 1 FROM ${sql.table(table)} WHERE ${sql.raw(isThere)})
    BEGIN SELECT RAISE(ABORT, 'rows of this table never change'); END`.execute(db);
}
