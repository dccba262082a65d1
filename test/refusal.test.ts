import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { Guest, idOf, invite, joined, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';

/** Every refusal is a problem with our code, and changes nothing. */
describe('bad input over HTTP', () => {
  test('a body that is not JSON, too large or not what was asked for is refused', async () => {
    const { url } = await runHouse();
    const nurse = await signedIn(url, { role: 'hospital' });
    const good = { template: 'frail-elderly', startsAt: '2026-11-25T12:00:00Z', patient: { name: 'Åse Fiktiv' } };
    const refused = async (body: string, code: string, status: number) => {
      const came = await nurse.postRaw('/api/meetings', body);
      expect([came.status, came.body.code], body.slice(0, 60)).toEqual([status, code]);
      expect(came.headers.get('content-type')).toMatch(/application\/problem\+json/);
    };
    await refused('{"template":', 'bad-input', 400);
    await refused('', 'bad-input', 400);
    await refused('[]', 'bad-input', 400);
    await refused(JSON.stringify({ ...good, nickname: 'x' }), 'bad-input', 400);
    await refused(JSON.stringify({ ...good, template: 'no-such' }), 'bad-input', 400);
    await refused(JSON.stringify({ ...good, startsAt: 'i morgen' }), 'bad-input', 400);
    await refused(JSON.stringify({ ...good, videoUrl: 'javascript:alert(1)' }), 'bad-input', 400);
    await refused(JSON.stringify({ ...good, patient: { name: 'Åse\r\nSet-Cookie: x' } }), 'bad-input', 400);
    await refused(JSON.stringify({ ...good, patient: { name: '\u200b' } }), 'bad-input', 400);
    await refused(JSON.stringify({ ...good, patient: { name: 'Åse\u202e' } }), 'bad-input', 400);
    await refused(JSON.stringify({ ...good, title: 'x'.repeat(70_000) }), 'too-large', 413);
    expect(await nurse.get('/api/meetings').then(({ text }) => text)).toBe('[]');
    expect((await nurse.post('/api/meetings', good)).status).toBe(201);
  });

  test('a body that cannot be unpacked is the sender’s fault', async () => {
    const { url } = await runHouse();
    const nurse = await signedIn(url, { role: 'hospital' });
    for (const encoding of ['gzip', 'deflate', 'br']) {
      const came = await nurse.postRaw('/api/meetings', 'not packed at all', { 'Content-Encoding': encoding });
      expect([encoding, came.status, came.body.code]).toEqual([encoding, 400, 'bad-input']);
    }
  });

  test('who has not signed in is told so, everywhere but at the doors that are open to all', async () => {
    const { url } = await runHouse();
    const nobody = new Guest(url);
    for (const path of [
      '/api/me',
      '/api/templates',
      '/api/sections',
      '/api/meetings',
      `/api/meetings/${'A'.repeat(32)}`,
    ])
      expect([path, (await nobody.get(path)).body.code]).toEqual([path, 'not-signed-in']);
    nobody.cookie = `session=${'A'.repeat(32)}`;
    expect((await nobody.get('/api/me')).status).toBe(401);
    for (const path of ['/healthz', '/readyz', '/metrics', '/api/demo'])
      expect((await nobody.get(path)).status).toBe(200);
  });

  test('a meeting that one is not in, and one that does not exist, answer alike', async () => {
    const { url } = await runHouse();
    const nurse = await signedIn(url, { role: 'hospital' });
    const meeting = await meetingBy(nurse);
    const stranger = await signedIn(url, { role: 'hospital' });
    const version = '/versions/1/export?format=json';
    for (const rest of ['', '/plan', '/readiness', '/log', '/agreement', '/invitations', version]) {
      const [foreign, unknown, own] = await Promise.all([
        stranger.get(`/api/meetings/${meeting}${rest}`),
        stranger.get(`/api/meetings/${'A'.repeat(32)}${rest}`),
        nurse.get(`/api/meetings/${meeting}${rest}`),
      ]);
      expect([rest, foreign.status, foreign.text]).toEqual([rest, 404, unknown.text]);
      if (rest !== version) expect([rest, own.status]).toEqual([rest, 200]);
    }
    for (const id of ['x', '..%2f..', "'%20OR%201=1", '%00', 'A'.repeat(500)])
      expect([id, (await stranger.get(`/api/meetings/${id}`)).status]).toEqual([id, 404]);
    expect((await stranger.get('/api/meetings/%E0%A4%A')).status).toBe(400);
    expect((await nurse.get(`/api/meetings/${meeting}/versions/1/export?format=exe`)).body.code).toBe('bad-input');
    expect((await nurse.get(`/api/meetings/${meeting}/versions/none/export?format=json`)).body.code).toBe('not-found');
  });

  test('a request from a foreign page is refused, and changes nothing', async () => {
    const { url } = await runHouse();
    const nurse = await signedIn(url, { role: 'hospital' });
    const meeting = await meetingBy(nurse);
    const { host } = new URL(url);
    const path = `/api/meetings/${meeting}/invitations`;
    const kin = { role: 'kin', name: 'Line Fiktiv' };
    const foreign = [
      'https://evil.example',
      'null',
      `http://x.${host}`,
      `http://${host}.evil.example`,
      'http://127.0.0.1:1',
      '',
    ];
    for (const Origin of foreign)
      expect([Origin, (await nurse.post(path, kin, { Origin })).body.code]).toEqual([Origin, 'wrong-origin']);
    expect((await nurse.get(path)).text).toBe('[]');
    expect((await nurse.post(path, kin, { Origin: url })).status).toBe(201);
  });

  test('what only staff, the facilitator or the patient may do is refused to all others', async () => {
    const { url } = await runHouse();
    const nurse = await signedIn(url, { role: 'hospital' });
    const meeting = await meetingBy(nurse);
    const people = {
      gp: await joined(nurse, meeting, { role: 'gp' }),
      patient: await joined(nurse, meeting, { role: 'patient' }),
      kin: await joined(nurse, meeting, { role: 'kin' }),
      interpreter: await joined(nurse, meeting, { role: 'interpreter' }),
    };
    const statuses = async (act: (guest: Guest) => Promise<{ status: number }>) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(people).map(async ([role, guest]) => [role, (await act(guest)).status] as const),
        ),
      );
    expect(await statuses((guest) => guest.get(`/api/meetings/${meeting}/log`))).toEqual({
      ...{ gp: 200, patient: 200, kin: 403, interpreter: 403 },
    });
    expect(await statuses((guest) => guest.post(`/api/meetings/${meeting}/versions`, {}))).toEqual({
      ...{ gp: 403, patient: 403, kin: 403, interpreter: 403 },
    });
    const signature = { hash: 'a'.repeat(64), decision: 'agree' };
    expect(await statuses((guest) => guest.post(`/api/meetings/${meeting}/signatures`, signature))).toEqual({
      ...{ gp: 409, patient: 409, kin: 409, interpreter: 403 },
    });
    const leader = await idOf(nurse, meeting);
    expect(await statuses((guest) => guest.delete(`/api/meetings/${meeting}/participants/${leader}`))).toEqual({
      ...{ gp: 403, patient: 403, kin: 403, interpreter: 403 },
    });
  });

  test('professions belong to the hospital', async () => {
    const { url } = await runHouse();
    const guest = new Guest(url);
    const as = (role: string) => guest.post('/api/demo/session', { name: 'Jonas Lie', role, profession: 'doctor' });
    expect((await as('municipality')).status).toBe(400);
    expect((await as('owner')).status).toBe(400);
    expect((await as('hospital')).status).toBe(204);
  });
});

