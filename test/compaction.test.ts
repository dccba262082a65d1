import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { textRoot } from '#shared/plan/doc.ts';
import type { Participant } from '#server/access/participant.ts';
import { createMemoryLog } from '#server/store/memoryLog.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import { sqlUpdateLog } from '#server/store/sqlUpdateLog.ts';
import type { LoggedUpdate, UpdateLog } from '#server/store/updateLog.ts';
import { openRooms, type Rooms } from '#server/sync/index.ts';
import type { Member } from '#server/sync/room.ts';
import { updateOf } from './support/scenes.ts';
import { PEOPLE, STORY } from './support/syncHouse.ts';
import { until } from './support/until.ts';

const { kari, mona, aase, per, jonas } = PEOPLE;
const WRITERS = [kari, mona, aase, per, jonas];

/** Letters that the writers have typed in turn, each an update of its author's one client id, 100 and on. */
function typed(count: number): LoggedUpdate[] {
  const doc = new Y.Doc();
  const made: LoggedUpdate[] = [];
  doc.on('update', (update: Uint8Array) => {
    made.push({ room: STORY, participant: WRITERS[doc.clientID - 100]?.id ?? null, update, at: 1_790_000_000_000 });
  });
  for (let index = 0; index < count; index++) {
    doc.clientID = 100 + (index % WRITERS.length);
    const text = textRoot(doc);
    if (index % 10 === 9) text.delete((index * 7) % (text.length - 1), 1);
    else text.insert((index * 31) % (text.length + 1), String.fromCharCode(97 + (index % 26)));
  }
  return made;
}

const textOf = (entries: readonly { update: Uint8Array }[]): string => {
  const doc = new Y.Doc();
  for (const { update } of entries) Y.applyUpdate(doc, update);
  return textRoot(doc).toJSON();
};

async function diskLog() {
  const dir = await mkdtemp(join(tmpdir(), 'compaction-'));
  const db = await openSqlite(dir);
  onTestFinished(async () => {
    await db.destroy();
    await rm(dir, { recursive: true, force: true });
  });
  const rows = async () => (await sql<{ n: number }>`SELECT count(*) AS n FROM updates`.execute(db)).rows[0]?.n ?? -1;
  return { log: sqlUpdateLog({ db, pause: () => new Promise((resolve) => setImmediate(resolve)) }), rows };
}

async function diskWith(entries: readonly LoggedUpdate[]) {
  const disk = await diskLog();
  for (let from = 0; from < entries.length; from += 1000) await disk.log.append(entries.slice(from, from + 1000));
  return disk;
}

function open(log: UpdateLog, updatesBeforeBase?: number): { rooms: Rooms; reported: unknown[] } {
  const reported: unknown[] = [];
  const rooms = openRooms({
    ...{ log, now: () => 1_790_000_000_000, report: (error: unknown) => void reported.push(error) },
    defer: (ms, then) => void setTimeout(then, ms),
    ...(updatesBeforeBase === undefined ? {} : { updatesBeforeBase }),
  });
  return { rooms, reported };
}

const member = (participant: Participant): Member => ({ participant, send: () => {}, close: () => {} });
const say = (rooms: Rooms, word: string) => rooms.write(STORY, kari, (doc) => textRoot(doc).insert(0, word));
const hasBase = async (log: UpdateLog) => (await log.load(STORY))[0]?.owners !== undefined;

describe('a document of 20,000 updates by several people', () => {
  test('becomes one base in short steps, while others go on writing, and says what it said', async () => {
    const entries = typed(20_000);
    const { log, rows } = await diskWith(entries);
    const order: string[] = [];
    const freed: number[] = [];
    const { rooms, reported } = open({
      ...log,
      async append(some) {
        await log.append(some);
        order.push('append');
      },
      async compact(room, base) {
        await log.compact(room, base);
        order.push('compact');
      },
      async sweep(room) {
        const before = await rows();
        const more = await log.sweep(room);
        freed.push(before - (await rows()));
        order.push('sweep');
        if (freed.length === 3) void say(rooms, 'midt i ');
        return more;
      },
    });
    await rooms.read(STORY);
    await until(async () => (await rows()) === 1, 'all but what was written meanwhile to be freed');
    await until(() => rooms.count() === 0, 'the room to leave memory');
    // A step of so many rows takes some milliseconds; all at once they would take a hundred times that.
    expect(Math.max(...freed)).toBeLessThanOrEqual(500);
    expect(order.filter((what) => what === 'compact')).toHaveLength(1);
    expect(order.lastIndexOf('sweep') - order.indexOf('append'), 'the writer waited for the end').toBeGreaterThan(20);
    expect(await rooms.read(STORY)).toBe(`midt i ${textOf(entries)}`);
    expect(textOf(await log.load(STORY))).toBe(`midt i ${textOf(entries)}`);
    expect(reported).toEqual([]);
  }, 60_000);

  test('is replayed with pauses, so that nobody else waits for it', async () => {
    const log = createMemoryLog();
    await log.append(typed(20_000));
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 0);
    const { rooms } = open(log);
    await rooms.read(STORY);
    clearInterval(turn);
    expect(turns).toBeGreaterThan(10);
  }, 60_000);
});

