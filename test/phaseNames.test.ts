import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { PhaseId } from '#shared/ids.ts';
import type { Template } from '#shared/meeting/template.ts';
import { meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';

test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
  'a phase is not called %s, as what every object has: minutes kept by that name would be no number',
  async (name) => {
    const house = await runHouse();
    const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen', profession: 'nurse' });
    const copy = await nurse.post('/api/templates', { copyOf: 'short-discharge', title: 'Vårt møte' });
    const template = copy.body as unknown as Template;
    const [first, ...rest] = template.phases;
    const put = (id: string) =>
      nurse.put(`/api/templates/${template.id}`, {
        ...{ basedOn: 1, template: { ...template, phases: [{ ...first, id }, ...rest] } },
      });
    expect((await put(name)).status).toBe(400);
    expect(PhaseId.safeParse(name).success).toBe(false);
    expect((await put('construct')).status, 'another word').toBe(200);
  },
);

test('one meeting whose state cannot be read does not keep the house from starting', async () => {
  const house = await runHouse();
  const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen', profession: 'nurse' });
  const meeting = await meetingBy(nurse);
  const other = await meetingBy(nurse);
  await house.close();
  const file = (await readdir(house.dataDir)).find((name) => name.endsWith('.sqlite'))!;
  const db = new DatabaseSync(join(house.dataDir, file));
  db.prepare('UPDATE meetings SET state = ? WHERE id = ?').run('{"status":"inMeeting","countdown":null}', meeting);
  db.close();
  const again = await runHouse({ dataDir: house.dataDir });
  const kari = Object.assign(await signedIn(again.url, { role: 'hospital' }), { cookie: nurse.cookie });
  expect((await kari.get(`/api/meetings/${other}`)).status).toBe(200);
});
