import { expect, test } from 'vitest';
import { MOST_CHARS } from '#shared/meeting/action.ts';
import { writeAction } from './support/action.ts';
import { begun, does, talkOf, treatment } from './support/begun.ts';
import { until } from './support/until.ts';

test('an action as long as a book, put on the table by anyone of the staff, cuts nobody off', async () => {
  const { nurse, mona, meeting, windows, all } = await begun();
  await writeAction(nurse, meeting, 'row-long', { action: 'Trene i trapp. '.repeat(13_000), due: '2026-11-30' });
  for (const at of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'])
    await writeAction(mona, meeting, `row-${at}`, { action: `${at} `.repeat(100_000), due: '2026-11-30' });
  await until(async () => (await treatment(nurse, meeting)).length === 13, 'the actions to be stored');
  for (const { id } of await treatment(nurse, meeting)) {
    await does(windows.mona, 'propose', { section: 'treatment', row: id });
    await does(windows.kari, 'decide', { keep: false });
  }
  expect(await does(windows.kari, 'ready', { is: true })).toBe('ok');
  expect(all.map(({ socket }) => socket.connected)).toEqual(all.map(() => true));
  expect(talkOf(windows.kari).decided.every(({ words }) => words.length <= MOST_CHARS + 1)).toBe(true);
  expect(talkOf(windows.kari).decided.length).toBeGreaterThan(10);
});