describe('after a base has been made, and a restart', () => {
  /** What `who` says next under Kari's old client id. */
  async function goOn(who: Participant, isBaseMade: boolean) {
    const { log } = await diskWith(typed(50));
    const first = open(log, isBaseMade ? 10 : 1000);
    await say(first.rooms, 'hei ');
    await first.rooms.close();
    await until(async () => (await hasBase(log)) === isBaseMade, 'a base, or none');
    const { rooms } = open(log);
    const { room } = await rooms.enter(STORY, member(who));
    const update = updateOf(100, [Y.encodeStateAsUpdate(room.doc)], (doc) => textRoot(doc).insert(0, 'videre '));
    let landed = false;
    const verdict = room.take(update, who, null, (failure) => (landed = failure === null));
    await until(() => landed || verdict.kind !== 'news', 'it to land');
    return { verdict, text: await rooms.read(STORY) };
  }

  test.each([true, false])(
    'nobody else writes under a client id that somebody has used (base: %s)',
    async (isBaseMade) => {
      const { verdict, text } = await goOn(per, isBaseMade);
      expect(verdict).toMatchObject({ kind: 'refused', code: 'forbidden' });
      expect(text).not.toContain('videre');
    },
  );

  test.each([true, false])('whoever has used it goes on under it (base: %s)', async (isBaseMade) => {
    const { verdict, text } = await goOn(kari, isBaseMade);
    expect(verdict.kind).toBe('news');
    expect(text).toMatch(/^videre hei /);
  });
});

describe('a compaction that does not come to its end', () => {
  test('when the house dies between base and sweep, nothing is lost and the next one sweeps', async () => {
    const entries = typed(60);
    const { log, rows } = await diskWith(entries);
    let isSweeping = false;
    const dying = open({ ...log, sweep: () => new Promise(() => (isSweeping = true)) }, 20);
    await dying.rooms.read(STORY);
    await until(() => isSweeping, 'the first sweep');
    expect(await rows(), 'it was swept too early').toBe(60);

    const { rooms } = open(log, 20);
    expect(await rooms.read(STORY)).toBe(textOf(entries));
    for (let index = 0; index < 20; index++) await say(rooms, `${index} `);
    await until(async () => (await rows()) === 0, 'all to be swept');
    expect(await rooms.read(STORY)).toContain(textOf(entries));
  });

  test('when it fails, nothing is lost, people write on, and a later one succeeds', async () => {
    const log = createMemoryLog();
    const entries = typed(30);
    await log.append(entries);
    let failures = 0;
    const full = () => Promise.reject(new Error('the disk is full'));
    const compact: UpdateLog['compact'] = (...of) => ((failures += 1) < 3 ? full() : log.compact(...of));
    const { rooms, reported } = open({ ...log, compact }, 20);
    const seat = await rooms.enter(STORY, member(kari));
    const words: string[] = [];
    while (!(await hasBase(log)) && words.length < 200) {
      words.unshift(`${words.length} `);
      await say(rooms, words[0] ?? '');
    }
    expect(failures).toBe(3);
    expect(words.length, 'it was tried again for every update').toBeGreaterThan(30);
    expect(reported.map(String)).toEqual(['Error: the disk is full', 'Error: the disk is full']);
    seat.leave();
    expect(textOf(await log.load(STORY))).toBe(words.join('') + textOf(entries));
  });

  test('whoever leaves and comes back meanwhile finds the same room, with all that was written', async () => {
    const log = createMemoryLog();
    await log.append(typed(30));
    let letGo: (() => void) | null = null;
    const compact: UpdateLog['compact'] = async (...of) => {
      await new Promise<void>((resolve) => (letGo = resolve));
      await log.compact(...of);
    };
    const { rooms, reported } = open({ ...log, compact }, 20);
    const first = await rooms.enter(STORY, member(kari));
    await until(() => letGo !== null, 'the compaction to begin');
    const { room } = first;
    first.leave();
    expect(rooms.count(), 'the room left memory in the middle').toBe(1);
    const again = await rooms.enter(STORY, member(mona));
    expect(again.room).toBe(room);
    const written = say(rooms, 'mens ');
    (letGo as (() => void) | null)?.();
    await written;
    again.leave();
    await until(() => rooms.count() === 0, 'the room to leave memory');
    expect(await hasBase(log)).toBe(true);
    expect(await rooms.read(STORY)).toMatch(/^mens /);
    expect(reported).toEqual([]);
  });
});
