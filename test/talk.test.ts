import { describe, expect, onTestFinished, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '#shared/live.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { writeAction } from './support/action.ts';
import { Guest, idOf, joined, meetingBy, signedIn } from './support/guest.ts';
import { agree, writtenMeeting } from './support/held.ts';
import { runHouse } from './support/house.ts';
import { windowOf } from './support/liveWindow.ts';
import { until } from './support/until.ts';
import { ward } from './support/ward.ts';

const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.problem.code);
type Window = ReturnType<typeof windowOf>;
const does = async (who: Window, kind: string, more: object = {}) =>
  codeOf(await who.ask('command', { kind, ...more }));
const talkOf = (who: Window) => who.seen.meeting!.talk;
const turnOf = (who: Window) => {
  const { talk, participants } = who.seen.meeting!;
  const { turn } = talk.proposal?.round ?? talk.round;
  return participants.find(({ id }) => id === turn)?.role ?? null;
};
const treatment = async (guest: Guest, meeting: string) =>
  ((await guest.get(`/api/meetings/${meeting}/plan`)).body as unknown as Plan).treatment;

/** Four at the ward with a window each, and the meeting begun. */
async function begun() {
  const at = await ward();
  const { nurse, patient, kin, mona, meeting } = at;
  const windows = {
    kari: windowOf(nurse, meeting),
    aase: windowOf(patient, meeting),
    line: windowOf(kin, meeting),
    mona: windowOf(mona, meeting),
  };
  const all = Object.values(windows);
  await until(
    () => all.every(({ seen }) => seen.meeting?.participants.every(({ present }) => present)),
    'all to see each other',
  );
  expect(await does(windows.kari, 'start')).toBe('ok');
  const ids = { patient: await idOf(patient, meeting), kin: await idOf(kin, meeting), mona: await idOf(mona, meeting) };
  return { ...at, windows, all, ids };
}

describe('the round', () => {
  test('is seen by everyone; whoever has the word may end it, and nobody else but the facilitator', async () => {
    const { windows, all, ids } = await begun();
    const { kari, aase, line } = windows;
    expect(await does(kari, 'goTo', { phase: 'what-matters' })).toBe('ok');
    await until(() => all.every((one) => turnOf(one) === 'patient'), 'the patient to have the word everywhere');
    expect(await does(line, 'endTurn')).toBe('forbidden');
    expect(await does(aase, 'endTurn')).toBe('ok');
    await until(() => all.every((one) => turnOf(one) === 'kin'), 'the word to go to kin');
    expect(await does(line, 'giveWord', { to: ids.mona })).toBe('forbidden');
    await aase.ask('signal', 'hand');
    expect(await does(kari, 'giveWord', { to: ids.patient })).toBe('ok');
    await until(() => all.every((one) => turnOf(one) === 'patient'), 'the hand to have the word');
    expect(talkOf(kari).signals).toEqual([]);
    expect(await does(aase, 'endTurn')).toBe('ok');
    await until(() => turnOf(line) === 'kin', 'it to go back');
    expect(await does(line, 'passTurn')).toBe('ok');
    await until(() => turnOf(line) === 'municipality', 'the next');
    expect(talkOf(line).round.passed).toEqual([ids.kin]);
  });

  test('goes on without whoever is shown out', async () => {
    const { windows, nurse, kin, at } = await begun();
    const { kari, aase } = windows;
    await does(kari, 'goTo', { phase: 'what-matters' });
    await does(aase, 'endTurn');
    await until(() => turnOf(aase) === 'kin', 'the word to be with kin');
    await windows.line.ask('signal', 'hand');
    await until(() => talkOf(aase).signals.length === 1, 'the hand of kin');
    expect((await nurse.delete(await at('', kin))).status).toBe(204);
    await until(() => turnOf(aase) === 'municipality', 'the next');
    expect(talkOf(aase).signals).toEqual([]);
  });
});

