import { describe, expect, test } from 'vitest';
import { ORGANISATIONS, sendingMeeting, setUp } from './support/delivering.ts';
import { meetingBy, signedIn } from './support/guest.ts';
import { openJournal } from './support/journal.ts';

describe('filing a version by hand', () => {
  test('is a receipt of one’s organisation, once', async () => {
    const { house, people, path, agreed, deliveries, logged, status } = await sendingMeeting([]);
    await agreed();
    const first = await people.kari.post(`${path}/versions/1/filing`, {});
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      ...{ version: 1, receiver: ORGANISATIONS.hospital, party: 'hospital', way: 'hand', state: 'received' },
      ...{ tries: 0, nextAt: null, problem: null },
    });
    expect((await people.jonas.post(`${path}/versions/1/filing`, {})).body, 'of the same hospital').toEqual(first.body);
    expect((await people.per.post(`${path}/versions/1/filing`, {})).body['receiver'], 'from nowhere').toBe('Per Berg');
    expect(await deliveries()).toHaveLength(2);
    expect((await logged()).map(({ action, name }) => `${name} ${action}`)).toEqual([
      'Kari Nilsen filed',
      'Per Berg filed',
    ]);
    expect(await status()).toBe('exported');
    expect(house.url).not.toBe('');
  });

  test('is for staff who get the plan, of a version that there is', async () => {
    const { people, path, agreed, deliveries } = await sendingMeeting([]);
    const file = async (who: typeof people.kari, version: string | number = 1) => {
      const came = await who.post(`${path}/versions/${version}/filing`, {});
      return [came.status, came.body.code];
    };
    expect(await file(people.mona), 'nothing is agreed').toEqual([404, 'not-found']);
    await agreed();
    for (const other of [people.aase, people.line]) expect(await file(other)).toEqual([403, 'forbidden']);
    for (const none of [2, 0, 'x', '1.5']) expect(await file(people.mona, none)).toEqual([404, 'not-found']);
    await people.aase.put(`${path}/receivers`, { refused: ['municipality'] });
    expect(await file(people.mona)).toEqual([403, 'not-a-receiver']);
    expect(await deliveries()).toEqual([]);
    await people.aase.put(`${path}/receivers`, { refused: [] });
    expect(await file(people.mona)).toEqual([201, undefined]);
  });

  test('settles what did not get there', async () => {
    const journal = await openJournal();
    journal.next({ answers: 400 });
    const { people, path, agreed, one } = await sendingMeeting([setUp('municipality', journal.mhd)]);
    await agreed();
    await one(({ state }) => state === 'failed', 'the failure');
    const failures = async () => /\{state="failed"\} (\d+)/.exec((await people.kari.get('/metrics')).text)?.[1];
    expect(await failures()).toBe('1');
    await people.kari.post(`${path}/versions/1/filing`, {});
    expect(await failures(), 'the hospital has it, the municipality has not').toBe('1');
    await people.mona.post(`${path}/versions/1/filing`, {});
    expect(await failures()).toBe('0');
  });
});

describe('what failed', () => {
  test('is sent again when one of the staff asks for it, and is received', async () => {
    const journal = await openJournal();
    journal.next({ answers: 400 });
    const { people, path, agreed, one, logged } = await sendingMeeting([setUp('municipality', journal.mhd)]);
    await agreed();
    const failed = await one(({ state }) => state === 'failed', 'the failure');
    const again = async (who: typeof people.kari, id = failed.id, at = path) => {
      const came = await who.post(`${at}/deliveries/${id}/again`, {});
      return [came.status, came.body.code];
    };
    for (const other of [people.aase, people.line]) expect(await again(other)).toEqual([403, 'forbidden']);
    expect(await again(people.kari, 'nothing')).toEqual([404, 'not-found']);
    const stranger = await signedIn(people.kari.url, { role: 'hospital', name: 'Nora Fremmed' });
    const elsewhere = `/api/meetings/${await meetingBy(stranger)}`;
    expect(await again(stranger, failed.id, elsewhere), 'of another meeting').toEqual([404, 'not-found']);
    expect(await again(people.mona)).toEqual([204, undefined]);
    expect(await one(({ state }) => state === 'received', 'the receipt')).toMatchObject({ id: failed.id, tries: 1 });
    expect(await again(people.mona), 'it is there').toEqual([409, 'not-now']);
    expect((await logged()).map(({ action }) => action)).toEqual([
      ...['sending', 'delivery-failed', 'sent-again', 'sending', 'delivered'],
    ]);
    expect(journal.documents.size).toBe(1);
  });
});
