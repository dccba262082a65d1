import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { InvitationMade, InvitationView, MailTried, Reach } from '#shared/api.ts';
import { Guest, idOf, joined, meetingBy, signedIn, type Someone } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { windowOf } from './support/liveWindow.ts';
import { openPostOffice, type Came } from './support/postOffice.ts';

const MOVED_TO = '2026-12-01T09:30:00+01:00';

/** A meeting with a mail server beside it; `mailed` invites somebody who has an address. */
async function prepared(dataDir?: string) {
  const office = await openPostOffice();
  const house = await runHouse({
    env: { SMTP_URL: office.url, MAIL_FROM: 'mote@example.no' },
    ...(dataDir && { dataDir }),
  });
  const kari = await signedIn(house.url, { role: 'hospital', profession: 'nurse', name: 'Kari Hemmelig-Post' });
  const meeting = await meetingBy(kari);
  const path = `/api/meetings/${meeting}`;
  const mailed = async (email: string | null, someone: Partial<Someone> = {}): Promise<InvitationMade> => {
    const who = { role: 'kin', name: `Navn ${email?.split('@')[0] ?? 'uten'}`, ...(email && { email }), ...someone };
    return (await kari.post(`${path}/invitations`, who)).body as unknown as InvitationMade;
  };
  const list = async () => (await kari.get(`${path}/invitations`)).body as unknown as InvitationView[];
  const retry = (id: string) => kari.post(`${path}/invitations/${id}/mail`, {});
  return { office, house, kari, meeting, path, mailed, list, retry };
}

const redeem = async (url: string, made: InvitationMade) => {
  const guest = new Guest(url);
  const { status } = await guest.post('/api/invitations/redeem', { token: made.url.split('#')[1], code: made.code });
  return { guest, status };
};

/** What a calendar makes of the letter. */
function entryOf({ calendar }: Pick<Came, 'calendar'>) {
  const all = new ICAL.Component(ICAL.parse(calendar) as string);
  const event = new ICAL.Event(all.getFirstSubcomponent('vevent')!);
  const starts = event.startDate.toJSDate().toISOString();
  return { method: all.getFirstPropertyValue('method'), uid: event.uid, sequence: event.sequence, starts };
}

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
      expect(letter.email.text).toContain('1. desember 2026 kl. 09:30');
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

describe('a mail server that is down', () => {
  test('costs no invitation: its link works, and goes by mail as it is when the server is back', async () => {
    const { office, house, mailed, list, retry } = await prepared();
    await office.close();
    const made = await mailed('line@example.no');
    expect(made.mail).toBe('failed');
    expect(await list()).toMatchObject([{ status: 'open', mail: 'failed' }]);
    expect((await retry(made.id)).body).toEqual({ mail: 'failed', renewed: null });

    const back = await openPostOffice(Number(new URL(office.url).port));
    expect((await retry(made.id)).body).toEqual({ mail: 'sent', renewed: null });
    expect(back.collect()[0]?.email.text).toContain(made.url);
    expect((await retry(made.id)).body.code, 'it has gone').toBe('not-now');
    expect((await redeem(house.url, made)).status).toBe(204);
  });

  test('and a house that was restarted since: a new link goes, and its new code is told', async () => {
    const { office, house, kari, mailed, path } = await prepared();
    await office.close();
    const made = await mailed('line@example.no');
    await house.close();
    const back = await openPostOffice();
    const again = await runHouse({ dataDir: house.dataDir, env: { SMTP_URL: back.url, MAIL_FROM: 'mote@example.no' } });
    const her = Object.assign(new Guest(again.url), { cookie: kari.cookie });
    const { mail, renewed } = (await her.post(`${path}/invitations/${made.id}/mail`, {})).body as unknown as MailTried;
    expect(mail).toBe('sent');
    expect(renewed?.url).not.toBe(made.url);
    expect(back.collect()[0]?.email.text).toContain(renewed?.url);
    expect((await redeem(again.url, made)).status, 'the link of before').toBe(404);
    expect((await redeem(again.url, renewed!)).status).toBe(204);
  });

  test('while the meeting is moved: who was not reached is named, and reached by another try', async () => {
    const { office, kari, path, mailed, list, retry } = await prepared();
    const made = await mailed('line@example.no');
    await office.close();
    const reach = (await kari.put(`${path}/appointment`, { startsAt: MOVED_TO })).body;
    expect(reach).toEqual({ mails: true, byMail: [], byHand: ['Navn line'] });
    expect(await list()).toMatchObject([{ mail: 'outdated' }]);
    const back = await openPostOffice(Number(new URL(office.url).port));
    expect((await retry(made.id)).body).toEqual({ mail: 'sent', renewed: null });
    const [letter] = back.collect();
    expect(entryOf(letter!)).toMatchObject({ sequence: 1, starts: '2026-12-01T08:30:00.000Z' });
    expect(letter?.email.text).not.toContain('#');
  });

  test('or that is not there at all: nothing is sent, and the page is told so', async () => {
    const house = await runHouse();
    const kari = await signedIn(house.url, { role: 'hospital' });
    const path = `/api/meetings/${await meetingBy(kari)}`;
    const made = (await kari.post(`${path}/invitations`, { role: 'kin', name: 'Line', email: 'line@example.no' })).body;
    expect(made['mail']).toBe('none');
    expect((await kari.get(`${path}/appointment`)).body).toEqual({ mails: false, byMail: [], byHand: ['Line'] });
    expect((await kari.post(`${path}/invitations/${String(made['id'])}/mail`, {})).body.code).toBe('unavailable');
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
