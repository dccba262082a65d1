import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

/** The program: Hocuspocus on `port` with the store of its SQLite extension in `folder`, on Node's own SQLite. */
const [port, folder] = process.argv.slice(2);
if (!port || !folder) throw new Error('hocuspocusProgram.ts PORT FOLDER');

// The table and the statements are those of @hocuspocus/extension-sqlite, see README.md.
const database = new DatabaseSync(join(folder, 'documents.sqlite'));
database.exec(
  'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
);
const select = database.prepare('SELECT data FROM "documents" WHERE name = $name ORDER BY rowid DESC');
const upsert = database.prepare(
  'INSERT INTO "documents" ("name", "data") VALUES ($name, $data) ON CONFLICT(name) DO UPDATE SET data = $data',
);

const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) =>
        (select.get({ $name: documentName }) as { data: Uint8Array } | undefined)?.data ?? null,
      store: async ({ documentName, state }) => void upsert.run({ $name: documentName, $data: state }),
    }),
  ],
});
await server.listen();
process.stdout.write('listening\n');
