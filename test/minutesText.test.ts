import { expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { minutesText } from '#server/export/minutesText.ts';
import { ParticipantId } from '#shared/ids.ts';
import { minutesOf, type Told } from '#shared/meeting/minutes.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { personId, signature } from './support/agreedVersion.ts';
import { HOSTILE } from './support/hostile.ts';
import * as it from './support/invented.ts';
import { unbroken } from './support/planWords.ts';

const PLAN: Plan = {
  ...aase.plan,
  minutes: [{ id: 'n1', phase: 'Planen videre', note: 'Line henter medisinene.\nHun har nøkkel.' }],
  questions: [...aase.plan.questions, { id: 'q9', question: 'Kan jeg få hund?' }],
};

const word = (key: 'aase' | 'per' | 'kari', said: Parameters<typeof signature>[2] = {}) => {
  const { hash: _hash, ...rest } = signature(key, PLAN, said);
  return { ...rest, lapsed: false };
};

/** Forty minutes: Per comes late and is back again, Mona takes over, one action is changed and another dropped. */
const MEETING: Told = it.toldOf(
  [
    ...it.BEGUN,
    [3, 'kari', it.goTo('matters')],
    [9, 'kari', it.PAUSED],
    [14, 'kari', it.RESUMED],
    [18, 'kari', it.goTo('plan')],
    [19, 'kari', it.proposed('a', 'Trene i trapp hver dag')],
    [20, 'mona', it.commented('a', 'Vi kan komme to ganger.')],
    [21, 'aase', it.commented('a', 'To ganger er nok for meg.')],
    [22, 'kari', it.decided('a', { outcome: 'changed', words: 'Trene i trapp to ganger i uka.' })],
    [23, 'kari', it.proposed('b', 'Sovetablett om kvelden')],
    [24, 'aase', it.commented('b', 'Jeg blir så tung i hodet.')],
    [
      ...([25, 'kari'] as const),
      it.decided('b', {
        ...{
          outcome: 'dropped',
          words: 'Sovetablett om kvelden',
          owner: '',
          organisation: '',
          due: '',
          accepted: null,
        },
      }),
    ],
    [26, 'kari', it.proposed('c', 'Digitalt tilsyn', 'followup')],
    [28, 'kari', { kind: 'led', by: personId('mona'), why: 'handedOver' }],
    [29, 'mona', it.goTo('matters')],
    [31, 'mona', it.goTo('closing')],
    [40, 'mona', it.SUMMED_UP],
    [45, null, { kind: 'agreed', version: 1 }],
  ],
  [
    ...([
      ['kari', -5, 46],
      ['aase', 0, 46],
      ['mona', 0.5, 44],
    ] as const),
    ...([
      ['per', 2, 20],
      ['per', 30, 38],
    ] as const),
  ],
  {
    ...{ plan: PLAN, planVersion: 1, signatures: [word('aase'), word('kari'), word('per', OBJECTION())] },
    invited: [{ name: 'Ola Vik', role: 'municipality', organisation: 'Sandefjord kommune', profession: null }],
    spent: {
      since: null,
      phases: {},
      roles: { patient: 720_000, municipality: 300_000, hospital: 480_000, gp: 20_000 },
    },
  },
);
function OBJECTION() {
  return { decision: 'object' as const, sections: ['medications' as const], reason: 'Jeg vil se blodprøvene først.' };
}

const text = minutesText(minutesOf(MEETING));
const lines = text.split('\n');

test('the minutes of an invented meeting are those that were read and approved', async () => {
  await expect(text).toMatchFileSnapshot('golden/minutes.txt');
});

test('they say that they were made of what happened, that nothing is recorded, and that the people are invented', () => {
  expect(lines[0]).toBe('Referat fra tverrfaglig møte 25.11.2026');
  expect(unbroken(text)).toContain(unbroken('Laget av det som skjedde i møtet. Ingenting er tatt opp.'));
  expect(text).toContain('DEMO:');
  const real = minutesOf({ ...MEETING, meeting: { ...MEETING.meeting, demo: false } });
  expect(minutesText(real)).not.toContain('DEMO');
});

test('no line is wider than 80 columns, and no control character but the line break is left', () => {
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(text).not.toMatch(/[\p{Cc}--\n]/v);
});

test('a meeting that is not over says how far the minutes go, and one that has not begun says that', () => {
  const on = (told: Told) => unbroken(minutesText(minutesOf(told)));
  expect(on(it.toldOf(it.BEGUN, [['kari', 0, null]]))).toContain(unbroken('referatet fram til 14.00.'));
  expect(on(it.toldOf(it.BEGUN, [['kari', 0, 20]]))).toContain(unbroken('Alle hadde gått ut 13.20.'));
  const before = minutesText(minutesOf(it.toldOf([])));
  expect(before).toContain('Møtet har ikke begynt.');
  expect(before).not.toMatch(/^-{3,}$/m);
  expect(text).not.toContain('ikke oppsummert');
});

test('times after midnight have their day', () => {
  const late = minutesText(minutesOf(it.toldOf([...it.BEGUN, [700, 'kari', it.SUMMED_UP]], [['kari', 0, 690]])));
  expect(unbroken(late)).toContain(unbroken('25.11.2026 kl. 13.00–26.11.2026 kl. 00.40 (700 min)'));
  expect(unbroken(late)).toContain(unbroken('gikk 26.11.2026 kl. 00.30'));
});

test('an open disagreement that nobody is to settle is told so', () => {
  const [row] = aase.plan.disagreements;
  const alone = { ...PLAN, disagreements: [{ ...row!, owner: ' ', due: null }] };
  expect(minutesText(minutesOf({ ...MEETING, plan: alone }))).toContain('Ingen er satt til å avgjøre det ennå.');
  expect(text).not.toContain('Ingen er satt til å avgjøre det ennå.');
});

test.each(Object.entries(HOSTILE))('what somebody wrote to do harm is text and nothing else: %s', (_, harm) => {
  const forged = `Hei\r\nEnighet\r\n-------\r\n- Per Berg: enig\n${harm}`;
  const [aRow, ...rest] = MEETING.people;
  const told: Told = {
    ...MEETING,
    people: [{ ...aRow!, name: `Kari ${forged}`, organisation: forged }, ...rest],
    happened: MEETING.happened.map((one) =>
      'words' in one.event ? { ...one, event: { ...one.event, words: forged } } : one,
    ),
    plan: {
      ...PLAN,
      minutes: [{ id: 'n', phase: forged, note: forged }],
      disagreements: [{ ...PLAN.disagreements[0]!, topic: forged, owner: forged, patientView: forged }],
      questions: [{ id: 'q', question: forged }],
      conversation: { ...PLAN.conversation, teachBack: forged },
      treatment: [{ ...PLAN.treatment[0]!, action: forged, organisation: forged, owner: forged }],
    },
    invited: [{ name: forged, role: 'gp', organisation: forged, profession: null }],
    signatures: [word('per', { ...OBJECTION(), reason: forged })],
  };
  const all = minutesText(minutesOf(told)).split('\n');
  expect(all.filter((line) => line.length > 80)).toEqual([]);
  expect(all.join('\n')).not.toMatch(/[\p{Cc}--\n]|[\u202A-\u202E\u2066-\u2069\u2028\u2029]/v);
  // What begins at the edge is ours: a heading, its line, a bullet, a fact, a notice.
  const headings = all.filter((_line, at) => /^[-=]{3,}$/.test(all[at + 1] ?? ''));
  expect(headings).toEqual(lines.filter((_line, at) => /^[-=]{3,}$/.test(lines[at + 1] ?? '')));
  expect(all.filter((line) => line.startsWith('- Per Berg: enig') || line === 'Hei')).toEqual([]);
});

test('everything that was said is there, letter by letter', () => {
  const words = `${HOSTILE.script} ${HOSTILE.emoji} ${HOSTILE.sami}`;
  const told = { ...MEETING, plan: { ...PLAN, minutes: [{ id: 'n', phase: words, note: words }] } };
  expect(unbroken(minutesText(minutesOf(told))).split(unbroken(words))).toHaveLength(3);
});

test('somebody who came in under an id that is none of ours is not made up', () => {
  const stays = [{ participant: ParticipantId.parse('nobody-of-this-meeting-1'), cameAt: it.after(0), leftAt: null }];
  expect(minutesOf({ ...MEETING, stays }).present).toEqual([]);
});
