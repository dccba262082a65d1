import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { textRoot } from '#shared/plan/doc.ts';
import { invite, meetingBy, signedIn } from './support/guest.ts';
import { windowOf } from './support/liveWindow.ts';
import { pen } from './support/pen.ts';
import { until } from './support/until.ts';
import { ward } from './support/ward.ts';

const CANARY = 'Kanarifuglen';

test('a meeting that is called off lets everyone out, and nothing that was written in it is left', async () => {
  const { house, nurse, patient, meeting } = await ward();
  await invite(nurse, meeting, { role: 'gp', name: `Per ${CANARY}` });
  const other = await meetingBy(nurse);
  const story = await pen(patient, meeting, 'story');
  textRoot(story.doc).insert(0, `${CANARY} synger`);
  await until(async () => (await nurse.get(`/api/meetings/${meeting}/plan`)).text.includes(CANARY), 'it to be stored');
  const window = windowOf(patient, meeting);
  await until(() => window.seen.meeting !== null, 'the window');

  expect((await patient.delete(`/api/meetings/${meeting}/appointment`)).status).toBe(403);
  expect((await nurse.delete(`/api/meetings/${meeting}/appointment`)).status).toBeLessThan(300);
  await until(() => !window.socket.connected, 'the window to be cut off');
  await until(async () => (await nurse.get(`/api/meetings/${meeting}`)).status === 410, 'it to be gone');
  const said = await patient.get(`/api/meetings/${meeting}/plan`);
  expect([said.status, said.body.code], 'who was in it is told so').toEqual([410, 'gone']);
  const stranger = await signedIn(house.url, { role: 'gp' });
  expect((await stranger.get(`/api/meetings/${meeting}`)).status, 'to others there never was one').toBe(404);
  const late = windowOf(patient, meeting, 'either');
  await until(() => late.seen.problem === 'gone', 'the live meeting to say so too');
  expect((await nurse.get(`/api/meetings/${other}`)).status, 'another meeting is none of it').toBe(200);
  story.close();
  await house.close();

  const db = new DatabaseSync(
    join(
      house.dataDir,
      (await readdir(house.dataDir)).find((file) => file.endsWith('.db') || file.endsWith('.sqlite'))!,
    ),
  );
  db.exec('PRAGMA wal_checkpoint(TRUNCATE); VACUUM');
  db.close();
  for (const file of await readdir(house.dataDir))
    expect((await readFile(join(house.dataDir, file))).includes(CANARY), file).toBe(false);
});

test('a meeting that has begun is not called off', async () => {
  const { nurse, meeting } = await ward();
  const kari = windowOf(nurse, meeting);
  await until(() => kari.seen.meeting !== null, 'the window');
  await kari.ask('command', { kind: 'start' });
  expect((await nurse.delete(`/api/meetings/${meeting}/appointment`)).status).toBe(409);
  expect((await nurse.get(`/api/meetings/${meeting}`)).status).toBe(200);
});