describe('one action at a time', () => {
  test('the patient comments first; somebody takes it on by their own hand; then it is kept', async () => {
    const { windows, all, ids, nurse, meeting, kin } = await begun();
    const { kari, aase, line, mona } = windows;
    const row = await writeAction(nurse, meeting, 'row-1');
    await until(async () => (await treatment(nurse, meeting)).length === 1, 'the action to be stored');
    await does(kari, 'goTo', { phase: 'plan' });
    const put = { section: 'treatment', row: 'row-1' };
    for (const who of [aase, line]) expect(await does(who, 'propose', put)).toBe('forbidden');
    expect(await does(mona, 'propose', { ...put, row: 'nowhere' })).toBe('bad-input');
    expect(await does(mona, 'propose', put)).toBe('ok');
    await until(() => all.every((one) => talkOf(one).proposal?.words === 'Trene i trapp'), 'it to be on every screen');
    expect(all.map(turnOf)).toEqual(['patient', 'patient', 'patient', 'patient']);
    expect(await does(kari, 'propose', put), 'one at a time').toBe('not-now');
    expect(await does(aase, 'comment', { words: 'Ikke om morgenen.' })).toBe('ok');
    expect(talkOf(aase).lacks).toEqual(['due', 'accepted']);

    expect(await does(mona, 'accept'), 'nobody has asked').toBe('forbidden');
    expect(await does(kari, 'ask', { to: ids.mona })).toBe('ok');
    expect(await does(line, 'accept'), 'it was not them').toBe('forbidden');
    expect(await does(mona, 'accept')).toBe('ok');
    expect(await does(kari, 'decide', { keep: true })).toBe('incomplete');
    row.say('due', '2026-11-28');
    await until(async () => (await treatment(nurse, meeting))[0]?.due === '2026-11-28', 'the date to be stored');
    const refused = await kari.ask('command', { kind: 'decide', keep: true });
    expect(refused, 'the date came after the yes').toMatchObject({
      problem: { code: 'incomplete', lacks: ['accepted'] },
    });
    await does(kari, 'ask', { to: ids.mona });
    expect(await does(mona, 'decline')).toBe('ok');
    await does(kari, 'ask', { to: ids.mona });
    expect(await does(mona, 'accept')).toBe('ok');
    expect(await does(kari, 'decide', { keep: true })).toBe('ok');
    await until(() => all.every((one) => talkOf(one).proposal === null), 'the table to be free');
    expect(await treatment(kin, meeting)).toMatchObject([{ id: 'row-1', owner: 'Mona Hansen' }]);
  });

  test('what is dropped leaves the plan; what is put aside stays', async () => {
    const { windows, nurse, meeting } = await begun();
    const { kari } = windows;
    const row = await writeAction(nurse, meeting, 'row-1');
    await until(async () => (await treatment(nurse, meeting)).length === 1, 'the action to be stored');
    const put = { section: 'treatment', row: 'row-1' };
    await does(kari, 'propose', put);
    expect(await does(kari, 'putAside')).toBe('ok');
    expect(await does(kari, 'decide', { keep: false }), 'nothing is on the table').toBe('not-now');
    expect(await treatment(nurse, meeting)).toHaveLength(1);
    await does(kari, 'propose', put);
    expect(await does(kari, 'decide', { keep: false })).toBe('ok');
    await until(() => !row.isThere(), 'the row to be gone');
    expect(await treatment(nurse, meeting)).toEqual([]);
  });

  test('is nothing to kin with whom that part is not shared', async () => {
    const { windows, nurse, meeting, withhold } = await begun();
    const { kari, line, aase } = windows;
    await withhold(['treatment']);
    await writeAction(nurse, meeting, 'row-1');
    await until(async () => (await treatment(nurse, meeting)).length === 1, 'the action to be stored');
    await does(kari, 'propose', { section: 'treatment', row: 'row-1' });
    await until(() => talkOf(aase).proposal !== null, 'the proposal');
    expect(await does(line, 'ready', { is: true })).toBe('ok');
    await until(() => line.seen.meeting!.participants.some(({ ready }) => ready), 'their own answer');
    expect([talkOf(line).proposal, talkOf(line).lacks]).toEqual([null, []]);
    expect(JSON.stringify(line.seen.meeting)).not.toContain('Trene i trapp');
    expect(await does(line, 'comment', { words: 'Hei' })).toBe('forbidden');
    await withhold([]);
    await until(() => talkOf(line).proposal !== null, 'it to be shared again');
  });
});

test('a meeting that the server goes down in is there again: phase, timer, round, hands and what is on the table', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'talk-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const house = await runHouse({ dataDir });
  const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen', profession: 'nurse' });
  const meeting = await meetingBy(nurse);
  const patient = await joined(nurse, meeting, { role: 'patient', name: 'Åse Fiktiv' });
  const [kari, aase] = [windowOf(nurse, meeting), windowOf(patient, meeting)];
  await until(() => kari.seen.meeting?.participants.every(({ present }) => present) === true, 'both to be here');
  await does(kari, 'start');
  await writeAction(nurse, meeting, 'row-1');
  await until(async () => (await treatment(nurse, meeting)).length === 1, 'the action to be stored');
  await does(kari, 'goTo', { phase: 'plan' });
  await does(kari, 'extend', { minutes: 7 });
  await does(kari, 'propose', { section: 'treatment', row: 'row-1' });
  await does(aase, 'comment', { words: 'Ja.' });
  await does(aase, 'endTurn');
  await does(kari, 'ready', { is: true });
  await aase.ask('signal', 'hand');
  await until(() => talkOf(kari).signals.length === 1, 'the hand');
  const before = kari.seen.meeting!;
  await house.close();

  const again = await runHouse({ dataDir });
  const back = new Guest(again.url);
  back.cookie = nurse.cookie;
  const after = windowOf(back, meeting);
  await until(() => after.seen.meeting !== null, 'the meeting');
  const kept = ({ state, talk, facilitator }: typeof before) => ({ state, facilitator, talk: { ...talk, order: [] } });
  expect(kept(after.seen.meeting!)).toEqual(kept(before));
  expect(after.seen.meeting!.participants.map(({ ready, signal }) => [ready, signal])).toEqual(
    before.participants.map(({ ready, signal }) => [ready, signal]),
  );
  expect(await does(after, 'endTurn')).toBe('ok');
});

