import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { ORGANISATIONS, runSendingHouse, sendingMeeting, setUp, watching } from './support/delivering.ts';
import { Guest } from './support/guest.ts';
import { openJournal, outcome, type Mood } from './support/journal.ts';
import { until } from './support/until.ts';

const MINUTE_MS = 60_000;
const PAGE = { 'Content-Type': 'text/html' };

/** One meeting whose municipality has a journal in this mood. */
async function inMood(moods: readonly Mood[], options: Parameters<typeof sendingMeeting>[1] = {}) {
  const journal = await openJournal();
  journal.next(...moods);
  const sending = await sendingMeeting([setUp('municipality', journal.mhd)], options);
  await sending.agreed();
  return { journal, ...sending };
}

describe('a receiver that cannot just now', () => {
  test.each<[string, Mood, string]>([
    ['is broken', { answers: 500, body: 'Internal Server Error' }, 'unreachable'],
    ['is busy', { answers: 503 }, 'unreachable'],
    ['gave up itself', { answers: 504 }, 'too-slow'],
    ['never answers', 'silent', 'too-slow'],
    ['hangs up in the middle of its answer', 'cut', 'unreachable'],
    ['has filed it, and hangs up before it says so', 'lost', 'unreachable'],
  ])('(%s) is tried again, and has the document once', async (_, mood, problem) => {
    const { journal, house, one, status, logged } = await inMood([mood], { env: { FHIR_TIMEOUT_SECONDS: '1' } });
    const waiting = await one(({ tries }) => tries === 1, 'the first try');
    expect(waiting).toMatchObject({ state: 'waiting', problem, at: null });
    expect(await status(), 'nobody has it').toBe('agreed');
    house.pass(MINUTE_MS);
    const received = await one(({ state }) => state === 'received', 'a receipt');
    expect(received).toMatchObject({ id: waiting.id, tries: 2, problem: null, nextAt: null });
    expect(await status()).toBe('exported');
    expect(journal.documents.size).toBe(1);
    expect(journal.faults).toEqual([]);
    const [first, second] = journal.calls;
    expect(second!.body, 'the same again, under the same names').toBe(first!.body);
    expect(second!.headers['idempotency-key']).toBe(first!.headers['idempotency-key']);
    expect((await logged()).map(({ action }) => action)).toEqual(['sending', 'sending', 'delivered']);
  });

  test('is waited for longer each time, and as long as it asks', async () => {
    const asks = { answers: 429, headers: { 'Retry-After': '7200' } };
    const { journal, house, one } = await inMood([{ answers: 500 }, { answers: 500 }, asks]);
    const waits: number[] = [];
    for (const tries of [1, 2, 3]) {
      const asked = Date.now();
      const { nextAt } = await one((delivery) => delivery.tries === tries, `try ${tries}`);
      const passed = waits.reduce((sum, wait) => sum + wait, 0);
      waits.push(nextAt! - asked - passed);
      house.pass(waits.at(-1)!);
    }
    await one(({ state }) => state === 'received', 'the receipt');
    const [first = 0, second = 0, third = 0] = waits.map((wait) => wait / 1000);
    expect(first).toBeGreaterThan(20);
    expect(first).toBeLessThan(40);
    expect(second).toBeGreaterThan(40);
    expect(second).toBeLessThan(80);
    expect(third).toBeGreaterThan(7190);
    expect(third).toBeLessThan(7210);
    expect(journal.calls).toHaveLength(4);
  });

  test('is not called before its time', async () => {
    const { journal, house, people, path, one, deliveries } = await inMood([{ answers: 500 }]);
    const { nextAt } = await one(({ tries }) => tries === 1, 'the first try');
    house.pass(nextAt! - Date.now() - 5000);
    // Any change in the agreement makes it look.
    await people.kari.post(`${path}/versions/1/filing`, {});
    await until(async () => (await deliveries()).length === 2, 'the filing');
    expect(journal.calls).toHaveLength(1);
    house.pass(6000);
    await one(({ way, state }) => way === 'system' && state === 'received', 'the receipt');
  });

  test('keeps nobody else waiting', async () => {
    const [slow, quick] = [await openJournal(), await openJournal()];
    slow.next('silent');
    const { agreed, one } = await sendingMeeting([setUp('municipality', slow.mhd), setUp('hospital', quick.mhd)]);
    await agreed();
    await one(({ party, state }) => party === 'hospital' && state === 'received', 'the hospital’s receipt');
    expect(await one(({ party }) => party === 'municipality', 'the other')).toMatchObject({
      state: 'waiting',
      tries: 0,
    });
  });
});

