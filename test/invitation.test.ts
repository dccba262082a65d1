import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Guest, invite, joined, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';

const DAY_MS = 24 * 3_600_000;

async function invited() {
  const house = await runHouse();
  const nurse = await signedIn(house.url, { role: 'hospital', profession: 'nurse' });
  const meeting = await meetingBy(nurse);
  return { house, nurse, meeting };
}

const redeem = (url: string, token: string, code: string) =>
  new Guest(url).post('/api/invitations/redeem', { token, code });

describe('an invitation', () => {
  test('lets its holder into that meeting, in that role, and nowhere else', async () => {
    const { house, nurse, meeting } = await invited();
    const line = await joined(nurse, meeting, { role: 'kin', name: 'Line Fiktiv' });
    expect((await line.get('/api/me')).body).toMatchObject({ name: 'Line Fiktiv', role: 'kin', meeting });
    expect((await line.get(`/api/meetings/${meeting}`)).status).toBe(200);

    const other = await meetingBy(await signedIn(house.url, { role: 'gp' }));
    expect((await line.get(`/api/meetings/${other}`)).status).toBe(404);
    expect((await line.post('/api/meetings', {})).body.code).toBe('forbidden');
  });

  test('is used up by one human action, and only once', async () => {
    const { house, nurse, meeting } = await invited();
    const { token, code } = await invite(nurse, meeting, { role: 'patient' });
    for (let opened = 0; opened < 3; opened++) await new Guest(house.url).get('/join');
    expect((await redeem(house.url, token, code)).status).toBe(204);
    const again = await redeem(house.url, token, code);
    expect([again.status, again.body.code]).toEqual([410, 'gone']);
  });

  test('lets in exactly one of many who try at once', async () => {
    const { house, nurse, meeting } = await invited();
    const { token, code } = await invite(nurse, meeting, { role: 'patient' });
    const came = await Promise.all(Array.from({ length: 30 }, () => redeem(house.url, token, code)));
    expect(came.filter(({ status }) => status === 204)).toHaveLength(1);
    const me = (await nurse.get(`/api/meetings/${meeting}`)).body;
    expect((me['participants'] as { role: string }[]).filter(({ role }) => role === 'patient')).toHaveLength(1);
  });

  test('is refused with a wrong code, ten times a minute at most, and the right code still works later', async () => {
    const { house, nurse, meeting } = await invited();
    const { token, code } = await invite(nurse, meeting, { role: 'patient' });
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 10; tries++)
      expect((await redeem(house.url, token, wrong)).body.code).toBe('wrong-code');
    const eleventh = await redeem(house.url, token, wrong);
    expect([eleventh.status, eleventh.body.code]).toEqual([429, 'too-many']);
    expect(Number(eleventh.headers.get('Retry-After'))).toBeGreaterThan(0);
    // Not even the right code is told apart from a wrong one while the door is shut.
    expect((await redeem(house.url, token, code)).status).toBe(429);

    const next = await invite(nurse, meeting, { role: 'patient' });
    expect((await redeem(house.url, next.token, next.code)).status).toBe(204);
  });

  test('for a second patient lets nobody in while the first is there', async () => {
    const { house, nurse, meeting } = await invited();
    const [first, second] = [
      await invite(nurse, meeting, { role: 'patient' }),
      await invite(nurse, meeting, { role: 'patient' }),
    ];
    expect((await redeem(house.url, first.token, first.code)).status).toBe(204);
    expect((await redeem(house.url, second.token, second.code)).body.code).toBe('not-now');
    const { participants } = (await nurse.get(`/api/meetings/${meeting}`)).body as {
      participants?: { id: string; role: string }[];
    };
    const patient = participants?.find(({ role }) => role === 'patient')?.id;
    await nurse.delete(`/api/meetings/${meeting}/participants/${patient}`);
    expect((await redeem(house.url, second.token, second.code)).status).toBe(204);
  });

  test('is dead after fifty wrong codes, however slowly they come', async () => {
    const { house, nurse, meeting } = await invited();
    const { token, code } = await invite(nurse, meeting, { role: 'kin' });
    await house.close();
    const db = new DatabaseSync(join(house.dataDir, 'meetings.sqlite'));
    db.exec('UPDATE invitations SET wrong_tries = 49');
    db.close();
    const again = await runHouse({ dataDir: house.dataDir });
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await redeem(again.url, token, wrong)).body.code).toBe('wrong-code');
    expect((await redeem(again.url, token, code)).body.code).toBe('gone');
  });

  test('is refused when it has expired, was revoked or never was', async () => {
    const { house, nurse, meeting } = await invited();
    const expired = await invite(nurse, meeting, { role: 'kin' });
    const revoked = await invite(nurse, meeting, { role: 'kin' });
    expect((await nurse.delete(`/api/meetings/${meeting}/invitations/${revoked.id}`)).status).toBe(204);
    expect((await redeem(house.url, revoked.token, revoked.code)).body.code).toBe('gone');
    expect((await redeem(house.url, 'A'.repeat(32), '123456')).body.code).toBe('not-found');
    house.pass(15 * DAY_MS);
    expect((await redeem(house.url, expired.token, expired.code)).body.code).toBe('gone');
  });

  test('is kept as hashes: neither link nor code stands in the store', async () => {
    const { house, nurse, meeting } = await invited();
    const { token, code } = await invite(nurse, meeting, { role: 'patient' });
    await house.close();
    const db = new DatabaseSync(join(house.dataDir, 'meetings.sqlite'));
    const row = JSON.stringify(db.prepare('SELECT * FROM invitations').all());
    expect(row).toContain('token_hash');
    expect(row).not.toContain(token);
    expect(row).not.toContain(`"${code}"`);
    const sessions = JSON.stringify(db.prepare('SELECT * FROM sessions').all());
    expect(sessions).not.toContain(nurse.cookie.split('=')[1]);
    db.close();
  });

  test('is made by staff of the meeting, and by nobody else', async () => {
    const { house, nurse, meeting } = await invited();
    const line = await joined(nurse, meeting, { role: 'kin' });
    const path = `/api/meetings/${meeting}/invitations`;
    expect((await line.post(path, { role: 'kin', name: 'En til' })).body.code).toBe('forbidden');
    const stranger = await signedIn(house.url, { role: 'municipality' });
    expect((await stranger.post(path, { role: 'kin', name: 'En til' })).body.code).toBe('not-found');
    const mona = await joined(nurse, meeting, { role: 'municipality' });
    expect((await mona.post(path, { role: 'kin', name: 'En til' })).status).toBe(201);
  });
});
