import { expect, test } from 'vitest';
import { does, talkOf, treatment } from './support/begun.ts';
import { agree, writtenMeeting } from './support/held.ts';
import { windowOf } from './support/liveWindow.ts';
import { until } from './support/until.ts';

test('what is on the table, and who is not finished, is over when the plan is agreed without summing up', async () => {
  const { meeting, people } = await writtenMeeting();
  const kari = windowOf(people.kari, meeting);
  const aase = windowOf(people.aase, meeting);
  await until(() => kari.seen.meeting !== null && aase.seen.meeting !== null, 'windows');
  expect(await does(kari, 'start')).toBe('ok');
  const row = (await treatment(people.kari, meeting))[0]!.id;
  expect(await does(kari, 'propose', { section: 'treatment', row })).toBe('ok');
  expect((await aase.ask('signal', 'notFinished')).ok).toBe(true);
  await agree(people, meeting);
  await until(() => kari.seen.meeting?.state.status === 'agreed', 'agreed');
  const { proposal, round, signals } = talkOf(kari);
  expect([proposal, round.turn, signals]).toEqual([null, null, []]);
});