describe('a receiver that does not take it', () => {
  const json = (body: unknown) => JSON.stringify(body);
  test.each<[string, Mood, string]>([
    ['does not know us', { answers: 401 }, 'refused'],
    ['finds it wrong', { answers: 422, body: json(outcome('error', 'invalid')) }, 'refused'],
    ['has something else in its place', { answers: 409, body: json(outcome('error', 'conflict')) }, 'refused'],
    ['answers with a page', { answers: 200, headers: PAGE, body: '<html>Logg inn</html>' }, 'wrong-answer'],
    ['answers nothing', { answers: 200 }, 'wrong-answer'],
    ['says 200 and means no', { answers: 200, body: json(outcome('error', 'processing')) }, 'wrong-answer'],
    ['sends us elsewhere', { answers: 307, headers: { Location: '/fhir' } }, 'wrong-answer'],
    [
      'never stops talking',
      { answers: 200, body: json({ ...outcome('information', 'x'), x: 'x'.repeat(2 ** 20) }) },
      'wrong-answer',
    ],
  ])('(%s) is not asked again, and everyone sees it', async (_, mood, problem) => {
    const printed: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line) => void printed.push(line) });
    const { journal, people, path, one, logged, status } = await inMood([mood], { over: { logger } });
    const failed = await one(({ state }) => state === 'failed', 'the end of it');
    expect(failed).toMatchObject({ problem, nextAt: null, tries: 1, receiver: ORGANISATIONS.municipality });
    expect((await people.aase.get(`${path}/agreement`)).body['deliveries']).toEqual([failed]);
    expect(await status()).toBe('agreed');
    expect(journal.calls).toHaveLength(1);
    expect(journal.documents.size).toBe(0);
    expect((await logged()).map(({ action, about }) => `${action} ${about}`)).toEqual([
      'sending version 1',
      `delivery-failed version 1, ${problem}`,
    ]);
    expect((await people.kari.get('/metrics')).text).toContain('plan_deliveries{state="failed"} 1');
    const line = printed.find((one) => one.includes(failed.id)) ?? '';
    expect(JSON.parse(line)).toMatchObject({ level: 50, receiver: 'municipality-1', problem });
    expect(printed.join(), 'no name and no word of the plan').not.toMatch(/Åse|Larvik|Hofteprotese/);
  });

  test.each<[string, Mood]>([
    ['it has it already', { answers: 409, body: json(outcome('error', 'duplicate')) }],
    ['all is well', { answers: 200, body: json(outcome('information', 'informational')) }],
  ])('is another thing than one that says that %s', async (_, mood) => {
    const { one } = await inMood([mood]);
    expect(await one(({ state }) => state !== 'waiting', 'an end')).toMatchObject({ state: 'received', problem: null });
  });

  test('is given up after a day of trying', async () => {
    const { journal, house, people } = await inMood(Array.from({ length: 40 }, () => ({ answers: 500 })));
    const failures = async () => /\{state="failed"\} (\d+)/.exec((await people.kari.get('/metrics')).text)?.[1];
    await until(async () => {
      house.pass(20 * MINUTE_MS);
      return (await failures()) === '1';
    }, 'the end');
    expect(journal.calls).toHaveLength(30);
  });
});

describe('a house that stops in the middle', () => {
  test('sends again what it has no receipt for, and the receiver has it once', async () => {
    const journal = await openJournal();
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    journal.next({ held });
    const receivers = [setUp('municipality', journal.mhd)];
    const { house, people, path, agreed } = await sendingMeeting(receivers);
    await agreed();
    await until(() => journal.documents.size === 1, 'it to be filed');
    await house.close();
    answer();
    const next = await runSendingHouse(receivers, { dataDir: house.dataDir });
    const kari = Object.assign(new Guest(next.url), { cookie: people.kari.cookie });
    const received = await watching(kari, path).one(({ state }) => state === 'received', 'the receipt');
    expect(received.tries, 'the try that was cut off does not count').toBe(1);
    expect(journal.calls).toHaveLength(2);
    expect(journal.calls[1]!.body).toBe(journal.calls[0]!.body);
    expect(journal.documents.size).toBe(1);
    expect(journal.faults).toEqual([]);
  });

  test('calls nobody whom its operator has taken off the list since', async () => {
    const journal = await openJournal();
    journal.next({ answers: 500 });
    const receivers = [setUp('municipality', journal.mhd)];
    const { house, people, path, agreed, one } = await sendingMeeting(receivers);
    await agreed();
    await one(({ tries }) => tries === 1, 'the first try');
    await house.close();
    const next = await runSendingHouse([], { dataDir: house.dataDir });
    next.pass(MINUTE_MS);
    const kari = Object.assign(new Guest(next.url), { cookie: people.kari.cookie });
    const failed = await watching(kari, path).one(({ state }) => state === 'failed', 'the end of it');
    expect(failed.problem).toBe('not-allowed');
    expect(journal.calls).toHaveLength(1);
  });
});
