import { io, type Socket } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Answer } from '#shared/live.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { Guest, idOf, joined, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { windowOf } from './support/liveWindow.ts';
import { pen } from './support/pen.ts';
import { until } from './support/until.ts';

async function meetingOfThree() {
  const house = await runHouse();
  const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen', profession: 'nurse' });
  const meeting = await meetingBy(nurse);
  const patient = await joined(nurse, meeting, { role: 'patient', name: 'Åse Fiktiv' });
  const mona = await joined(nurse, meeting, { role: 'municipality', name: 'Mona Hansen' });
  return { house, nurse, meeting, patient, mona };
}

const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.problem.code);

describe('the live meeting', () => {
  test.each(['websocket', 'polling'] as const)(
    'tells everyone who is here and where we are (%s)',
    async (transport) => {
      const { nurse, meeting, patient } = await meetingOfThree();
      const [kari, aase] = [windowOf(nurse, meeting, transport), windowOf(patient, meeting, transport)];
      await until(
        () => kari.seen.meeting?.participants.filter(({ present }) => present).length === 2,
        'both to be here',
      );
      expect(codeOf(await kari.ask('command', { kind: 'start' }))).toBe('ok');
      await until(() => aase.seen.meeting?.state.status === 'inMeeting', 'Åse to follow');
      const { state, now } = aase.seen.meeting!;
      expect(state).toMatchObject({ phase: 'welcome', countdown: { kind: 'running' } });
      if (state.status === 'inMeeting' && state.countdown.kind === 'running')
        expect(state.countdown.endsAt - now).toBeGreaterThan(2 * 60_000);
      aase.socket.disconnect();
      await until(
        () => kari.seen.meeting?.participants.find(({ role }) => role === 'patient')?.present === false,
        'Åse to be gone',
      );
    },
  );

  test('only the facilitator leads; the lead can be handed to staff, and only to staff', async () => {
    const { nurse, meeting, patient, mona } = await meetingOfThree();
    const [kari, aase, case_] = [windowOf(nurse, meeting), windowOf(patient, meeting), windowOf(mona, meeting)];
    await until(() => case_.seen.meeting !== null && aase.seen.meeting !== null, 'the views');
    for (const other of [aase, case_]) expect(codeOf(await other.ask('command', { kind: 'start' }))).toBe('forbidden');
    expect(kari.seen.meeting?.state.status).not.toBe('inMeeting');
    expect(codeOf(await kari.ask('command', { kind: 'handOver', to: await idOf(patient, meeting) }))).toBe('bad-input');
    expect(codeOf(await kari.ask('command', { kind: 'handOver', to: await idOf(mona, meeting) }))).toBe('ok');
    expect(codeOf(await kari.ask('command', { kind: 'start' }))).toBe('forbidden');
    expect(codeOf(await case_.ask('command', { kind: 'start' }))).toBe('ok');
  });

  test('a request that is none of ours is answered with a problem, and changes nothing', async () => {
    const { nurse, meeting } = await meetingOfThree();
    const kari = windowOf(nurse, meeting);
    await until(() => kari.seen.meeting !== null, 'the view');
    const wrong = [null, 'start', {}, { kind: 'delete' }, { kind: 'goTo', phase: '../x' }, { kind: 'start', extra: 1 }];
    for (const payload of wrong) expect(codeOf(await kari.ask('command', payload))).toBe('bad-input');
    expect(codeOf(await kari.ask('command', { kind: 'pause' }))).toBe('not-now');
    expect(codeOf(await kari.ask('signal', 'shout'))).toBe('bad-input');
    expect(kari.seen.meeting?.state.status).toBe('open');
    // Without anyone to answer to, and with an event that does not exist: the line stays up.
    kari.socket.emit('command', { kind: 'start' } as never, undefined as never);
    (kari.socket as Socket).emit('explode', { a: 1 });
    expect(codeOf(await kari.ask('signal', 'hand'))).toBe('ok');
  });

  test('a raised hand is seen by all; who is not finished is not left behind silently', async () => {
    const { nurse, meeting, patient } = await meetingOfThree();
    const [kari, aase] = [windowOf(nurse, meeting), windowOf(patient, meeting)];
    const signalOfAase = () => kari.seen.meeting?.participants.find(({ role }) => role === 'patient')?.signal;
    await aase.ask('signal', 'notFinished');
    await until(() => signalOfAase() === 'notFinished', 'the signal');
    await aase.ask('signal', null);
    await until(() => signalOfAase() === null, 'it to be taken back');

    // What was not finished is about one phase; a raised hand is not.
    await kari.ask('command', { kind: 'start' });
    await aase.ask('signal', 'notFinished');
    await until(() => signalOfAase() === 'notFinished', 'the signal');
    const onwards = await kari.ask('command', { kind: 'goTo', phase: 'medicines' });
    expect(onwards).toMatchObject({
      ok: false,
      problem: { code: 'not-finished', waiting: [await idOf(patient, meeting)] },
    });
    expect(codeOf(await kari.ask('command', { kind: 'goTo', phase: 'medicines', evenSo: true }))).toBe('ok');
    await until(() => signalOfAase() === null, 'it to be over');
    await aase.ask('signal', 'hand');
    await kari.ask('command', { kind: 'goTo', phase: 'welcome' });
    expect(codeOf(await kari.ask('command', { kind: 'extend', minutes: 1 }))).toBe('ok');
    await until(() => signalOfAase() === 'hand', 'the hand to be up still');
  });

  test('nobody comes in without a session, into a foreign meeting or from a foreign page', async () => {
    const { house, nurse, meeting } = await meetingOfThree();
    const stranger = await signedIn(house.url, { role: 'gp' });
    const cases: [Guest, unknown, string][] = [
      [new Guest(house.url), meeting, 'not-signed-in'],
      [stranger, meeting, 'not-found'],
      [nurse, 'A'.repeat(32), 'not-found'],
      [nurse, { $ne: 1 }, 'bad-input'],
    ];
    for (const [guest, where, code] of cases) {
      // By polling first, as pages do: a WebSocket that is refused says nothing to a browser.
      const { seen } = windowOf(guest, where, 'either');
      await until(() => seen.problem !== null, `the refusal ${code}`);
      expect([seen.problem, seen.meeting]).toEqual([code, null]);
    }
    for (const transports of [['websocket'], ['polling']]) {
      const evil = io(house.url, {
        ...{ path: '/live', auth: { meeting }, transports, reconnection: false, forceNew: true },
        extraHeaders: { Cookie: nurse.cookie, Origin: 'https://evil.example' },
      });
      onTestFinished(() => void evil.disconnect());
      let outcome = '';
      evil.on('connect', () => (outcome = 'in')).on('connect_error', () => (outcome = 'refused'));
      await until(() => outcome !== '', 'an outcome');
      expect([transports[0], outcome]).toEqual([transports[0], 'refused']);
    }
  });

  test('whoever is shown out is cut off at once, on every line', async () => {
    const { nurse, meeting, mona, patient } = await meetingOfThree();
    const [out, stays] = [windowOf(mona, meeting), windowOf(patient, meeting)];
    const services = await pen(mona, meeting, 'services');
    let closed: number | null = null;
    services.provider.on('connection-close', (event) => (closed = event?.code ?? 0));
    await until(() => out.seen.meeting !== null && stays.seen.meeting !== null, 'both to be in');
    expect((await nurse.delete(`/api/meetings/${meeting}/participants/${await idOf(mona, meeting)}`)).status).toBe(204);
    await until(() => out.socket.disconnected, 'the live line to end');
    await until(() => closed === 4403, 'the sync line to end');
    expect(stays.socket.connected).toBe(true);
    const again = windowOf(mona, meeting);
    await until(() => again.seen.problem === 'not-found', 'the door to stay shut');
  });

  test('whoever signs out is cut off at once, on every line', async () => {
    const { nurse, meeting, mona } = await meetingOfThree();
    const out = windowOf(mona, meeting);
    const services = await pen(mona, meeting, 'services');
    let closed: number | null = null;
    services.provider.on('connection-close', (event) => (closed = event?.code ?? 0));
    await until(() => out.seen.meeting !== null, 'Mona to be in');
    expect((await mona.delete('/api/session')).status).toBe(204);
    await until(() => out.socket.disconnected, 'the live line to end');
    await until(() => closed === 4401, 'the sync line to end');
    expect((await nurse.get(`/api/meetings/${meeting}`)).status).toBe(200);
  });

  test('whoever taps without end is told, then cut off, and the others go on', async () => {
    const { nurse, meeting, patient } = await meetingOfThree();
    const [kari, aase] = [windowOf(nurse, meeting), windowOf(patient, meeting)];
    await until(() => kari.seen.meeting !== null && aase.seen.meeting !== null, 'both to be in');
    const answers = await Promise.all(Array.from({ length: 60 }, () => aase.ask('signal', 'hand')));
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['ok', 'too-many']));
    expect(codeOf(await kari.ask('signal', 'hand'))).toBe('ok');
    for (let taps = 0; taps < 300; taps++) (aase.socket as Socket).emit('signal', 'hand');
    await until(() => aase.socket.disconnected, 'the end of it');
    expect(codeOf(await kari.ask('signal', null))).toBe('ok');
  });

  test('what is missing, and the hash, follow the plan as it is written', async () => {
    const { nurse, meeting, patient } = await meetingOfThree();
    const kari = windowOf(nurse, meeting);
    await until(() => kari.seen.agreement !== null, 'the agreement');
    const before = kari.seen.agreement!;
    expect(before.missing.some(({ section }) => section === 'story')).toBe(true);
    const story = await pen(patient, meeting, 'story');
    textRoot(story.doc).insert(0, 'Jeg vil hjem.');
    await until(() => kari.seen.agreement?.hash !== before.hash, 'the new hash');
    expect(kari.seen.agreement?.missing.some(({ section }) => section === 'story')).toBe(false);
  });
});
