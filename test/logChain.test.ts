import { describe, expect, onTestFinished, test } from 'vitest';
import { createAudit } from '#server/audit/audit.ts';
import { verifyLog } from '#server/audit/verification.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { fill, folder, KARI, MEETING, openStore } from './support/logBook.ts';
import { until } from './support/until.ts';

/** A log in a store of its own, and how many transactions it has taken. */
async function counted() {
  const dataDir = await folder();
  const db = await openSqlite(dataDir);
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= db.destroy());
  onTestFinished(close);
  let transactions = 0;
  const counting = new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') transactions += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const audit = createAudit({ db: counting, now: () => 0, defer: (_ms, then) => void setImmediate(then) });
  return { dataDir, db, audit, close, count: () => transactions };
}

describe('the log is a chain', () => {
  test('and all that comes in one moment is one commit', async () => {
    const { audit, count } = await counted();
    await fill(audit, SECTION_KEYS.length);
    expect(count()).toBe(1);
    await fill(audit, 1);
    expect(count()).toBe(2);
  });

  test('and it holds, however many write at once, alone or with what they do', async () => {
    const { dataDir, db, audit, close } = await counted();
    const within = () =>
      db.transaction().execute((transaction) => audit.noteIn(transaction, MEETING, KARI, 'signed', { about: 'agree' }));
    const pause = () => new Promise<void>((resolve) => void setImmediate(resolve));
    const writers = Array.from({ length: 20 }, async (_, number) => {
      for (let wait = 0; wait < number % 5; wait += 1) await pause();
      await Promise.all([fill(audit, 3), within()]);
    });
    await Promise.all(writers);
    await close();
    expect(verifyLog(openStore(dataDir), null)).toMatchObject({ entries: 80, broken: null });
  });

  test('and what is not done is not in it', async () => {
    const { dataDir, db, audit, close } = await counted();
    const fails = db.transaction().execute(async (transaction) => {
      await audit.noteIn(transaction, MEETING, KARI, 'signed');
      throw new Error('the disk is full');
    });
    await expect(fails).rejects.toThrow('full');
    await fill(audit, 2);
    await close();
    expect(verifyLog(openStore(dataDir), null)).toMatchObject({ entries: 2, head: { seq: 2 }, broken: null });
  });

  test('and the house tells its head at the start, every hour and at the end', async () => {
    const told: string[] = [];
    const logger = { info: ({ head }: { head?: string }) => void (head && told.push(head)), error: () => undefined };
    const hourly = new Set<() => void>();
    const every = (ms: number, then: () => void) => {
      if (ms === 3_600_000) hourly.add(then);
      return () => undefined;
    };
    const house = await runHouse({ over: { every, logger: logger as never } });
    const kari = await signedIn(house.url, { role: 'hospital' });
    const meeting = await meetingBy(kari);
    const atStart = told.length;
    for (const then of hourly) then();
    await until(() => told.length > atStart, 'the head to be told');
    const atTheHour = told.length;
    await kari.get(`/api/meetings/${meeting}`);
    await house.close();
    const again = await runHouse({ dataDir: house.dataDir, over: { logger: logger as never } });
    await again.close();
    expect(told.length, 'at the end, at the next start and its end').toBe(atTheHour + 3);
    const known = told.map((head) => ({ seq: Number(head.split(':')[0]), hash: head.split(':')[1]! }));
    const database = openStore(house.dataDir);
    for (const head of known) expect(verifyLog(database, head).broken).toBeNull();
    expect(known.at(-1)).toEqual(verifyLog(database, null).head);
    expect(known.at(-1)!.seq).toBeGreaterThan(known[0]!.seq);
  });
});
