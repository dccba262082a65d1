import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { TemplateVersion } from '#shared/api.ts';
import type { Template } from '#shared/meeting/template.ts';
import { signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';

const who = { role: 'hospital', name: 'Kari Nilsen', organisation: 'Fiktiv sykehus' } as const;

test('what older versions of a template say is not read for the list of them, however many and long they are', async () => {
  const house = await runHouse();
  const nurse = await signedIn(house.url, who);
  const copy = await nurse.post('/api/templates', { copyOf: 'frail-elderly', title: 'Vårt møte' });
  const { id } = copy.body as unknown as Template;
  await house.close();
  const file = (await readdir(house.dataDir)).find((name) => name.endsWith('.sqlite'))!;
  const db = new DatabaseSync(join(house.dataDir, file));
  db.exec(`INSERT INTO templates SELECT id, 3, json_set(body, '$.template.version', 3), organisation, made_by, made_at
    FROM templates; INSERT INTO templates SELECT id, 2, '{"by":"Mona"}', organisation, made_by, made_at FROM templates
    WHERE version = 3`);
  db.close();
  const again = await runHouse({ dataDir: house.dataDir });
  const late = Object.assign(await signedIn(again.url, who), { cookie: nurse.cookie });
  const list = (await late.get('/api/templates')).body as unknown as { id: string; version: number }[];
  expect(list.filter((one) => one.id === id).map(({ version }) => version)).toEqual([3]);
  const versions = (await late.get(`/api/templates/${id}/versions`)).body as unknown as TemplateVersion[];
  expect(versions.map(({ version, by }) => [version, by])).toEqual([
    [3, 'Kari Nilsen'],
    [2, 'Mona'],
    [1, 'Kari Nilsen'],
  ]);
});
