import { describe, expect, test } from 'vitest';
import type { Reach } from '#shared/api.ts';
import { entryOf, MOVED_TO, prepared, redeem } from './support/appointed.ts';
import { idOf, joined, signedIn } from './support/guest.ts';
import { windowOf } from './support/liveWindow.ts';

describe('an invitation with an address', () => {
  test('goes there with the link and without the code, and opens with both', async () => {
    const { office, house, mailed, list } = await prepared();
    const made = await mailed('line@example.no');
    expect(made.mail).toBe('sent');
    const [letter] = office.collect();
    expect(letter?.to).toEqual(['line@example.no']);
    expect(letter?.email.text).toContain(made.url);
    expect(letter?.raw + (letter?.email.text ?? '') + letter?.calendar).not.toContain(made.code);
    expect(letter?.calendar, 'calendars are read by many').not.toContain('#');
    expect(entryOf(letter!)).toMatchObject({ method: 'REQUEST', sequence: 0, starts: '2026-11-25T11:00:00.000Z' });
    expect(await list()).toMatchObject([{ email: 'line@example.no', mail: 'sent', status: 'open' }]);
    expect((await redeem(house.url, made)).status).toBe(204);
  });

  test('without one goes nowhere', async () => {
    const { office, mailed } = await prepared();
    expect((await mailed(null)).mail).toBe('none');
    expect(office.collect()).toEqual([]);
  });

  test('is not made for an address with a line break in it', async () => {
    const { office, kari, path } = await prepared();
    const bad = { role: 'kin', name: 'Line', email: 'line@example.no\r\nBcc: alle@example.no' };
    expect((await kari.post(`${path}/invitations`, bad)).status).toBe(400);
    expect(
      (await kari.post(`${path}/invitations`, { ...bad, email: 'l@example.no', name: 'L\r\nBcc: x' })).status,
    ).toBe(400);
    expect(office.collect()).toEqual([]);
  });
});

describe('no letter and no calendar', () => {
  test('has a byte of who it is about, who invites, from where, or what the meeting is for', async () => {
    const { office, kari, mailed, path } = await prepared();
    const made = await mailed('ase@example.no', { role: 'patient', name: 'Åse Fiktiv' });
    const other = await mailed('m@example.no', {
      role: 'municipality',
      name: 'Mona Fiktiv',
      organisation: 'Nordvik Avlastning',
    });
    await kari.put(`${path}/appointment`, { startsAt: MOVED_TO, videoUrl: 'https://video.example.no/geriatri' });
    await kari.delete(`${path}/invitations/${other.id}`);
    const { title, about } = (await kari.get(path)).body['template'] as Record<string, unknown>;
    const download = (await kari.get(`${path}/calendar`)).text;
    await kari.delete(`${path}/appointment`);
    const letters = office.collect();
    expect(letters).toHaveLength(6);
    expect(JSON.stringify([title, about]), 'the words to look for are not there').toMatch(/eldre/i);
    const decoded = letters.flatMap(({ email, calendar }) => [email.subject, email.text, email.html, calendar]);
    const bytes = letters.map(({ raw }) => raw);
    const foundIn = (texts: readonly unknown[], words: readonly string[]) =>
      words.filter((word) => texts.join('\n').toLowerCase().includes(word.toLowerCase()));
    const long = ['Fiktiv', 'Hemmelig-Post', 'Nordvik', 'Avlastning', 'geriatri', 'tverrfaglig', 'utskriv', 'pasient'];
    const short = ['Åse', 'Kari', 'Mona', '1944', 'sykehus', 'kommune', 'eldre', 'helse', 'diagnose', made.code];
    // Short words can stand in what is coded by chance.
    expect(foundIn([...bytes, ...decoded, download], long)).toEqual([]);
    expect(foundIn([...decoded, download], short)).toEqual([]);
  });
});

