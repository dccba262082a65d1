import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { idOf } from './support/guest.ts';
import { ORGANISATIONS, sendingMeeting, setUp } from './support/delivering.ts';
import { agree } from './support/held.ts';
import { openJournal } from './support/journal.ts';
import { until } from './support/until.ts';

describe('an agreed version', () => {
  test('goes to each receiver’s journal by itself, and everyone sees when they had it', async () => {
    const journal = await openJournal();
    const { house, people, path, agreed, deliveries, one, logged, status } = await sendingMeeting([
      setUp('hospital', journal.bundle, { way: 'bundle', token: 'hemmelig-12' }),
      setUp('municipality', journal.mhd, { organisations: [' larvik  KOMMUNE '] }),
    ]);
    await agreed();
    for (const party of ['hospital', 'municipality'])
      await one((delivery) => delivery.party === party && delivery.state === 'received', `a receipt of ${party}`);
    expect(journal.faults).toEqual([]);
    expect(journal.documents.size, 'one document, however it comes').toBe(1);
    expect(journal.calls.map(({ headers }) => headers.authorization ?? '').toSorted()).toEqual([
      '',
      'Bearer hemmelig-12',
    ]);
    expect(await status()).toBe('exported');
    const file = createHash('sha256')
      .update([...journal.documents.values()][0]!)
      .digest('hex');
    const known = await people.kari.post('/api/verify', { file, plans: [] });
    expect(known.body, 'whoever holds it can have it verified').toMatchObject({ kind: 'unchanged', format: 'fhir' });
    const copy = await people.kari.get(`${path}/versions/1/export?format=fhir`);
    expect([...journal.documents.values()], 'byte for byte what anyone can download').toEqual([copy.text]);

    const seen = await deliveries();
    expect(seen.map(({ receiver, way, tries }) => [receiver, way, tries]).toSorted()).toEqual([
      [ORGANISATIONS.municipality, 'system', 1],
      [ORGANISATIONS.hospital, 'system', 1],
    ]);
    expect(Math.abs(seen[0]!.at! - Date.now())).toBeLessThan(60_000);
    expect((await people.aase.get(`${path}/agreement`)).body['deliveries']).toEqual(seen);
    const told = (await logged()).map(({ name, action, about }) => [name, action, about].join(' '));
    expect(told.toSorted()).toEqual(
      [ORGANISATIONS.hospital, ORGANISATIONS.municipality]
        .flatMap((name) => [`${name} delivered version 1`, `${name} sending version 1`])
        .toSorted(),
    );
    const metrics = (await people.kari.get('/metrics')).text;
    expect(metrics).toContain('plan_deliveries{state="waiting"} 0');
    expect(house.url).not.toBe('');
  });

  test('goes to nobody whom the patient refuses it, and to nobody who has no part in the meeting', async () => {
    const journal = await openJournal();
    const { people, path, agreed, deliveries, one } = await sendingMeeting([
      setUp('hospital', journal.mhd),
      setUp('municipality', journal.mhd),
      setUp('municipality', journal.mhd, { id: 'other', name: 'Færder kommune', organisations: ['Færder kommune'] }),
      setUp('gp', journal.mhd),
    ]);
    await people.aase.put(`${path}/receivers`, { refused: ['municipality'] });
    await agreed();
    await one(({ state }) => state === 'received', 'the hospital’s receipt');
    expect((await deliveries()).map(({ receiver }) => receiver)).toEqual([ORGANISATIONS.hospital]);
    expect(journal.documents.size).toBe(1);
  });

  test.each([
    { absentees: true, refused: [], sent: 1 },
    { absentees: true, refused: ['gp'], sent: 0 },
    { absentees: false, refused: [], sent: 0 },
  ])(
    'reaches a GP who was not there only through a receiver that finds them, and with the patient’s leave: $absentees $refused',
    async ({ absentees, refused, sent }) => {
      const journal = await openJournal();
      const { people, path, meeting, agreed, deliveries, one } = await sendingMeeting([
        setUp('hospital', journal.mhd),
        setUp('gp', journal.bundle, { way: 'bundle', absentees }),
      ]);
      await people.kari.delete(`${path}/participants/${await idOf(people.per, meeting)}`);
      await people.aase.put(`${path}/receivers`, { refused });
      await agreed();
      await one(({ party, state }) => party === 'hospital' && state === 'received', 'the hospital’s receipt');
      await until(async () => (await deliveries()).every(({ state }) => state === 'received'), 'every receipt');
      expect((await deliveries()).filter(({ party }) => party === 'gp')).toHaveLength(sent);
    },
  );

  test('is followed by the next one, which takes its place where it has not arrived', async () => {
    const [open, shut] = [await openJournal(), await openJournal()];
    shut.next({ answers: 500 });
    const { people, path, meeting, agreed, deliveries, one } = await sendingMeeting([
      setUp('hospital', open.mhd),
      setUp('municipality', shut.mhd),
    ]);
    await agreed();
    await one(({ party, state }) => party === 'hospital' && state === 'received', 'the hospital’s receipt');
    await one(({ party, tries }) => party === 'municipality' && tries === 1, 'a try in vain');
    // Another choice of the patient's makes another version of the same plan.
    await people.aase.put(`${path}/receivers`, { refused: ['kin'] });
    await agree(people, meeting);
    await until(
      async () =>
        (await deliveries()).filter(({ version, state }) => version === 2 && state === 'received').length === 2,
      'both receipts of version 2',
    );
    expect((await deliveries()).map(({ version, party }) => `${version} ${party}`).toSorted()).toEqual([
      '1 hospital',
      '2 hospital',
      '2 municipality',
    ]);
    expect([open.documents.size, shut.documents.size]).toEqual([2, 1]);
    const replaces = (body: string) =>
      /"relatesTo":\[\{"code":"replaces","target":\{"type":"DocumentReference"/.test(body);
    expect(
      open.calls.map(({ body }) => replaces(body)),
      'only what is there is replaced',
    ).toEqual([false, true]);
    expect(replaces(shut.calls.at(-1)!.body)).toBe(false);
    expect([...open.faults, ...shut.faults]).toEqual([]);
  });
});

describe('what the patient refuses after the version was made', () => {
  test('is not sent any more, and can be when the patient says so', async () => {
    const journal = await openJournal();
    journal.next({ answers: 503 });
    const { house, people, path, agreed, one } = await sendingMeeting([setUp('municipality', journal.mhd)]);
    await agreed();
    const waiting = await one(({ tries }) => tries === 1, 'a try in vain');
    expect(waiting).toMatchObject({ state: 'waiting', problem: 'unreachable', at: null });
    await people.aase.put(`${path}/receivers`, { refused: ['municipality'] });
    house.pass(3_600_000);
    const stopped = await one(({ state }) => state === 'failed', 'an end of it');
    expect(stopped).toMatchObject({ problem: 'not-wanted', nextAt: null });
    expect(journal.calls).toHaveLength(1);
    expect((await people.kari.get('/metrics')).text, 'nobody has to see to it').toContain('{state="failed"} 0');
    const again = `${path}/deliveries/${stopped.id}/again`;
    expect((await people.kari.post(again, {})).body.code).toBe('not-a-receiver');
    await people.aase.put(`${path}/receivers`, { refused: [] });
    expect((await people.kari.post(again, {})).status).toBe(204);
    await one(({ state }) => state === 'received', 'the receipt');
    expect(journal.documents.size).toBe(1);
  });
});
