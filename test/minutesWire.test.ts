import { describe, expect, test } from 'vitest';
import { Minutes } from '#shared/meeting/minutes.ts';
import { newRow, rowsRoot } from '#shared/plan/doc.ts';
import { sections } from '#shared/plan/sections.ts';
import { Guest, idOf, invite } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { windowOf } from './support/liveWindow.ts';
import { pen } from './support/pen.ts';
import { until } from './support/until.ts';
import { ward } from './support/ward.ts';

const MINUTE_MS = 60_000;

const minutesFor = async (guest: Guest, meeting: string): Promise<Minutes> => {
  const came = await guest.get(`/api/meetings/${meeting}/minutes`);
  expect(came.status).toBe(200);
  return Minutes.parse(came.body);
};
const textFor = (guest: Guest, meeting: string) => guest.get(`/api/meetings/${meeting}/minutes?format=text`);

type Place = Awaited<ReturnType<typeof ward>>;

/** Kari has started a meeting with an action in its plan; Åse and Line are there, Mona is not yet. */
async function begun() {
  const place = await ward();
  const { house, nurse, patient, kin, mona, meeting } = place;
  const kari = windowOf(nurse, meeting);
  const [aase, line] = [windowOf(patient, meeting), windowOf(kin, meeting)];
  const isHere =
    (name: string, here = true) =>
    () =>
      kari.seen.meeting?.participants.some((one) => one.name.startsWith(name) && one.present === here) === true;
  const here = (name: string) => until(isHere(name), `${name} to be here`);
  const gone = (name: string) => until(isHere(name, false), `${name} to be gone`);
  const does = async (kind: string, more: object = {}, by = kari) => {
    const answer = await by.ask('command', { kind, ...more });
    if (!answer.ok) throw new Error(`${kind} was refused: ${answer.problem.code}`);
  };
  await Promise.all([here('Kari'), here('Åse'), here('Line')]);
  const treatment = await pen(nurse, meeting, 'treatment');
  const action = { action: 'Trene i trapp', due: '2026-11-28', medicalReason: 'Svak i beina' };
  rowsRoot(treatment.doc).push([newRow(sections.treatment.fields, 'row-1', action)]);
  await until(
    async () => (await nurse.get(`/api/meetings/${meeting}/plan`)).text.includes('Trene i trapp'),
    'the action to be stored',
  );
  await does('start');
  const pass = (minutes: number) => house.pass(minutes * MINUTE_MS);
  const come = async (guest: Guest, name: string) => {
    const window = windowOf(guest, meeting);
    await here(name);
    return window;
  };
  return { ...place, house, mona, windows: { kari, aase, line }, does, pass, come, gone };
}

/** A whole meeting: Mona comes late and takes the action on, Line leaves and comes back. 30 minutes. */
async function held() {
  const place = await begun();
  const { does, pass, come, gone, windows, mona, kin, meeting } = place;
  pass(2);
  const hers = await come(mona, 'Mona');
  await does('goTo', { phase: 'plan' });
  await does('propose', { section: 'treatment', row: 'row-1' });
  await does('comment', { words: 'Jeg får til to ganger.' }, windows.aase);
  await does('ask', { to: await idOf(mona, meeting) });
  await does('accept', {}, hers);
  pass(8);
  await does('decide', { keep: true });
  windows.line.socket.disconnect();
  await gone('Line');
  pass(5);
  const line = await come(kin, 'Line');
  pass(15);
  await does('sumUp');
  return { ...place, windows: { ...windows, mona: hers, line } };
}

/** How many whole minutes after the start. */
const at = (told: Minutes, ms: number | null) =>
  ms === null ? null : Math.round((ms - told.sittings[0]!.from) / MINUTE_MS);
const staysOf = (told: Minutes, name: string) =>
  told.present.find((one) => one.name.startsWith(name))?.stays.map(({ from, to }) => [at(told, from), at(told, to)]);

