import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql, SqliteDialect, type SqliteDatabase } from 'kysely';
import { Migrator } from 'kysely/migration';
import { AppError } from '#shared/errors.ts';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

/** What the store is called in the data directory. */
export const STORE_FILE = 'meetings.sqlite';

/** The whole store in one file of `dataDir`, or in memory when it is null. Brings its tables up to date.
 * @throws AppError `unavailable` when another process has the directory, or it cannot be written. */
export async function openSqlite(dataDir: string | null): Promise<Kysely<Tables>> {
  const database = openFile(dataDir);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyWants(database) }) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw new Error('The tables could not be brought up to date.', { cause: error });
  // What a program of before has deleted may still stand in the free pages of its file.
  if (results.length > 0) await sql`VACUUM`.execute(db);
  return db;
}

function openFile(dataDir: string | null): DatabaseSync {
  try {
    if (dataDir) mkdirSync(dataDir, { recursive: true });
    const database = new DatabaseSync(dataDir ? join(dataDir, STORE_FILE) : ':memory:');
    // Exclusive: two processes that both think they own the log would each acknowledge what the other overwrites.
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;' +
        // What takes a row's place takes it away first, and is refused where that is; what was deleted is overwritten.
        'PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON;',
    );
    database.exec('BEGIN IMMEDIATE; COMMIT;');
    return database;
  } catch (cause) {
    const why =
      cause instanceof Error && /locked|busy/i.test(cause.message)
        ? 'another process is using it. Stop that one first, or choose another DATA_DIR.'
        : 'it cannot be opened for writing.';
    throw Object.assign(new AppError('unavailable', `The data directory ${dataDir ?? ''} is not ours to use: ${why}`), {
      cause,
    });
  }
}

/** Statements that are kept ready. There are some dozens, and one for each number of rows that are appended at once. */
const STATEMENTS = 300;

/** Node's own SQLite in the few words that Kysely's dialect uses. */
function asKyselyWants(database: DatabaseSync): SqliteDatabase {
  type Values = Parameters<ReturnType<DatabaseSync['prepare']>['all']>;
  const ready = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  const prepare: SqliteDatabase['prepare'] = (sql) => {
    const statement = database.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as Values)),
      run: (parameters) => statement.run(...(parameters as Values)),
      iterate: (parameters) => statement.iterate(...(parameters as Values)),
    };
  };
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = ready.get(sql);
      if (known) return known;
      if (ready.size >= STATEMENTS) ready.clear();
      const prepared = prepare(sql);
      ready.set(sql, prepared);
      return prepared;
    },
  };
}
