import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { textRoot } from '#shared/plan/doc.ts';
import { agreementOf, changing, readyMeeting, sign } from './support/agreed.ts';
import { Guest, idOf } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { pen } from './support/pen.ts';

/** The same guest, at the door of a house that has moved. */
const movedTo = (url: string, guest: Guest): Guest => Object.assign(new Guest(url), { cookie: guest.cookie });

test('a signature that was stored before signatures said what they cover counts until the plan is changed', async () => {
  const { house, meeting, people } = await readyMeeting();
  const given = await sign(people.Kari, meeting);
  const participant = await idOf(people.Mona, meeting);
  const { hash, fingerprints: _, commitments: _commitments, ...older } = given.body;
  await house.close();
  const db = new DatabaseSync(join(house.dataDir, 'meetings.sqlite'));
  const insert = db.prepare('INSERT INTO signatures (meeting, participant, hash, body) VALUES (?, ?, ?, ?)');
  const old = { ...older, hash, participant, name: 'Mona Hansen', role: 'municipality' };
  insert.run(meeting, participant, String(hash), JSON.stringify(old));
  db.close();

  const again = await runHouse({ dataDir: house.dataDir });
  const [Kari, Mona] = [movedTo(again.url, people.Kari), movedTo(again.url, people.Mona)];
  const before = await agreementOf(Kari, meeting);
  expect(before.signatures.map(({ role, lapsed }) => [role, lapsed])).toEqual([
    ['hospital', false],
    ['municipality', false],
  ]);
  expect(before.unsigned).toEqual(['patient', 'gp']);
  const needs = await pen(Kari, meeting, 'needs');
  await changing(Kari, meeting, 'needs', () => textRoot(needs.doc).insert(0, 'Følge. '));
  const after = await agreementOf(Kari, meeting);
  expect(after.signatures.map(({ role, lapsed, touched }) => [role, lapsed, touched])).toEqual([
    ['hospital', true, ['needs']],
    ['municipality', true, []],
  ]);
  expect(after.unsigned).toContain('municipality');
  expect((await sign(Mona, meeting)).status).toBe(201);
  expect((await agreementOf(Kari, meeting)).signatures).toHaveLength(2);
});
