import { describe, expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { minutesOf } from '#shared/meeting/minutes.ts';
import { readableBy } from '#shared/meeting/minutesFor.ts';
import { blankPlan } from '#shared/plan/plan.ts';
import { signature } from './support/agreedVersion.ts';
import {
  after,
  BEGUN,
  commented,
  decided,
  goTo,
  minutes,
  OVER,
  proposed,
  SUMMED_UP,
  toldOf,
  type Script,
} from './support/invented.ts';

describe('what was decided', () => {
  test('is told with who took it on, and with the patient’s comment before the others’', () => {
    const [one] = minutes([
      ...BEGUN,
      [1, 'kari', proposed('r', 'Trene hver dag')],
      [2, 'jonas', commented('r', 'Start rolig.')],
      [3, 'aase', commented('r', 'To ganger er nok.')],
      [4, 'kari', decided('r', { outcome: 'changed' })],
    ]).decided;
    expect(one).toMatchObject({
      ...{ outcome: 'changed', words: 'Trene i trapp', proposed: 'Trene hver dag', at: after(4) },
      ...{ owner: 'Mona Hansen', organisation: 'Larvik kommune', due: '2026-11-28', accepted: { name: 'Mona Hansen' } },
    });
    expect(one?.comments.map(({ by, words }) => `${by.name}: ${words}`)).toEqual([
      'Åse Fiktiv: To ganger er nok.',
      'Jonas Lie: Start rolig.',
    ]);
  });

  test('what was dropped is told as dropped, without an owner', () => {
    const dropped = { outcome: 'dropped', words: 'Sovetablett', owner: '', organisation: '', due: '', accepted: null };
    const { decided: all } = minutes([
      ...BEGUN,
      [1, 'kari', proposed('r', 'Sovetablett')],
      [2, 'kari', decided('r', dropped)],
    ]);
    expect(all).toMatchObject([
      { outcome: 'dropped', words: 'Sovetablett', proposed: null, owner: '', accepted: null },
    ]);
  });

  test('an action that was put aside, or is on the table, was only talked about', () => {
    const { decided: all, undecided } = minutes([
      ...BEGUN,
      [1, 'kari', proposed('a', 'Ringe fastlegen')],
      [2, 'aase', commented('a', 'Det tar tid.')],
      [3, 'kari', proposed('b', 'Trene i trapp')],
      [4, 'kari', decided('b')],
      [5, 'kari', proposed('c', 'Besøk')],
    ]);
    expect(all.map(({ words, comments }) => [words, comments.length])).toEqual([['Trene i trapp', 0]]);
    expect(undecided.map(({ words, comments }) => [words, comments.length])).toEqual([
      ['Ringe fastlegen', 1],
      ['Besøk', 0],
    ]);
  });

  test('the same action twice on the table is told twice, each time with what was said of it then', () => {
    const { decided: all } = minutes([
      ...BEGUN,
      ...([
        [1, 'kari', proposed('r', 'Trene i trapp')],
        [2, 'aase', commented('r', 'Nei.')],
        [3, 'kari', decided('r')],
      ] satisfies Script),
      ...([
        [4, 'kari', proposed('r', 'Trene i trapp')],
        [5, 'aase', commented('r', 'Ja.')],
        [6, 'kari', decided('r')],
      ] satisfies Script),
    ]);
    expect(all.map(({ comments }) => comments.map(({ words }) => words))).toEqual([['Nei.'], ['Ja.']]);
  });

  test('somebody whom nobody knows took nothing on', () => {
    const told = toldOf([...BEGUN, [1, 'kari', decided('r')]]);
    expect(minutesOf({ ...told, people: [] }).decided[0]?.accepted).toBeNull();
  });
});

describe('what stands in the plan', () => {
  const told = minutes(OVER, [], { plan: aase.plan });

  test('open disagreements with each view and who settles them; settled ones apart', () => {
    expect(told.disagreements).toMatchObject([
      { topic: 'De første nettene', owner: 'Mona Hansen', due: '2026-12-01', open: true },
    ]);
    expect(told.disagreements[0]?.views.map(({ role }) => role)).toEqual(['patient', 'municipality', 'hospital']);
    const settled = aase.plan.disagreements.map((row) => ({ ...row, status: 'settled' as const }));
    const after = minutes(OVER, [], { plan: { ...aase.plan, disagreements: settled } });
    expect(after.disagreements.map(({ open }) => open)).toEqual([false]);
  });

  test('questions with their answers, and those that nobody has answered', () => {
    expect(told.questions.map(({ answers }) => answers.length)).toEqual(aase.plan.questions.map(() => 1));
    const unanswered = minutes(OVER, [], { plan: { ...aase.plan, 'questions.answers': [] } });
    expect(unanswered.questions.flatMap(({ answers }) => answers)).toEqual([]);
  });

  test('what the patient has understood, by whose hand, and tasks by organisation', () => {
    expect(told.understood.map(({ writtenBy }) => writtenBy)).toContain('hospital');
    const groups = told.tasks.map(({ organisation, role }) => organisation ?? role);
    expect(groups).toContain('Larvik kommune');
    expect(new Set(groups).size).toBe(groups.length);
    const all = told.tasks.flatMap(({ tasks }) => tasks.map(({ what }) => what));
    expect(all).toContainEqual(expect.stringContaining('Trygghetsalarm'));
    expect(all, 'who settles it stands with the disagreement').not.toContain('De første nettene');
  });

  test('nothing is invented where nothing stands', () => {
    const { disagreements, questions, understood, tasks, notes, decided: none, time } = minutes(OVER);
    expect([disagreements, questions, understood, tasks, notes, none]).toEqual([[], [], [], [], [], []]);
    expect(time).toMatchObject({ parties: [], mattersMs: null });
  });

  test('time by party and on what matters to the patient, never by person', () => {
    const spent = { since: null, phases: {}, roles: { patient: 240_000, hospital: 60_000 } };
    const script: Script = [...BEGUN, [3, 'kari', goTo('matters')], [11, 'kari', SUMMED_UP]];
    const { time } = minutes(script, [], { spent });
    expect(time).toEqual({
      ...{ ms: after(11) - after(0), mattersMs: 8 * 60_000 },
      parties: [
        { role: 'patient', ms: 240_000 },
        { role: 'hospital', ms: 60_000 },
      ],
    });
  });
});

describe('minutes for kin to whom not all is shown', () => {
  const script: Script = [
    ...BEGUN,
    [0.5, 'kari', proposed('d', 'Ringe datteren', 'followup')],
    ...([
      [1, 'kari', proposed('a', 'HEMMELIG tiltak')],
      [2, 'aase', commented('a', 'HEMMELIG ord')],
    ] satisfies Script),
    [3, 'kari', decided('a', { words: 'HEMMELIG vedtak' })],
    [4, 'kari', proposed('b', 'HEMMELIG forslag')],
    [5, 'aase', commented('b', 'HEMMELIG svar')],
    ...([
      [6, 'kari', proposed('c', 'Time hos fastlegen', 'followup')],
      [7, 'aase', commented('c', 'Fint.')],
    ] satisfies Script),
    [8, 'kari', decided('c', { section: 'followup', words: 'Time hos fastlegen' })],
    [9, 'kari', SUMMED_UP],
  ];
  const plan = {
    ...blankPlan(),
    disagreements: [{ ...aase.plan.disagreements[0]!, topic: 'HEMMELIG tema' }],
    treatment: [{ ...aase.plan.treatment[0]!, action: 'HEMMELIG oppgave' }],
    followup: aase.plan.followup,
    conversation: { ...aase.plan.conversation, teachBack: 'HEMMELIG gjenfortelling' },
    minutes: [{ id: 'n', phase: 'Velkommen', note: 'HEMMELIG notat' }],
  };
  const words = { ...signature('per', plan, { decision: 'object', reason: 'HEMMELIG grunn' }), lapsed: false };
  const told = toldOf(script, [['line', 0, 9]], { plan, signatures: [without(words)] });
  const withheld = ['treatment', 'disagreements', 'conversation', 'minutes'] as const;

  test('have attendance, phases and times, and what concerns the parts that they may read', () => {
    const kin = minutesOf(readableBy({ role: 'kin', withheld }, told));
    const all = minutesOf(told);
    expect(JSON.stringify(kin)).not.toContain('HEMMELIG');
    expect(kin.partial).toBe(true);
    expect(kin).toMatchObject({ present: all.present, phases: all.phases, sittings: all.sittings, words: [] });
    expect(kin.decided.map(({ words: what, comments }) => [what, comments.length])).toEqual([
      ['Time hos fastlegen', 1],
    ]);
    expect(kin.undecided).toMatchObject([{ words: 'Ringe datteren', comments: [] }]);
    expect(kin.tasks.length).toBeGreaterThan(0);
  });

  test.each([
    ['kin to whom all is shown', { role: 'kin' as const, withheld: [] }],
    ['the interpreter', { role: 'interpreter' as const, withheld }],
  ])('have everything for %s', (_, who) => {
    const all = minutesOf(readableBy(who, told));
    expect(all).toEqual(minutesOf(told));
    expect(JSON.stringify(all).match(/HEMMELIG/g)?.length).toBeGreaterThan(7);
  });
});

function without({ hash: _hash, ...word }: ReturnType<typeof signature> & { lapsed: boolean }) {
  return word;
}
