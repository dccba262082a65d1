import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { BREAKS, verifyLog, type KnownHead, type Verified } from './audit/verification.ts';
import { STORE_FILE } from './store/sqlite.ts';

/** `npm run verify-log -- --data ./data --head 41:9f3a…`: 0 the log is whole, 1 it is broken, 2 it could not be read. */
const EXIT = { whole: 0, broken: 1, unread: 2 } as const;

const HEAD = /^(?:(\d+):)?([0-9a-f]{64})$/;

const USAGE = `npm run verify-log -- [--data <directory>] [--head <number>:<hash>]
  --data  the data directory of a house that is stopped, or a copy of one; DATA_DIR or ./data where it is left out
  --head  a head of the log as the house has told it at its start, at its end or every hour`;

function headIn(text: string | undefined): KnownHead | null {
  if (text === undefined) return null;
  const [, seq, hash] = HEAD.exec(text) ?? [];
  if (hash === undefined) throw new TypeError(`--head is a number, a colon and 64 letters, or the letters alone.`);
  return { seq: seq === undefined ? null : Number(seq), hash };
}

/** Why the file cannot be read, for the operator. */
function whyUnread(error: unknown, file: string): string {
  const said = error instanceof Error ? error.message : String(error);
  if (/locked|busy/i.test(said))
    return `${file} is in use: the house is running. Stop it, or verify a copy of its data directory (all its files).`;
  if (/unable to open/i.test(said)) return `There is no store at ${file} that can be read.`;
  if (/no such (table|column)|not a database/i.test(said))
    return `${file} has no chained log: start the house on it once, or look whether it is the right file.`;
  return said;
}

function told({ entries, head, broken }: Verified): string {
  if (!broken) return `The log is whole: ${entries} entries, head ${head ? `${head.seq}:${head.hash}` : 'none'}.`;
  const when = broken.at === null ? '' : ` of ${new Date(broken.at).toISOString()}`;
  return `The log is broken. Entry ${broken.seq}${when} ${BREAKS[broken.kind]} (${broken.kind}). ${entries} entries before it were looked at.`;
}

function verify(): number {
  let file = STORE_FILE;
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, head: { type: 'string' } } });
    const known = headIn(values.head);
    file = join(values.data ?? (process.env['DATA_DIR'] || 'data'), STORE_FILE);
    const database = new DatabaseSync(file, { readOnly: true });
    const verified = verifyLog(database, known);
    database.close();
    process.stdout.write(`${told(verified)}\n`);
    return verified.broken ? EXIT.broken : EXIT.whole;
  } catch (error) {
    const why = error instanceof TypeError ? `${error.message}\n${USAGE}` : whyUnread(error, file);
    process.stderr.write(`${why}\n`);
    return EXIT.unread;
  }
}

process.exitCode = verify();
