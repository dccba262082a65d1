import { cp, rm } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Minutes } from '#shared/meeting/minutes.ts';
import { begun, does } from './support/begun.ts';
import { Guest } from './support/guest.ts';
import { runHouse } from './support/house.ts';

const HOUR_MS = 3_600_000;

test('nobody was in the meeting for the days in which the house was down', async () => {
  const { house, patient, meeting, windows } = await begun();
  await does(windows.kari, 'endTurn');
  const dataDir = `${house.dataDir}-after-a-power-cut`;
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  // As the disk is when nothing could be said any more.
  await cp(house.dataDir, dataDir, { recursive: true });
  await house.close();
  const now = () => Date.now() + 60 * HOUR_MS;
  const again = await runHouse({ dataDir, over: { now } });
  const aase = Object.assign(new Guest(again.url), { cookie: patient.cookie });
  const minutes = Minutes.parse((await aase.get(`/api/meetings/${meeting}/minutes`)).body);
  expect(minutes.present).toHaveLength(4);
  for (const { name, stays } of minutes.present)
    for (const { from, to } of stays) expect((to ?? Infinity) - from, name).toBeLessThan(HOUR_MS);
  expect(minutes.time.ms).toBeLessThan(HOUR_MS);
});
