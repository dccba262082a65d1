import { expect, test } from 'vitest';
import { Trying } from '#lib/state/trying.svelte.ts';
import { AppError } from '#shared/errors.ts';

/** Something that is asked for, and ends when the test says so. */
function asked() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let begun = 0;
  return { act: () => ((begun += 1), promise), end: resolve, refuse: reject, begun: () => begun };
}

test('while one thing is tried, another is not begun', async () => {
  const trying = new Trying();
  const [first, second] = [asked(), asked()];
  const one = trying.try(first.act);
  expect(await trying.try(second.act)).toBe(false);
  first.end();
  expect(await one).toBe(true);
  expect([first.begun(), second.begun(), trying.busy]).toEqual([1, 0, false]);
});

test('what somebody tells meanwhile waits for its turn and is not lost, also when the first is refused', async () => {
  const trying = new Trying();
  const [first, second, third] = [asked(), asked(), asked()];
  const one = trying.tryInTurn(first.act);
  const [two, three] = [trying.tryInTurn(second.act), trying.tryInTurn(third.act)];
  expect([first.begun(), second.begun(), third.begun()]).toEqual([1, 0, 0]);
  first.refuse(new AppError('too-many', 'Too many taps.'));
  expect(await one).toBe(false);
  second.end();
  expect(await two).toBe(true);
  third.end();
  expect(await three).toBe(true);
  expect([second.begun(), third.begun(), trying.refused]).toEqual([1, 1, null]);
});
