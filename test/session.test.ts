import { describe, expect, test } from 'vitest';
import { Guest, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';

describe('a session', () => {
  test('stands in a cookie that scripts cannot read and other sites do not send', async () => {
    const { url } = await runHouse();
    const came = await new Guest(url).post('/api/demo/session', { name: 'Kari Nilsen', role: 'hospital' });
    const cookie = came.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
  });

  test('has the Secure flag and the __Host- prefix when the house is reached over TLS', async () => {
    const { url } = await runHouse({ env: { PUBLIC_URL: 'https://mote.example.no' } });
    const origin = { Origin: 'https://mote.example.no' };
    const came = await new Guest(url).post('/api/demo/session', { name: 'Kari', role: 'hospital' }, origin);
    expect(came.headers.getSetCookie()[0]).toMatch(/^__Host-session=.*Secure/);
  });

  test('gets a new id whenever somebody comes in, and the old one no longer works', async () => {
    const { url } = await runHouse();
    const guest = await signedIn(url, { role: 'hospital' });
    const before = guest.cookie;
    await guest.post('/api/demo/session', { name: 'Mona Hansen', role: 'municipality' });
    expect(guest.cookie).not.toBe(before);
    const old = new Guest(url);
    old.cookie = before;
    expect((await old.get('/api/me')).status).toBe(401);
    expect((await guest.get('/api/me')).body['role']).toBe('municipality');
  });

  test('ends when one leaves, and by itself after a working day', async () => {
    const house = await runHouse();
    const guest = await signedIn(house.url, { role: 'hospital' });
    const kept = guest.cookie;
    expect((await guest.delete('/api/session')).status).toBe(204);
    guest.cookie = kept;
    expect((await guest.get('/api/me')).status).toBe(401);

    const late = await signedIn(house.url, { role: 'hospital' });
    expect((await late.get('/api/me')).status).toBe(200);
    house.pass(13 * 3_600_000);
    expect((await late.get('/api/me')).status).toBe(401);
  });

  test('is one for each seat of a demo, so that several people sit in one browser', async () => {
    const { url } = await runHouse();
    const [kari, mona] = [new Guest(url), new Guest(url)];
    await kari.post('/api/demo/session', { name: 'Kari', role: 'hospital' }, { 'X-Seat': 'kari' });
    await mona.post('/api/demo/session', { name: 'Mona', role: 'municipality' }, { 'X-Seat': 'mona' });
    const both = new Guest(url);
    both.cookie = `${kari.cookie}; ${mona.cookie}`;
    expect((await both.get('/api/me', { 'X-Seat': 'kari' })).body['name']).toBe('Kari');
    expect((await both.get('/api/me?seat=mona')).body['name']).toBe('Mona');
    expect((await both.get('/api/me')).status).toBe(401);
  });
});

describe('the prepared demo meeting', () => {
  test('offers its people as seats', async () => {
    const { url } = await runHouse();
    const guest = new Guest(url);
    const offer = (await guest.get('/api/demo')).body as { people?: { participant: string; name: string }[] };
    const names = offer.people?.map(({ name }) => name) ?? [];
    expect(names).toEqual(
      expect.arrayContaining(['Åse Fiktiv', 'Line Fiktiv', 'Kari Nilsen', 'Mona Hansen', 'Per Berg']),
    );
    const aase = offer.people?.find(({ name }) => name === 'Åse Fiktiv');
    expect((await guest.post('/api/demo/seats', { participant: aase?.participant })).status).toBe(204);
    expect((await guest.get('/api/me')).body).toMatchObject({ name: 'Åse Fiktiv', role: 'patient' });
  });

  test('has no seat for somebody who is not in it', async () => {
    const { url } = await runHouse();
    const nurse = await signedIn(url, { role: 'hospital' });
    const meeting = await meetingBy(nurse);
    const me = (await nurse.get(`/api/meetings/${meeting}`)).body['me'];
    expect((await new Guest(url).post('/api/demo/seats', { participant: me })).status).toBe(404);
    expect((await new Guest(url).post('/api/demo/seats', { participant: 'x' })).status).toBe(400);
  });
});