describe('a meeting that is moved', () => {
  test('is moved in the calendars of those on their way and those who are in already, and of nobody else', async () => {
    const { office, house, kari, path, mailed, list, meeting } = await prepared();
    await mailed('open@example.no');
    const used = await mailed('used@example.no');
    const out = await mailed('out@example.no');
    const revoked = await mailed('revoked@example.no');
    await mailed(null);
    await redeem(house.url, used);
    const { guest } = await redeem(house.url, out);
    await kari.delete(`${path}/participants/${await idOf(guest, meeting)}`);
    await kari.delete(`${path}/invitations/${revoked.id}`);
    const first = entryOf(office.collect()[0]!);

    const told = (await kari.get(`${path}/appointment`)).body as unknown as Reach;
    const came = await kari.put(`${path}/appointment`, { startsAt: MOVED_TO });
    expect([came.status, came.body]).toEqual([200, told]);
    expect(told).toEqual({ mails: true, byMail: ['Navn open', 'Navn used'], byHand: ['Navn uten'] });
    const letters = office.collect();
    expect(letters.flatMap(({ to }) => to)).toEqual(['open@example.no', 'used@example.no']);
    for (const letter of letters) {
      expect(entryOf(letter)).toEqual({ ...first, sequence: 2, starts: '2026-12-01T08:30:00.000Z' });
      expect(letter.email.text).toContain('1. desember 2026 kl. 09.30');
    }
    expect((await kari.get(path)).body).toMatchObject({ startsAt: Date.parse(MOVED_TO), videoUrl: null });
    expect((await list()).find(({ name }) => name === 'Navn open')).toMatchObject({ mail: 'sent', status: 'open' });
  });

  test('keeps its invitations open until it is over, however far away it is', async () => {
    const { house, kari, path, mailed } = await prepared();
    const made = await mailed('line@example.no');
    await kari.put(`${path}/appointment`, { startsAt: new Date(Date.now() + 40 * 24 * 3_600_000).toISOString() });
    house.pass(40 * 24 * 3_600_000);
    expect((await redeem(house.url, made)).status).toBe(204);
  });

  test('is not moved into the past', async () => {
    const { house, kari, path } = await prepared();
    house.pass(60_000);
    const past = new Date(Date.now()).toISOString();
    expect((await kari.put(`${path}/appointment`, { startsAt: past })).body.code).toBe('bad-input');
    expect((await kari.put(`${path}/appointment`, { startsAt: MOVED_TO })).status).toBe(200);
  });

  test('is moved by staff before it begins, by nobody else, and not after', async () => {
    const { house, kari, meeting, path, mailed } = await prepared();
    const to = { startsAt: MOVED_TO };
    const line = (await redeem(house.url, await mailed(null))).guest;
    const mona = await joined(kari, meeting, { role: 'municipality' });
    const stranger = await signedIn(house.url, { role: 'gp' });
    expect((await line.put(`${path}/appointment`, to)).body.code).toBe('forbidden');
    expect((await line.get(`${path}/appointment`)).body.code).toBe('forbidden');
    expect((await stranger.put(`${path}/appointment`, to)).body.code).toBe('not-found');
    expect((await kari.put(`${path}/appointment`, { startsAt: 'i morgen' })).body.code).toBe('bad-input');
    expect((await mona.put(`${path}/appointment`, { ...to, videoUrl: 'https://video.example.no/1' })).status).toBe(200);
    expect((await kari.get(path)).body['videoUrl']).toBe('https://video.example.no/1');
  });

  test('can be neither moved nor called off once it has begun', async () => {
    const { office, kari, meeting, path, mailed } = await prepared();
    await mailed('line@example.no');
    office.collect();
    expect(await windowOf(kari, meeting).ask('command', { kind: 'start' })).toMatchObject({ ok: true });
    expect((await kari.put(`${path}/appointment`, { startsAt: MOVED_TO })).body.code).toBe('not-now');
    expect((await kari.delete(`${path}/appointment`)).body.code).toBe('not-now');
    expect(office.collect()).toEqual([]);
    expect((await kari.get(path)).body['startsAt']).not.toBe(Date.parse(MOVED_TO));
  });
});

describe('a meeting that is called off', () => {
  test('is taken out of the calendars under the id it had, and lets nobody in any more', async () => {
    const { office, house, kari, path, mailed } = await prepared();
    const open = await mailed('open@example.no');
    await redeem(house.url, await mailed('used@example.no'));
    const { uid } = entryOf(office.collect()[0]!);
    const came = await kari.delete(`${path}/appointment`);
    expect([came.status, came.body]).toEqual([200, { mails: true, byMail: ['Navn open', 'Navn used'], byHand: [] }]);
    const letters = office.collect();
    expect(letters.map(({ to }) => to[0])).toEqual(['open@example.no', 'used@example.no']);
    for (const letter of letters) expect(entryOf(letter)).toMatchObject({ method: 'CANCEL', uid, sequence: 1 });
    // The meeting is gone, and its invitations with it.
    expect([404, 410]).toContain((await redeem(house.url, open)).status);
  });

  test('is called off by who leads it, before it begins, and only once', async () => {
    const { office, house, kari, meeting, path, mailed } = await prepared();
    const mona = await joined(kari, meeting, { role: 'municipality' });
    const open = await mailed('open@example.no');
    office.collect();
    expect((await mona.delete(`${path}/appointment`)).body.code).toBe('forbidden');
    expect(office.collect()).toEqual([]);
    expect((await redeem(house.url, open)).status, 'it still takes place').toBe(204);
    expect((await kari.delete(`${path}/appointment`)).status).toBe(200);
    office.collect();
    expect((await kari.delete(`${path}/appointment`)).status).toBeGreaterThanOrEqual(400);
    expect(office.collect()).toEqual([]);
  });
});

describe('one invitation that is taken back', () => {
  test('is called off for that one alone, and an invitation after it counts more', async () => {
    const { office, kari, path, mailed } = await prepared();
    await mailed('mona@example.no');
    const line = await mailed('line@example.no');
    const byHand = await mailed(null);
    office.collect();
    await kari.delete(`${path}/invitations/${byHand.id}`);
    await kari.delete(`${path}/invitations/${line.id}`);
    const letters = office.collect();
    expect(letters.map(({ to }) => to[0])).toEqual(['line@example.no']);
    expect(entryOf(letters[0]!)).toMatchObject({ method: 'CANCEL', sequence: 1 });
    await mailed('line@example.no');
    expect(entryOf(office.collect()[0]!)).toMatchObject({ method: 'REQUEST', sequence: 1 });
  });
});

describe('the calendar of a meeting', () => {
  test('is there for everyone in it, to be saved, and for nobody else', async () => {
    const { house, path, mailed } = await prepared();
    const line = (await redeem(house.url, await mailed(null))).guest;
    const came = await line.get(`${path}/calendar`);
    expect(came.status).toBe(200);
    expect(came.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(came.headers.get('content-disposition')).toBe('attachment; filename=mote.ics');
    expect(entryOf({ calendar: came.text })).toMatchObject({ method: 'PUBLISH', sequence: 0 });
    expect((await (await signedIn(house.url, { role: 'gp' })).get(`${path}/calendar`)).status).toBe(404);
  });
});
