import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { createPress, type Press } from '#server/export/pdf/press.ts';
import { staffSheet } from '#server/export/pdf/staff.ts';
import type { Template } from '#server/export/pdf/typst.ts';
import { agreedVersion, emptyVersion } from './support/agreedVersion.ts';
import { press } from './support/press.ts';

/** A thread that does what its documents say: dies, throws, never answers, or gives back what it got. */
const moody = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ json }) => {
      if (json.includes('die')) process.exit(3);
      if (json.includes('throw')) throw new Error('out of ink');
      if (json.includes('sleep')) return;
      parentPort.postMessage({ ok: true, pdf: Buffer.from(json) });
    });
  `)}`,
);

/** A press with such a thread; `tooLong` says that the time is up. */
function moodyPress() {
  let tooLong = () => {};
  const made = createPress({ room: moody, every: (_, then) => ((tooLong = then), () => (tooLong = () => {})) });
  onTestFinished(() => made.close());
  return { press: made, tooLong: () => tooLong() };
}

const read = async (pdf: Promise<Uint8Array>) => Buffer.from(await pdf).toString('utf8');
const set = (on: Press, words: string) => on.set('staff', { words });

test('while a document is set, everything else goes on', async () => {
  await press.set('staff', staffSheet(emptyVersion()));
  let turns = 0;
  let isSet = false;
  const count = () => {
    turns += 1;
    if (!isSet) setImmediate(count);
  };
  setImmediate(count);
  const pdf = await press.set('staff', staffSheet(agreedVersion()));
  isSet = true;
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(turns).toBeGreaterThan(20);
});

test('what is wrong with a template is told in its own words', async () => {
  await expect(press.set('no-such' as Template, {})).rejects.toThrow(/no-such/);
  await expect(press.set('staff', { title: 'only a title' })).rejects.toThrow(/The template staff could not be set/);
});

test('documents are set in the order in which they came', async () => {
  const { press: one } = moodyPress();
  const done: string[] = [];
  const note = async (words: string) => void done.push(await read(set(one, words)));
  await Promise.all(['a', 'b', 'c'].map(note));
  expect(done).toEqual(['{"words":"a"}', '{"words":"b"}', '{"words":"c"}']);
});

test.each(['die', 'throw'])('a thread that breaks down (%s) takes one document with it, and no other', async (mood) => {
  const { press: one } = moodyPress();
  const [lost, kept] = await Promise.allSettled([set(one, mood), set(one, 'kept')]);
  expect(lost).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
  expect(kept.status).toBe('fulfilled');
  expect(await read(set(one, 'another'))).toContain('another');
});

test('a document that takes too long is given up, and the next one is set', async () => {
  const { press: one, tooLong } = moodyPress();
  const slow = set(one, 'sleep');
  const next = set(one, 'next');
  tooLong();
  await expect(slow).rejects.toThrow(/too long/);
  expect(await read(next)).toContain('next');
});

test('more than fifty do not wait', async () => {
  const { press: one, tooLong } = moodyPress();
  const all = Array.from({ length: 51 }, (_, place) => set(one, place === 0 ? 'sleep' : `${place}`));
  await expect(all[50]).rejects.toThrow(/Too many/);
  tooLong();
  const others = await Promise.allSettled(all.slice(0, 50));
  expect(others.filter(({ status }) => status === 'fulfilled')).toHaveLength(49);
});

test('whoever waits when it closes is told so, and nobody comes in afterwards', async () => {
  const { press: one } = moodyPress();
  const waiting = Promise.allSettled([set(one, 'sleep'), set(one, 'b')]);
  await one.close();
  for (const outcome of await waiting)
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
  await expect(set(one, 'c')).rejects.toMatchObject({ code: 'unavailable' });
});

test('a thread with nothing to do does not keep the program alive', async () => {
  const program = `
    const { createPress } = await import('#server/export/pdf/press.ts');
    const press = createPress({ every: () => () => {} });
    await press.set('no-such', {}).catch(() => process.stdout.write('refused'));
  `;
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd, timeout: 15_000 });
  expect((await run).stdout).toBe('refused');
});
