import { expect, test } from 'vitest';
import { MinutesReading } from '#lib/state/minutes.svelte.ts';
import { AppError } from '#shared/errors.ts';
import { minutesOf } from '#shared/meeting/minutes.ts';
import { toldOf } from './support/invented.ts';

const MINUTES = minutesOf(toldOf([]));

/** How often they were read, and what comes of it next. */
function reading(read: () => Promise<typeof MINUTES> = async () => MINUTES) {
  const book = { reads: 0, read };
  const page = new MinutesReading(() => {
    book.reads += 1;
    return book.read();
  });
  return { book, page };
}

test('minutes are read once, and again when something happened, but not at every breath', async () => {
  const { book, page } = reading();
  for (const now of [0, 1000, 60_000]) await page.look('welcome', now);
  expect(book.reads, 'time alone changes nothing').toBe(1);
  for (const now of [61_000, 62_000]) await page.look('matters', now);
  expect(book.reads).toBe(2);
  await page.look('plan', 63_000);
  expect(book.reads, 'too soon').toBe(2);
  await page.look('plan', 67_000);
  expect(book.reads).toBe(3);
  expect(page.minutes).toEqual(MINUTES);
});

test('what was refused is tried again later, and what was read before stays on the page', async () => {
  const { book, page } = reading();
  await page.look('welcome', 0);
  book.read = () => Promise.reject(new AppError('unavailable', 'Nobody answered.'));
  await page.look('matters', 10_000);
  expect([page.refused, page.minutes]).toEqual(['unavailable', MINUTES]);
  book.read = async () => MINUTES;
  await page.look('matters', 11_000);
  expect(book.reads, 'not at once').toBe(2);
  await page.look('matters', 20_000);
  expect([page.refused, book.reads]).toEqual([null, 3]);
});