describe('the minutes of a meeting', () => {
  test('make themselves: who was there from when to when, what was taken when, what was decided', async () => {
    const { nurse, meeting } = await held();
    const told = await minutesFor(nurse, meeting);
    expect(staysOf(told, 'Kari')).toEqual([[0, 30]]);
    expect(staysOf(told, 'Mona')).toEqual([[2, 30]]);
    expect(staysOf(told, 'Line')).toEqual([
      [0, 10],
      [15, 30],
    ]);
    expect(told.phases.map(({ phase, from, to }) => [phase, at(told, from), at(told, to)])).toEqual([
      ['welcome', 0, 2],
      ['plan', 2, 30],
    ]);
    expect(told.leads).toMatchObject([{ name: 'Kari Nilsen', why: 'began' }]);
    expect(told.decided).toMatchObject([
      {
        ...{ outcome: 'kept', words: 'Trene i trapp', due: '2026-11-28', owner: 'Mona Hansen' },
        accepted: { name: 'Mona Hansen' },
        comments: [{ by: { name: 'Åse Fiktiv', role: 'patient' }, words: 'Jeg får til to ganger.' }],
      },
    ]);
    expect(told).toMatchObject({ toldAt: null, leftAt: null, planVersion: null });
  });

  test('can be read while it is on, and then say how far they go', async () => {
    const { nurse, meeting, pass } = await begun();
    pass(7);
    const told = await minutesFor(nurse, meeting);
    expect(at(told, told.toldAt)).toBe(7);
    expect(staysOf(told, 'Åse')).toEqual([[0, null]]);
    expect((await textFor(nurse, meeting)).text).toContain('Møtet er ikke oppsummert.');
  });

  test('are the same after the house was closed and opened again', async () => {
    const { house, nurse, meeting } = await held();
    const [before, text] = [await minutesFor(nurse, meeting), (await textFor(nurse, meeting)).text];
    await house.close();
    const again = await runHouse({ dataDir: house.dataDir });
    const back = new Guest(again.url);
    back.cookie = nurse.cookie;
    expect(await minutesFor(back, meeting)).toEqual(before);
    expect((await textFor(back, meeting)).text).toBe(text);
  });

  test('go on after a house that went down in the middle of it: what was noted is there', async () => {
    const { house, nurse, meeting, does } = await begun();
    await does('propose', { section: 'treatment', row: 'row-1' });
    await does('decide', { keep: false });
    const before = await minutesFor(nurse, meeting);
    await house.close();
    const again = await runHouse({ dataDir: house.dataDir });
    const back = new Guest(again.url);
    back.cookie = nurse.cookie;
    const kari = windowOf(back, meeting);
    await until(() => kari.seen.meeting?.participants.some(({ present }) => present) === true, 'Kari to be back');
    const after = await minutesFor(back, meeting);
    const kept = ({ decided, sittings, leads, phases }: Minutes) => [
      ...[decided, sittings, leads],
      phases.map(({ phase, from, to }) => ({ phase, from, to })),
    ];
    expect(kept(after)).toEqual(kept(before));
    expect(after.decided).toMatchObject([{ outcome: 'dropped', words: 'Trene i trapp' }]);
    expect(staysOf(after, 'Kari')).toEqual([[0, null]]);
  });

  test('name those who were invited and never came, and somebody who was shown out while they were there', async () => {
    const place = await begun();
    const { nurse, kin, meeting, at: addressOf, does } = place;
    await invite(nurse, meeting, { role: 'gp', name: 'Per Berg' });
    await does('goTo', { phase: 'now' });
    place.pass(4);
    await nurse.delete(await addressOf('', kin));
    await until(() => !place.windows.kari.seen.meeting?.participants.some(({ role }) => role === 'kin'), 'Line to go');
    place.pass(3);
    await does('sumUp');
    const told = await minutesFor(nurse, meeting);
    expect(told.absent.map(({ name }) => name)).toEqual(['Mona Hansen', 'Per Berg']);
    expect(staysOf(told, 'Line')).toEqual([[0, 4]]);
  });
});

describe('who may read the minutes', () => {
  const read = async (place: Place, guest: Guest) => {
    const [json, text] = [
      await guest.get(`/api/meetings/${place.meeting}/minutes`),
      await textFor(guest, place.meeting),
    ];
    return `${json.text}${text.text}`;
  };

  test('kin do not get what stands in a part that is not shared with them, and get it when it is', async () => {
    const place = await held();
    const { kin, patient, meeting, withhold } = place;
    await withhold(['treatment']);
    const said = await read(place, kin);
    for (const secret of ['Trene i trapp', 'to ganger', 'Svak i beina']) expect(said).not.toContain(secret);
    const told = await minutesFor(kin, meeting);
    expect(told).toMatchObject({ partial: true, decided: [], tasks: [] });
    expect(told.phases).toEqual((await minutesFor(patient, meeting)).phases);
    expect(told.present.map(({ name }) => name)).toContain('Mona Hansen');
    await withhold([]);
    expect(await read(place, kin)).toContain('Trene i trapp');
    expect((await minutesFor(kin, meeting)).partial).toBe(false);
  });

  test('the interpreter reads them; who is not in the meeting does not, and neither does an unknown format', async () => {
    const place = await held();
    const { house, nurse, kin, meeting, recast } = place;
    await recast(kin, 'interpreter');
    expect(await read(place, kin)).toContain('Trene i trapp');
    const stranger = new Guest(house.url);
    expect((await stranger.get(`/api/meetings/${meeting}/minutes`)).status).toBe(401);
    await stranger.post('/api/demo/session', { name: 'Ola Fremmed', role: 'hospital' });
    expect((await stranger.get(`/api/meetings/${meeting}/minutes`)).status).toBe(404);
    expect((await nurse.get(`/api/meetings/${meeting}/minutes?format=pdf`)).status).toBe(400);
  });

  test('each reading stands in the log, and the text is a file without anybody’s name in its own', async () => {
    const { nurse, patient, meeting } = await held();
    const { headers } = await textFor(patient, meeting);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename=referat.txt');
    const log = (await nurse.get(`/api/meetings/${meeting}/log`)).body as unknown as { name: string; about: string }[];
    expect(log.filter(({ about }) => about === 'minutes, text').map(({ name }) => name)).toEqual(['Åse Fiktiv']);
  });
});
