import { describe, expect, test } from 'vitest';
import type { MailTried } from '#shared/api.ts';
import { MOVED_TO, prepared, redeem, entryOf } from './support/appointed.ts';
import { Guest, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { openPostOffice } from './support/postOffice.ts';

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
