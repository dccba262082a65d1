import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { joined, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { until } from './support/until.ts';

const CANARY = 'Kanarifuglen';

test('of a meeting that is called off, nobody’s name is left but in the access log', async () => {
  const house = await runHouse();
  const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen', profession: 'nurse' });
  const meeting = await meetingBy(nurse);
  const patient = await joined(nurse, meeting, { role: 'patient', name: `Åse ${CANARY}` });
  await joined(nurse, meeting, { role: 'gp', name: 'Per', organisation: `Kontoret ${CANARY}` });
  expect((await nurse.delete(`/api/meetings/${meeting}/appointment`)).status).toBe(200);
  await until(async () => (await patient.get(`/api/meetings/${meeting}`)).status === 410, 'it to be gone');
  expect((await nurse.get('/api/me')).text, 'whoever signed in is who they are').toContain('Kari Nilsen');
  await house.close();
  const file = (await readdir(house.dataDir)).find((name) => name.endsWith('.sqlite'))!;
  const db = new DatabaseSync(join(house.dataDir, file));
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'audit'`).all();
  for (const { name } of tables)
    expect(JSON.stringify(db.prepare(`SELECT * FROM "${String(name)}"`).all()), String(name)).not.toContain(CANARY);
  db.close();
});
