import { expect, test } from 'vitest';
import { Text } from 'yjs';
import { writeAction } from './support/action.ts';
import { begun, does, talkOf, treatment } from './support/begun.ts';
import { until } from './support/until.ts';

test('whoever is named as owner when it is kept is whoever took it on', async () => {
  const { nurse, meeting, windows, ids } = await begun();
  const action = await writeAction(nurse, meeting, 'row-1', { due: '2026-11-30' });
  await until(async () => (await treatment(nurse, meeting)).length === 1, 'stored');
  await does(windows.kari, 'propose', { section: 'treatment', row: 'row-1' });
  await does(windows.kari, 'ask', { to: ids.mona });
  expect(await does(windows.mona, 'accept')).toBe('ok');
  await until(async () => (await treatment(nurse, meeting))[0]?.owner === 'Mona Hansen', 'her name');
  action.say('owner', new Text('Per Berg'));
  await until(async () => (await treatment(nurse, meeting))[0]?.owner === 'Per Berg', 'another name');
  expect(await does(windows.kari, 'decide', { keep: true })).toBe('incomplete');
  expect(talkOf(windows.kari).decided).toEqual([]);
  await does(windows.kari, 'ask', { to: ids.mona });
  expect(await does(windows.mona, 'accept')).toBe('ok');
  action.say('owner', new Text('Mona Hansen, hjemmesykepleien'));
  await until(async () => (await treatment(nurse, meeting))[0]?.owner.endsWith('sykepleien') === true, 'from where');
  expect(await does(windows.kari, 'decide', { keep: true })).toBe('ok');
});
