import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '#shared/meeting/event.ts';
import { minutesOf, type Minutes } from '#shared/meeting/minutes.ts';
import { personId } from './support/agreedVersion.ts';
import {
  after,
  BEGUN,
  goTo,
  minutes,
  OVER,
  PAUSED,
  RESUMED,
  START,
  SUMMED_UP,
  toldOf,
  type Coming,
  type Script,
} from './support/invented.ts';

/** `Velkommen 0–3 (3)`: the phase, from and to in minutes after one, and how many it took. */
const passesOf = ({ phases }: Minutes) =>
  phases.map(({ title, from, to, ms }) => `${title} ${at(from)}–${at(to)} (${ms / 60_000})`);
const at = (ms: number | null) => (ms === null ? '' : String((ms - after(0)) / 60_000));
const staysOf = (told: Minutes, name: string) =>
  told.present.find((one) => one.name.startsWith(name))?.stays.map(({ from, to }) => `${at(from)}–${at(to)}`) ?? [];

const COURSES: readonly [name: string, script: Script, coming: Coming, phases: string[], sittings: string[]][] = [
  ['that has not begun', [], [['kari', -10, null]], [], []],
  [
    'as planned',
    [...BEGUN, [3, 'kari', goTo('matters')], [11, 'kari', SUMMED_UP]],
    [['kari', -5, 12]],
    ['Velkommen 0–3 (3)', 'Hva er viktig for deg? 3–11 (8)'],
    ['0–11'],
  ],
  [
    'that takes a phase twice',
    [
      ...BEGUN,
      [3, 'kari', goTo('matters')],
      [5, 'kari', goTo('welcome')],
      [6, 'kari', goTo('matters')],
      [9, 'kari', SUMMED_UP],
    ],
    [['kari', 0, 9]],
    ['Velkommen 0–3 (3)', 'Hva er viktig for deg? 3–5 (2)', 'Velkommen 5–6 (1)', 'Hva er viktig for deg? 6–9 (3)'],
    ['0–9'],
  ],
  [
    'in which a phase is begun anew while it is on',
    [...BEGUN, [2, 'kari', PAUSED], [4, 'kari', goTo('welcome')], [6, 'kari', SUMMED_UP]],
    [['kari', 0, 6]],
    ['Velkommen 0–6 (4)'],
    ['0–6'],
  ],
  [
    'with a pause over midnight',
    [...BEGUN, [650, 'kari', PAUSED], [670, 'kari', RESUMED], [700, 'kari', SUMMED_UP]],
    [['kari', 0, 700]],
    ['Velkommen 0–700 (680)'],
    ['0–700'],
  ],
  [
    'that goes on to another phase from a pause',
    [...BEGUN, [1, 'kari', PAUSED], [4, 'kari', goTo('matters')], [6, 'kari', SUMMED_UP]],
    [['kari', 0, 6]],
    ['Velkommen 0–4 (1)', 'Hva er viktig for deg? 4–6 (2)'],
    ['0–6'],
  ],
  ['that is on', BEGUN, [['kari', 0, null]], ['Velkommen 0– (60)'], ['0–']],
  ['that was never summed up, and that all have left', BEGUN, [['kari', 0, 20]], ['Velkommen 0– (20)'], ['0–']],
  ['to which nobody came', BEGUN, [], ['Velkommen 0– (0)'], ['0–']],
  [
    'that was summed up and taken up again',
    [...BEGUN, [5, 'kari', SUMMED_UP], [30, 'kari', goTo('plan')], [35, 'kari', SUMMED_UP]],
    [['kari', 0, 40]],
    ['Velkommen 0–5 (5)', 'Planen videre 30–35 (5)'],
    ['0–5', '30–35'],
  ],
  [
    'in which the plan was agreed before anybody summed up',
    [...BEGUN, [9, null, { kind: 'agreed', version: 1 }]],
    [['kari', 0, null]],
    ['Velkommen 0–9 (9)'],
    ['0–9'],
  ],
];

