import { describe, expect, test } from 'vitest';
import { adviceOn, RULE_KEYS, type Advice, type RuleKey } from '#shared/plan/lint.ts';
import { blankPlan, type Plan } from '#shared/plan/plan.ts';
import { aase } from '#server/demo/aase.ts';
import { fill, rowId, tell } from '#server/demo/aaseRows.ts';

const THE_DAY = { on: '2026-11-25', people: Object.values(aase.people) };

/** What the rule says of a plan in which only this stands. */
const said = (rule: RuleKey, change: Partial<Plan>): Advice[] =>
  adviceOn({ ...blankPlan(), ...change }, THE_DAY).filter((advice) => advice.rule === rule);

const action = (told: Parameters<typeof tell<'treatment'>>[2][number]) => ({
  treatment: tell('treatment', 1, [
    { action: 'Trene', owner: 'Mona', organisation: 'Larvik kommune', when: 'Daglig', medicalReason: 'Brudd', ...told },
  ]),
});
const appointment = (told: Parameters<typeof tell<'followup'>>[2][number]) => ({
  followup: tell('followup', 1, [{ what: 'Hjemmebesøk', who: 'Mona', on: '2026-11-27', ...told }]),
});
const goal = (told: Parameters<typeof tell<'goals'>>[2][number]) => ({
  goals: tell('goals', 101, [{ activity: 'Gå til postkassen', scoreNow: 2, ...told }]),
});
const quarrel = (told: Parameters<typeof tell<'disagreements'>>[2][number]) => ({
  disagreements: tell('disagreements', 1, [
    {
      ...{ topic: 'Nettene', hospitalView: 'Ikke alene.', patientView: 'I egen seng.' },
      ...{ owner: 'Mona', due: '2026-12-01', status: 'open' as const, ...told },
    },
  ]),
});
const area = (told: Parameters<typeof tell<'function.now'>>[2][number]) => tell('function.now', 1, [told]);
const contact = (told: Partial<Plan['coordination']>) => ({ coordination: fill('coordination', told) });

