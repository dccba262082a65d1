import { expect, test } from 'vitest';
import type { Ends } from '#lib/state/agreementCalls.ts';
import { ChangesReading } from '#lib/state/changesReading.svelte.ts';
import type { ChangesView } from '#shared/agreement/changes.ts';
import { AppError } from '#shared/errors.ts';

const SINCE: Ends = { from: 'signed', to: 'now' };
const viewOf = (ends: Ends): ChangesView => ({ ...ends, parts: [] });

function reading() {
  const book = { asked: [] as Ends[], read: (ends: Ends): Promise<ChangesView> => Promise.resolve(viewOf(ends)) };
  const page = new ChangesReading((ends) => {
    book.asked.push(ends);
    return book.read(ends);
  });
  return { book, page };
}

test('a comparison is read once, and again when the plan is another, but not at every letter', async () => {
  const { book, page } = reading();
  for (const now of [0, 1000, 60_000]) await page.look(SINCE, 'a', now);
  expect(book.asked.length, 'time alone changes nothing').toBe(1);
  for (const now of [61_000, 62_000]) await page.look(SINCE, 'b', now);
  await page.look(SINCE, 'c', 63_000);
  expect(book.asked.length, 'too soon').toBe(2);
  await page.look(SINCE, 'c', 67_000);
  expect(book.asked.length).toBe(3);
});

test('another comparison is read at once, and the one that was asked for last is shown', async () => {
  const { book, page } = reading();
  const answers: ((view: ChangesView) => void)[] = [];
  book.read = () => new Promise((resolve) => answers.push(resolve));
  const [first, second] = [page.look({ from: 1, to: 2 }, '', 0), page.look({ from: 1, to: 'now' }, '', 1)];
  answers[1]?.(viewOf({ from: 1, to: 'now' }));
  answers[0]?.(viewOf({ from: 1, to: 2 }));
  await Promise.all([first, second]);
  expect(page.view).toEqual(viewOf({ from: 1, to: 'now' }));
});

test('what was refused is tried again later', async () => {
  const { book, page } = reading();
  book.read = () => Promise.reject(new AppError('unavailable', 'Nobody answered.'));
  await page.look(SINCE, 'a', 0);
  expect([page.refused, page.view]).toEqual(['unavailable', null]);
  book.read = (ends) => Promise.resolve(viewOf(ends));
  await page.look(SINCE, 'a', 1000);
  expect(book.asked.length, 'not at once').toBe(1);
  await page.look(SINCE, 'a', 6000);
  expect([page.refused, page.view]).toEqual([null, viewOf(SINCE)]);
});