describe('somebody hangs up in the middle', () => {
  test.each(['/nope', '/sync/x/story', '/line/x', '/live/?EIO=4&transport=websocket'])(
    'of an upgrade at %s: the house stays open',
    async (path) => {
      const { url } = await runHouse();
      const { port } = new URL(url);
      for (let times = 0; times < 20; times++) await hangUp(Number(port), path);
      expect((await new Guest(url).get('/healthz')).status).toBe(200);
    },
  );
});

describe('showing somebody out', () => {
  test('is for the facilitator, and for the patient where kin is concerned', async () => {
    const { url } = await runHouse();
    const nurse = await signedIn(url, { role: 'hospital' });
    const meeting = await meetingBy(nurse);
    const patient = await joined(nurse, meeting, { role: 'patient' });
    const line = await joined(nurse, meeting, { role: 'kin' });
    const mona = await joined(nurse, meeting, { role: 'municipality' });
    const out = async (by: Guest, whom: Guest) =>
      (await by.delete(`/api/meetings/${meeting}/participants/${await idOf(whom, meeting)}`)).status;
    expect(await out(patient, mona)).toBe(403);
    expect(await out(patient, line)).toBe(204);
    expect((await line.get(`/api/meetings/${meeting}`)).status).toBe(404);
    expect(await out(nurse, nurse)).toBe(403);
    expect(await out(nurse, mona)).toBe(204);
    expect((await mona.get(`/api/meetings/${meeting}/plan`)).status).toBe(404);
    expect((await nurse.delete(`/api/meetings/${meeting}/participants/nobody`)).status).toBe(404);
  });

  test('takes the invitations with it that they have made: nobody comes back by a back door of their own', async () => {
    const { url } = await runHouse();
    const nurse = await signedIn(url, { role: 'hospital' });
    const meeting = await meetingBy(nurse);
    const mona = await joined(nurse, meeting, { role: 'municipality' });
    const own = await invite(mona, meeting, { role: 'hospital', profession: 'doctor' });
    const other = await invite(nurse, meeting, { role: 'hospital', profession: 'doctor' });
    await nurse.delete(`/api/meetings/${meeting}/participants/${await idOf(mona, meeting)}`);
    const redeem = ({ token, code }: { token: string; code: string }) =>
      mona.post('/api/invitations/redeem', { token, code });
    expect((await redeem(own)).body.code).toBe('gone');
    expect((await redeem(other)).status).toBe(204);
  });

  test('an invitation to a meeting does not open its log, and its own use stands in it', async () => {
    const { url } = await runHouse();
    const nurse = await signedIn(url, { role: 'hospital', name: 'Kari Nilsen' });
    const meeting = await meetingBy(nurse);
    await invite(nurse, meeting, { role: 'kin' });
    await joined(nurse, meeting, { role: 'patient', name: 'Åse Fiktiv' });
    const log = (await nurse.get(`/api/meetings/${meeting}/log`)).body as unknown as { action: string; name: string }[];
    expect(log.map(({ action, name }) => `${name}: ${action}`)).toEqual([
      'Kari Nilsen: meeting-made',
      'Kari Nilsen: invited',
      'Kari Nilsen: invited',
      'Åse Fiktiv: joined',
      'Kari Nilsen: log-read',
    ]);
    await nurse.post(`/api/meetings/${meeting}/versions`, {});
    const after = (await nurse.get(`/api/meetings/${meeting}/log`)).body as unknown as {
      about: string;
      outcome: string;
    }[];
    expect(after.find(({ outcome }) => outcome === 'refused')?.about).toBe(
      'POST /api/meetings/:id/versions: incomplete',
    );
  });
});

/** Asks for an upgrade and resets the connection before the answer. */
function hangUp(port: number, path: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13';
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\n${upgrade}\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
      );
      socket.resetAndDestroy();
    });
    socket.on('close', () => resolve());
  });
}