describe('a meeting', () => {
  test.each(COURSES)('%s', (_, script, coming, phases, sittings) => {
    const told = minutes(script, coming);
    expect(passesOf(told)).toEqual(phases);
    expect(told.sittings.map(({ from, to }) => `${at(from)}–${at(to)}`)).toEqual(sittings);
  });

  test('that is over is told the same whenever it is read; one that is not says how far it goes', () => {
    const script: Script = [...BEGUN, [9, 'kari', SUMMED_UP]];
    const [one, later] = [after(10), after(10_000)].map((now) => minutes(script, [['kari', 0, null]], { now }));
    expect(one).toEqual(later);
    expect(one?.toldAt).toBeNull();
    expect(minutes(BEGUN, [['kari', 0, null]])).toMatchObject({ toldAt: after(60), leftAt: null });
    expect(minutes(BEGUN, [['kari', 0, 20]])).toMatchObject({ toldAt: after(60), leftAt: after(20) });
  });

  test('takes as long as it takes in the night when the clock is turned back', () => {
    const hour = 60;
    const night = (Date.UTC(2026, 9, 25, 0, 30) - after(0)) / 60_000;
    const told = minutes([
      [night, 'kari', START],
      [night, 'kari', goTo('welcome')],
      [night + hour, 'kari', SUMMED_UP],
    ]);
    expect(told.phases[0]?.ms).toBe(hour * 60_000);
  });

  test('says what each phase was planned to take, what it was changed to, and which were never taken', () => {
    const told = toldOf([...BEGUN, [3, 'kari', goTo('matters')], [9, 'kari', SUMMED_UP]]);
    const changed = minutesOf({ ...told, meeting: { ...told.meeting, minutes: { [goToId('matters')]: 5 } } });
    expect(changed.phases).toMatchObject([
      { planned: 3, changedTo: null },
      { planned: 8, changedTo: 5 },
    ]);
    expect(changed.notTaken.map(({ title }) => title)).toEqual(['Planen videre', 'Oppsummering']);
    expect(minutes(BEGUN).notTaken, 'it may come to them yet').toEqual([]);
  });

  test('was led by whoever began it, and by those to whom the lead went', () => {
    const led = (by: 'mona' | 'jonas', why: 'handedOver' | 'lineLost'): MeetingEvent => ({
      ...{ kind: 'led', by: personId(by), why },
    });
    const told = minutes([
      [-5, 'kari', led('jonas', 'handedOver')],
      ...([
        [0, 'jonas', START],
        [0, 'jonas', goTo('welcome')],
      ] satisfies Script),
      [4, 'jonas', led('mona', 'handedOver')],
      [6, 'jonas', led('jonas', 'lineLost')],
      [9, 'jonas', SUMMED_UP],
      [10, 'jonas', led('mona', 'handedOver')],
    ]);
    expect(told.leads).toMatchObject([
      { name: 'Jonas Lie', why: 'began', from: after(0) },
      { name: 'Mona Hansen', why: 'handedOver', from: after(4) },
      { name: 'Jonas Lie', why: 'lineLost', from: after(6) },
    ]);
  });
});

const goToId = (id: string) => (goTo(id) as { phase: string }).phase;

describe('who was there', () => {
  test('is told by the times within the meeting: waiting before it and staying after it are not in it', () => {
    const told = minutes(OVER, [
      ['aase', -30, 90],
      ['mona', 2, 12],
      ['mona', 15, null],
      ['per', 21, 30],
      ['line', -9, -1],
    ]);
    expect(staysOf(told, 'Åse')).toEqual(['0–20']);
    expect(staysOf(told, 'Mona')).toEqual(['2–12', '15–20']);
    expect(told.present.map(({ name }) => name)).toEqual(['Åse Fiktiv', 'Mona Hansen']);
    expect(told.absent.map(({ name }) => name)).toEqual([
      'Line Fiktiv',
      'Kari Nilsen',
      'Jonas Lie',
      'Tiril Moen',
      'Per Berg',
    ]);
  });

  test('whoever is there still has no time of leaving', () => {
    expect(staysOf(minutes(BEGUN, [['kari', -1, null]]), 'Kari')).toEqual(['0–']);
  });

  test('those who never opened their invitation are absent, once, and not when they came by another one', () => {
    const guest = (name: string) => ({ name, role: 'gp' as const, organisation: null, profession: null });
    const invited = [guest('Ola Lege'), guest('Ola Lege '), guest('Per Berg')];
    const told = minutes(OVER, [['per', 0, 20]], { invited });
    expect(told.absent.filter(({ role }) => role === 'gp').map(({ name }) => name.trim())).toEqual(['Ola Lege']);
    expect(minutes([], [], { invited }).absent, 'before it begins nobody is missing').toEqual([]);
  });

  test('somebody who was shown out is told of when they had been there, and only then', () => {
    const told = toldOf(OVER, [['line', 1, 4]]);
    const gone = told.people.map((one) => ({ ...one, gone: ['Line Fiktiv', 'Per Berg'].includes(one.name) }));
    const { present, absent } = minutesOf({ ...told, people: gone });
    expect(present.map(({ name }) => name)).toEqual(['Line Fiktiv']);
    expect(absent.map(({ name }) => name)).not.toContain('Per Berg');
  });
});
