import { describe, expect, test } from 'vitest';
import { adviceGroups, adviceUnder } from '#lib/state/advice.ts';
import { adviceOn, RULE_KEYS } from '#shared/plan/lint.ts';
import { toldAs } from '#shared/plain/term.ts';
import { TERMS } from '#shared/plain/terms/index.ts';
import { blankPlan } from '#shared/plan/plan.ts';
import { missingIn } from '#shared/plan/readiness.ts';
import { aase } from '#server/demo/aase.ts';
import { rowId, tell } from '#server/demo/aaseRows.ts';
import { speechIn } from './support/speech.ts';

const speech = speechIn();
const THE_DAY = { on: '2026-11-25', people: Object.values(aase.people) };
const jonas = { role: 'hospital', profession: 'doctor' } as const;

describe('the words of advice', () => {
  test.each(RULE_KEYS)('%s has one or two plain sentences', (rule) => {
    const said = speech.staffWords.advice.say[rule]({ value: 'Det', labels: '«Hvem»' });
    expect(said).toMatch(/[.?]$/);
    expect(said.length).toBeLessThan(160);
  });

  test('a hard word is told with plainer ones, and several of one part in one sentence', async () => {
    const told = speechIn();
    const plan = { ...blankPlan(), needs: 'Obs delir. Obs fall.', intensity: { clarified: null, said: 'Trener ADL.' } };
    const advice = adviceOn(plan, THE_DAY).filter(({ rule }) => rule === 'hard-word');
    expect(advice.map(({ value }) => value)).toEqual(['Obs', 'delir', 'ADL']);
    expect(adviceUnder('intensity', advice, told)[0]?.sentence).toBe('«ADL» er ikke et ord alle kjenner.');
    await told.terms.learn(async () => TERMS.map((term) => toldAs(term, 'nb')), 'nb');
    expect(adviceUnder('intensity', advice, told).map(({ sentence }) => sentence)).toEqual([
      '«ADL» er ikke et ord alle kjenner. Skriv gjerne «daglige gjøremål».',
    ]);
    expect(adviceUnder('needs', advice, told).map(({ sentence }) => sentence)).toEqual([
      speech.staffWords.advice.hardWords('«Obs» og «delir»'),
    ]);
    const listed = adviceGroups({ advice, missing: [] }, jonas, told).flatMap(({ lines }) => lines);
    expect(listed.map(({ spot }) => spot.section)).toEqual(['needs', 'intensity']);
  });

  test('dates are said as dates', () => {
    const plan = { ...blankPlan(), departure: { ...aase.plan.departure, on: '2026-11-02' } };
    expect(adviceUnder('departure', adviceOn(plan, THE_DAY), speech)[0]?.sentence).toContain('2. november 2026');
  });
});

test('under a part stands the advice on that part alone', () => {
  const advice = adviceOn(aase.plan, THE_DAY);
  expect(adviceUnder('medications', advice, speech).map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining('«Paracetamol»'),
    expect.stringContaining('«Kalsium/vitamin D»'),
    speech.staffWords.advice.hardWords('«Osteoporose» og «delir»'),
  ]);
  expect(adviceUnder('story', advice, speech)).toEqual([]);
});

test('a row that one writes in can be told of a word in it, but not that it is unfinished', () => {
  const treatment = tell('treatment', 601, [{ action: 'Hjemmesykepleie tre ganger om dagen' }]);
  const lines = adviceUnder('treatment', adviceOn({ ...blankPlan(), treatment }, THE_DAY), speech);
  const rows: unknown = Object.fromEntries(lines.map(({ key, unfinishedRow }) => [key.split(' ')[0], unfinishedRow]));
  expect(rows).toEqual({
    ...{ 'service-promised': null, 'action-without-ground': rowId(601), 'action-incomplete': rowId(601) },
  });
});

describe('the list of what could be better', () => {
  const plan = aase.prepared();
  const advice = adviceOn(plan, THE_DAY).filter(({ rule }) => rule !== 'hard-word');
  const told = (required: Parameters<typeof missingIn>[1]) => {
    const missing = missingIn(plan, required, ['hospital', 'patient']);
    return adviceGroups({ advice, missing }, jonas, speech).flatMap(({ lines }) =>
      lines.map(({ sentence }) => sentence),
    );
  };

  test('has one’s own first, and leads to the field', () => {
    const groups = adviceGroups({ advice, missing: [] }, { role: 'municipality' }, speech);
    expect(groups.map(({ mine }) => mine)).toEqual([true, false]);
    const spots = adviceGroups({ advice, missing: [] }, jonas, speech)[0]?.lines.map(({ spot }) => spot);
    expect(spots).toContainEqual({ section: 'medications', row: rowId(401), field: 'reason' });
  });

  test('leaves out what is said to be missing already', () => {
    const appointment = expect.stringContaining('Kontroll med røntgen') as string;
    expect(told([])).toContainEqual(appointment);
    expect(told(['followup'])).not.toContainEqual(appointment);
    expect(told([]), 'questions always count').not.toContainEqual(expect.stringContaining('badekar'));
  });
});
