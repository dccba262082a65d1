import { describe, expect, onTestFinished, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAction } from './support/action.ts';
import { begun, does, talkOf, treatment, turnOf } from './support/begun.ts';
import { Guest, joined, meetingBy, signedIn } from './support/guest.ts';
import { agree, writtenMeeting } from './support/held.ts';
import { runHouse } from './support/house.ts';
import { windowOf } from './support/liveWindow.ts';
import { until } from './support/until.ts';

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

test('who does not understand, or is not finished, is not ready to go on', async () => {
  const { windows } = await begun();
  const { kari, aase } = windows;
  const isReady = () => kari.seen.meeting!.participants.find(({ role }) => role === 'patient')!.ready;
  for (const signal of ['unclear', 'notFinished'] as const) {
    await does(aase, 'ready', { is: true });
    await until(isReady, 'her to be ready');
    await aase.ask('signal', signal);
    await until(() => !isReady(), 'her not to be');
  }
  await does(aase, 'ready', { is: true });
  await aase.ask('signal', 'hand');
  await until(() => talkOf(kari).signals.some(({ signal }) => signal === 'hand'), 'the hand');
  expect(isReady(), 'a hand is no objection').toBe(true);
});

test('whoever leads tells that a signal is seen; the patient reads who it was until she tells something else', async () => {
  const { windows, ids } = await begun();
  const { kari, aase, mona } = windows;
  const toldBy = () => talkOf(aase).signals.map(({ signal, seen }) => [signal, seen ?? null]);
  await aase.ask('signal', 'unclear');
  await until(() => talkOf(kari).signals.length === 1, 'the signal');
  expect(toldBy()).toEqual([['unclear', null]]);
  for (const who of [mona, aase]) expect(await does(who, 'seen', { of: ids.patient })).toBe('forbidden');
  expect(await does(kari, 'seen', { of: ids.patient })).toBe('ok');
  await until(() => talkOf(aase).signals[0]?.seen !== undefined, 'it to be seen');
  expect(toldBy()).toEqual([['unclear', kari.seen.meeting!.facilitator]]);
  await aase.ask('signal', 'break');
  await until(() => talkOf(aase).signals[0]?.signal === 'break', 'the other signal');
  expect(toldBy(), 'what is new is not seen yet').toEqual([['break', null]]);
});

test('that the patient is not finished stands beside what else she tells, and each is taken back for itself', async () => {
  const { windows } = await begun();
  const { kari, aase } = windows;
  const told = () => talkOf(kari).signals.map(({ signal }) => signal);
  const shown = () => kari.seen.meeting!.participants.find(({ role }) => role === 'patient')!.signal;
  await aase.ask('signal', 'notFinished');
  await aase.ask('signal', 'unclear');
  await until(() => told().length === 2, 'both');
  expect([told(), shown()]).toEqual([['notFinished', 'unclear'], 'unclear']);
  await aase.ask('signal', 'break');
  await until(() => told().includes('break'), 'one instead of the other');
  expect(told()).toEqual(['notFinished', 'break']);
  expect(await does(aase, 'takeBack', { signal: 'break' })).toBe('ok');
  await until(() => told().length === 1, 'one to be taken back');
  expect([told(), shown()]).toEqual([['notFinished'], 'notFinished']);
  expect(await does(kari, 'takeBack', { signal: 'notFinished' }), 'one’s own alone').toBe('ok');
  expect(told()).toEqual(['notFinished']);
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
