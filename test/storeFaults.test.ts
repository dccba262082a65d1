import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { textRoot } from '#shared/plan/doc.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import { sqlUpdateLog } from '#server/store/sqlUpdateLog.ts';
import { cookieOf, MEETING, openSyncHouse, PEOPLE, STORY, type SyncHouse } from './support/syncHouse.ts';
import { Tablet } from './support/tablet.ts';
import { until } from './support/until.ts';

const { kari, mona } = PEOPLE;
const NEEDS = { meeting: MEETING, section: 'needs' } as const;
/** More than there is room for in the pages that the store has already. */
const LONG = `<${'langt '.repeat(3000)}>`;

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'faults-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function storeIn(dir: string) {
  const db = await openSqlite(dir);
  return { db, log: sqlUpdateLog({ db, pause: () => Promise.resolve() }) };
}

/** A tablet that loses its patience ten times sooner, so that a test need not wait for it. */
async function tablet(house: SyncHouse, who: Participant, section: SectionKey = 'story'): Promise<Tablet> {
  const made = new Tablet({ url: `${house.url}/line/${MEETING}`, cookie: cookieOf(who), section, hurry: 10 });
  onTestFinished(() => made.leave());
  return made;
}

async function openOn(dir: string) {
  const { db, log } = await storeIn(dir);
  // Registered first, so that it is closed after the house.
  onTestFinished(() => db.destroy());
  let failing: SectionKey | null = null;
  const house = await openSyncHouse({
    log: {
      ...log,
      async append(entries) {
        if (entries.some(({ room }) => room.section === failing)) throw new Error('the disk does not answer');
        await log.append(entries);
      },
    },
  });
  return { db, log, house, fail: (section: SectionKey | null) => void (failing = section) };
}

type Opened = Awaited<ReturnType<typeof openOn>>;

/** What can happen to a disk, and how it passes. */
const FAULTS: readonly { name: string; begin: (of: Opened) => unknown; end: (of: Opened) => unknown }[] = [
  {
    name: 'a full disk',
    begin: ({ db }) => sql`PRAGMA max_page_count = 1`.execute(db),
    end: ({ db }) => sql`PRAGMA max_page_count = 1000000`.execute(db),
  },
  {
    name: 'a store that can only be read',
    begin: ({ db }) => sql`PRAGMA query_only = ON`.execute(db),
    end: ({ db }) => sql`PRAGMA query_only = OFF`.execute(db),
  },
  { name: 'commits that fail', begin: ({ fail }) => fail('story'), end: ({ fail }) => fail(null) },
];

describe.each(FAULTS)('with $name', ({ begin, end }) => {
  test('nobody is told that it is saved, nobody sees it, and when it has passed all is saved by itself', async () => {
    const opened = await openOn(await folder());
    const { house, log } = opened;
    const [writer, reader] = [await tablet(house, kari), await tablet(house, mona)];
    await until(() => writer.loaded && reader.loaded, 'both to come in');
    writer.write('<før>');
    await until(() => writer.saved === 1 && reader.seen.has('<før>'), 'the first word to arrive');

    await begin(opened);
    writer.write(LONG);
    await until(() => writer.saving === 'unsaved', 'the writer to be told');
    await until(() => house.reported.length > 2, 'more than one try');
    expect(writer.saved).toBe(1);
    expect(reader.text).toBe('<før>');
    expect(await log.load(STORY)).toHaveLength(1);
    const newcomer = await tablet(house, mona);
    await until(() => newcomer.loaded, 'somebody to come in meanwhile');
    expect(newcomer.text).toBe('<før>');

    await end(opened);
    await until(() => writer.saving === 'saved', 'all to be saved');
    await until(() => reader.text === `${LONG}<før>` && newcomer.text === reader.text, 'the others to see it');
    expect([writer.refusals, writer.ended]).toEqual([0, null]);
    expect(await log.load(STORY)).toHaveLength(2);
  }, 30_000);
});

test('when the commits of one part fail, people write on in the others', async () => {
  const { house, fail } = await openOn(await folder());
  const [story, needs] = [await tablet(house, kari), await tablet(house, kari, 'needs')];
  await until(() => story.loaded && needs.loaded, 'both to be there');
  fail('story');
  story.write('<venter>');
  await until(() => story.saving === 'unsaved', 'the one to be told');
  needs.write('<går bra>');
  await until(() => needs.saving === 'saved' && needs.saved === 1, 'the other to be saved');
  expect(await house.rooms.read(NEEDS)).toBe('<går bra>');
  expect(await house.rooms.read(STORY)).toBe('');
});

/** A folder in which two parts are stored, one update for each word. */
async function prepared(words: readonly string[], isBase = false): Promise<string> {
  const dir = await folder();
  const { db, log } = await storeIn(dir);
  const doc = new Y.Doc();
  doc.clientID = 5;
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void made.push(update));
  for (const word of words) textRoot(doc).insert(0, word);
  const rooms = [STORY, NEEDS];
  await log.append(rooms.flatMap((room) => made.map((update) => ({ room, update, participant: kari.id, at: 1 }))));
  if (isBase)
    for (const room of rooms)
      await log.compact(room, { update: Y.encodeStateAsUpdate(doc), owners: [[5, kari.id]], at: 2 });
  await db.destroy();
  return dir;
}

/** Turns one bit of what is stored of the story; once more, and it is as it was. */
function flip(dir: string, table: 'updates' | 'bases'): void {
  const database = new DatabaseSync(join(dir, 'meetings.sqlite'));
  const row = database.prepare(`SELECT rowid AS id, bytes FROM ${table} WHERE section = 'story' LIMIT 1`).get();
  const bytes = row?.['bytes'] as Uint8Array;
  // A letter: what comes of it is an update that reads well, and says something else.
  const at = bytes.lastIndexOf('>'.charCodeAt(0)) - 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  database.prepare(`UPDATE ${table} SET bytes = ? WHERE rowid = ?`).run(bytes, Number(row?.['id']));
  database.close();
}

describe.each(['updates', 'bases'] as const)('when one bit of what is stored in %s has turned', (table) => {
  test('the part stays shut, with an alarm, and never opens empty; the other parts go on', async () => {
    const dir = await prepared(['<hei>', '<du>'], table === 'bases');
    flip(dir, table);
    const { house, log } = await openOn(dir);
    const [story, needs] = [await tablet(house, kari), await tablet(house, kari, 'needs')];
    await until(() => needs.loaded, 'the other part');
    await until(() => house.reported.length > 1, 'an alarm');
    expect(String(house.reported[0])).toMatch(/is not what was written/);
    expect([story.loaded, story.text]).toEqual([false, '']);
    await expect(house.rooms.read(STORY)).rejects.toThrow(/cannot be loaded/);
    await expect(house.rooms.write(STORY, null, (doc) => textRoot(doc).insert(0, 'x'))).rejects.toThrow();
    needs.write('<videre>');
    await until(() => needs.saved === 1, 'the other part to be saved');
    expect(await house.rooms.read(NEEDS)).toBe('<videre><du><hei>');
    await expect(log.load(STORY)).rejects.toThrow(/is not what was written/);
  });

  test('and it opens as it was when it has been mended', async () => {
    const dir = await prepared(['<hei>', '<du>'], table === 'bases');
    flip(dir, table);
    flip(dir, table);
    const { house } = await openOn(dir);
    const story = await tablet(house, kari);
    await until(() => story.loaded, 'the part');
    expect(story.text).toBe('<du><hei>');
    expect(house.reported).toEqual([]);
  });
});