/** Each rule beside what it speaks of, what it is silent of, and the fields that it names. */
const TWINS: readonly [RuleKey, Partial<Plan>, Partial<Plan>, string[]?][] = [
  ['service-in-needs', { needs: 'Trenger sykehjemsplass.' }, { needs: 'Trenger noen til stede om natten.' }, []],
  [
    'service-in-needs',
    { needs: 'Hjemmesykepleie tre ganger daglig' },
    { needs: 'Er trygg hjemme. Alarmen på komfyren piper.' },
  ],
  ['service-in-needs', { needs: 'Treng korttidsopphald' }, { needs: 'Korttidshukommelsen er svekket' }],
  [
    'service-promised',
    action({ action: 'Korttidsopphold i to uker', organisation: 'Sykehuset' }),
    action({ action: 'Korttidsopphold i to uker' }),
    ['action'],
  ],
  [
    'service-promised',
    appointment({ what: 'Hjemmesykepleie morgen og kveld' }),
    appointment({ what: 'Samtale med hjemmesykepleien' }),
    ['what'],
  ],
  [
    'service-promised',
    { situation: fill('situation', { advice: 'Får rehabiliteringsopphold.' }) },
    { situation: fill('situation', { advice: 'Bør trene hver dag.' }) },
  ],
  [
    'goal-without-score',
    goal({ scoreNow: null }),
    goal({ scoreNow: null, noGoalReason: 'For trøtt i dag' }),
    ['scoreNow', 'noGoalReason'],
  ],
  ['goal-without-score', goal({ scoreNow: null }), goal({ scoreNow: 0 })],
  ['goal-without-action', goal({}), { ...goal({}), ...action({ forGoal: rowId(101) }) }, ['forGoal']],
  ['action-without-ground', action({ medicalReason: '' }), action({}), ['forGoal', 'medicalReason']],
  [
    'action-without-ground',
    action({ medicalReason: '', forGoal: rowId(101) }),
    { ...goal({}), ...action({ medicalReason: '', forGoal: rowId(101) }) },
  ],
  ['action-incomplete', action({ owner: '', when: '' }), action({}), ['owner', 'due']],
  [
    'action-incomplete',
    action({ owner: 'Tiril Moen', organisation: '' }),
    action({ owner: 'Line Fiktiv', organisation: '' }),
    ['organisation'],
  ],
  [
    'action-incomplete',
    action({ owner: 'Per', organisation: '' }),
    action({ owner: 'Ortopedisk poliklinikk', organisation: '' }),
  ],
  [
    'before-missing',
    { 'function.now': area({ words: 'Går med rullator' }) },
    { 'function.before': area({ words: 'Gikk' }), 'function.now': area({ words: 'Går' }) },
    ['words', 'unknownReason'],
  ],
  [
    'expected-missing',
    { 'function.now': area({ words: 'Går med rullator' }) },
    { 'function.now': area({ words: 'Går' }), 'function.expected': area({ unknownReason: 'Delir' }) },
  ],
  [
    'now-missing',
    { 'function.expected': area({ words: 'Vil gå alene' }) },
    { 'function.now': area({ words: 'Går' }), 'function.expected': area({ words: 'Vil gå' }) },
  ],
  [
    'number-alone',
    { 'function.now': area({ level: 3 }) },
    { 'function.now': area({ level: 3, words: 'Går med støtte' }) },
    ['words'],
  ],
  ['number-alone', { 'function.now': area({ words: '3' }) }, { 'function.now': area({ words: 'Går 3 meter' }) }],
  [
    'unknown-without-why',
    { 'function.now': area({ words: 'Ukjent' }) },
    { 'function.now': area({ words: 'Ukjent', unknownReason: 'Var ikke oppe' }) },
    ['unknownReason'],
  ],
  [
    'unknown-without-why',
    { clarifications: fill('clarifications', { unclear: 'Vet ikke.' }) },
    { clarifications: fill('clarifications', { unclear: 'Vet ikke hvorfor hun falt.' }) },
  ],
  [
    'medicine-without-reason',
    { medications: tell('medications', 1, [{ drug: 'Zopiklon', change: 'stopped' }]) },
    {
      medications: tell('medications', 1, [
        { drug: 'Zopiklon', change: 'stopped', reason: 'Fall' },
        { drug: 'Apixaban', change: 'unchanged' },
      ]),
    },
    ['reason'],
  ],
  [
    'multidose-unanswered',
    { medications: tell('medications', 1, [{ drug: 'Apixaban' }]) },
    {
      medications: tell('medications', 1, [{ drug: 'Apixaban' }]),
      'medications.reconciled': fill('medications.reconciled', { multidose: 'no' }),
    },
    ['multidose'],
  ],
  [
    'warning-without-call',
    { warnings: tell('warnings', 1, [{ zone: 'red', sign: 'Tung pust' }]) },
    {
      warnings: tell('warnings', 1, [
        { zone: 'red', sign: 'Tung pust', call: '113' },
        { zone: 'green', sign: 'Som før' },
      ]),
    },
    ['call'],
  ],
  ['followup-incomplete', appointment({ who: '', on: null }), appointment({}), ['who', 'on']],
  [
    'followup-vague',
    appointment({ what: 'Oppfølging hos fastlegen' }),
    appointment({ what: 'Oppfølging av blodtrykk hos fastlegen' }),
    ['what'],
  ],
  [
    'followup-vague',
    appointment({ what: 'Time hos fastlege', on: null }),
    appointment({ what: 'Time hos fastlege' }),
    ['what', 'on'],
  ],
  [
    'followup-vague',
    { clarifications: fill('clarifications', { plan: 'Følges opp av fastlege.' }) },
    { clarifications: fill('clarifications', { plan: 'Fastlegen måler blodtrykk om to uker.' }) },
  ],
  [
    'followup-before-departure',
    { ...appointment({ on: '2026-11-25' }), departure: fill('departure', { on: '2026-11-26' }) },
    { ...appointment({ on: '2026-11-26' }), departure: fill('departure', { on: '2026-11-26' }) },
    ['on'],
  ],
  ['departure-missing', {}, { departure: fill('departure', { on: '2026-11-26' }) }, ['on']],
  [
    'departure-past',
    { departure: fill('departure', { on: '2026-11-24' }) },
    { departure: fill('departure', { on: '2026-11-25' }) },
    ['on'],
  ],
  [
    'phone-missing',
    contact({ hospitalContact: 'Kari Nilsen' }),
    contact({ hospitalContact: 'Kari Nilsen', hospitalPhone: '33 00 00 02' }),
    ['hospitalPhone'],
  ],
  [
    'question-unanswered',
    { questions: [{ id: 'q', question: 'Kan jeg bade?' }] },
    {
      questions: [{ id: 'q', question: 'Kan jeg bade?' }],
      'questions.answers': [{ id: 'a', question: 'q', answer: 'Ja.' }],
    },
    ['answer'],
  ],
  ['disagreement-incomplete', quarrel({ owner: '', due: null }), quarrel({}), ['owner', 'due']],
  ['disagreement-incomplete', quarrel({ owner: '' }), quarrel({ owner: '', status: 'settled' })],
  [
    'disagreement-one-sided',
    quarrel({ patientView: '' }),
    quarrel({}),
    ['patientView', 'municipalityView', 'gpView', 'kinView'],
  ],
  [
    'disagreement-one-sided',
    quarrel({ patientView: '', gpView: 'Enig med sykehuset.' }),
    quarrel({ gpView: 'Nei.' }),
    ['patientView'],
  ],
  ['hard-word', { needs: 'Obs fall. Mob med rullator.' }, { needs: 'Observert. Mobil med rullator.' }, []],
  [
    'hard-word',
    { medications: tell('medications', 1, [{ drug: 'Paracetamol', dose: '1 g p.o.' }]) },
    { medications: tell('medications', 1, [{ drug: 'Adl', dose: '1 g' }]) },
    ['dose'],
  ],
  [
    'hard-word',
    { treatment: tell('treatment', 1, [{ action: 'Trene ADL' }]) },
    { story: 'Jeg vil klare ADL', goals: goal({ activity: 'ADL' }).goals },
  ],
];

describe('a rule', () => {
  test.each(TWINS)('%s speaks, and its twin is silent (%#)', (rule, speaks, silent, fields) => {
    expect(said(rule, speaks).length).toBeGreaterThan(0);
    if (fields) expect(said(rule, speaks)[0]?.fields).toEqual(fields);
    expect(said(rule, silent)).toEqual([]);
  });

  test('has a twin test, every one', () => {
    expect(RULE_KEYS.filter((key) => !TWINS.some(([rule]) => rule === key))).toEqual([]);
  });
});

test('advice says what it is about, and who can mend it', () => {
  expect(said('service-in-needs', { needs: 'Trenger BPA og en støttekontakt.' })[0]).toEqual({
    ...{ section: 'needs', rule: 'service-in-needs', fields: [], value: 'BPA, støttekontakt', who: ['hospital', 'gp'] },
  });
  expect(said('action-incomplete', action({ owner: '' }))[0]).toMatchObject({ row: rowId(1), value: 'Trene' });
});
