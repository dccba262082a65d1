import { expect, test } from 'vitest';
import { idOf, joined } from './support/guest.ts';
import { agreedMeeting, someone } from './support/held.ts';
import { ward } from './support/ward.ts';

const planOf = async (guest: { get: (path: string) => Promise<{ body: object }> }, meeting: string) =>
  Object.keys((await guest.get(`/api/meetings/${meeting}/plan`)).body);

test('what the patient kept from their kin is kept from them in the next meeting, before the patient is there', async () => {
  const { meeting, people } = await agreedMeeting();
  const { kari, aase, line } = people;
  const place = `/api/meetings/${meeting}/participants/${await idOf(line, meeting)}/withheld`;
  expect((await aase.put(place, { sections: ['goals', 'treatment'] })).status).toBe(204);
  const next = await kari.post(`/api/meetings/${meeting}/next`, { startsAt: '2026-12-23T12:00:00+01:00' });
  const id = String(next.body['id']);
  const again = await joined(kari, id, { ...someone('line'), name: `  ${someone('line').name?.toUpperCase()}` });
  const seen = await planOf(again, id);
  expect(seen).not.toContain('goals');
  expect(seen, 'the actions of then are among the promises of now').not.toContain('promises');
  expect(seen).toContain('story');
  const other = await joined(kari, id, { role: 'kin', name: 'Ola Fiktiv' });
  expect(await planOf(other, id), 'somebody else').toContain('goals');
});

test('whoever is shown out and asked in again sees no more than before', async () => {
  const { nurse, patient, kin, meeting, withhold, at } = await ward();
  expect((await withhold(['goals'])).status).toBe(204);
  expect((await patient.delete(await at('', kin))).status).toBe(204);
  const again = await joined(nurse, meeting, { role: 'kin', name: 'Line Fiktiv' });
  expect(await planOf(again, meeting)).not.toContain('goals');
  expect((await withhold([], patient, again)).status).toBe(204);
  expect(await planOf(again, meeting)).toContain('goals');
});

test('and it still is when the meeting in which the patient said so is deleted', async () => {
  const { meeting, people } = await agreedMeeting();
  const { kari, aase, line } = people;
  const place = `/api/meetings/${meeting}/participants/${await idOf(line, meeting)}/withheld`;
  expect((await aase.put(place, { sections: ['goals', 'treatment'] })).status).toBe(204);
  const next = await kari.post(`/api/meetings/${meeting}/next`, { startsAt: '2026-12-23T12:00:00+01:00' });
  const id = String(next.body['id']);
  const ended = await fetch(`${kari.url}/api/meetings/${meeting}`, {
    ...{ method: 'DELETE', headers: { 'Content-Type': 'application/json', Cookie: kari.cookie } },
    body: JSON.stringify({ reason: 'Åse vil det.' }),
  });
  expect(ended.status).toBe(204);
  const seen = await planOf(await joined(kari, id, someone('line')), id);
  expect(seen).not.toContain('goals');
  expect(seen).not.toContain('promises');
  expect(seen).toContain('story');
  expect(await planOf(await joined(kari, id, { role: 'kin', name: 'Ola Fiktiv' }), id), 'somebody else').toContain(
    'goals',
  );
  const { body } = await kari.get(`/api/meetings/${id}`);
  expect((body['participants'] as unknown[]).length, 'nobody is here who is not').toBe(3);
});