test('time counts up to the moment when the plan is agreed, also when nobody summed up', async () => {
  const { house, meeting, people } = await writtenMeeting();
  const kari = windowOf(people.kari, meeting);
  await until(() => kari.seen.meeting?.participants.some(({ present }) => present) === true, 'the window');
  await does(kari, 'start');
  house.pass(120_000);
  await agree(people, meeting);
  await until(() => kari.seen.meeting!.state.status === 'agreed', 'the version');
  const { spent } = talkOf(kari);
  expect(spent.since).toBeNull();
  expect(spent.roles.hospital).toBeGreaterThanOrEqual(120_000);
});

describe('when the facilitator’s line is lost', () => {
  test('staff who are here are asked one by one to lead; who declines is not asked again', async () => {
    const { windows, nurse, meeting } = await begun();
    const doctor = await joined(nurse, meeting, { role: 'hospital', name: 'Jonas Lie', profession: 'doctor' });
    const gp = await joined(nurse, meeting, { role: 'gp', name: 'Per Berg' });
    const [jonas, per] = [windowOf(doctor, meeting), windowOf(gp, meeting)];
    const { kari, aase, mona } = windows;
    await until(() => aase.seen.meeting!.participants.filter(({ present }) => present).length === 6, 'all six');
    expect(await does(mona, 'takeLead'), 'nobody has offered it').toBe('forbidden');
    kari.socket.disconnect();
    const offered = () => {
      const { talk, participants } = aase.seen.meeting!;
      return participants.find(({ id }) => id === talk.offered)?.name ?? null;
    };
    await until(() => offered() === 'Jonas Lie', 'the hospital to be asked first');
    expect(await does(mona, 'takeLead')).toBe('forbidden');
    expect(await does(jonas, 'declineLead')).toBe('ok');
    await until(() => offered() === 'Mona Hansen', 'the municipality to be asked');
    mona.socket.disconnect();
    await until(() => offered() === 'Per Berg', 'the GP to be asked when she goes too');
    expect(await does(per, 'takeLead')).toBe('ok');
    await until(() => aase.seen.meeting!.facilitator === talkOwner(per), 'Per to lead');
    expect(offered()).toBeNull();
    expect(await does(per, 'pause')).toBe('ok');
  });

  test('the offer goes when they are back in time, or come back', async () => {
    const { windows, nurse, meeting } = await begun();
    const { kari, aase } = windows;
    kari.socket.disconnect();
    await until(() => talkOf(aase).offered !== null, 'the offer');
    const again = windowOf(nurse, meeting);
    await until(() => again.seen.meeting !== null && talkOf(aase).offered === null, 'it to go');
    expect(await does(again, 'pause')).toBe('ok');
  });

  test('nobody is asked before the meeting begins', async () => {
    const deferred: number[] = [];
    const defer = (ms: number, then: () => void) => {
      deferred.push(ms);
      setTimeout(then, Math.min(ms, 20));
    };
    const { nurse, mona, meeting } = await ward({ defer });
    const [kari, other] = [windowOf(nurse, meeting), windowOf(mona, meeting)];
    const here = () => other.seen.meeting?.participants.filter(({ present }) => present).length;
    const gone = async () => {
      await until(() => here() === 2, 'both');
      deferred.length = 0;
      return other;
    };
    await gone();
    kari.socket.disconnect();
    await until(() => here() === 1, 'her to be gone');
    expect(deferred).not.toContain(20_000);
    const again = windowOf(nurse, meeting);
    await gone();
    await does(again, 'start');
    again.socket.disconnect();
    await until(() => talkOf(other).offered !== null, 'somebody to be asked when it has begun');
    expect(deferred).toContain(20_000);
  });
});

const talkOwner = (who: Window) => who.seen.meeting!.participants.find(({ name }) => name === 'Per Berg')?.id;
