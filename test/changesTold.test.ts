import { describe, expect, test } from 'vitest';
import { changesForPatient } from '#lib/parts/agreement/changesForPatient.ts';
import { changesTold } from '#lib/parts/agreement/changesTold.ts';
import type { Reading } from '#lib/parts/plan/answers.ts';
import type { Piece } from '#lib/state/markedWords.ts';
import type { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { changesBetween, PartChanges } from '#shared/agreement/changes.ts';
import { ParticipantId } from '#shared/ids.ts';
import { blankPlan, blankValues, type Plan, type Row } from '#shared/plan/plan.ts';
import { section, sections, type SectionKey } from '#shared/plan/sections.ts';
import { speechIn } from './support/speech.ts';

/** A plan that only has goals. */
const plan = {
  part: () => ({
    declared: section('goals'),
    rows: [
      { id: 'g1', activity: 'Gå til postkassen' },
      { id: 'g2', activity: 'Lage kaffe' },
    ],
  }),
} as unknown as SharedPlan;
const reading: Reading = { plan, speech: speechIn() };
const mona = { id: ParticipantId.parse('mona-'.padEnd(24, 'x')), name: 'Mona Hansen', role: 'municipality' } as const;

const between = (before: Partial<Plan>, after: Partial<Plan>, by: PartChanges['by'] = [mona]) =>
  changesBetween({ ...blankPlan(), ...before }, { ...blankPlan(), ...after }).map((part) => ({ ...part, by }));
const told = (before: Partial<Plan>, after: Partial<Plan>) => changesTold(between(before, after), reading);
/** The only item that was told of. */
const onlyItem = (before: Partial<Plan>, after: Partial<Plan>) => told(before, after)[0]!.items[0]!;
const words = (pieces: readonly Piece[]) => pieces.map((piece) => piece.words).join('');
/** Each answer as `label: before → after`. */
const sides = (before: Partial<Plan>, after: Partial<Plan>) =>
  onlyItem(before, after).changed.map((one) => `${one.label}: ${words(one.before)} → ${words(one.after)}`);
const row = <K extends SectionKey>(key: K, id: string, values: object): Plan[K] => {
  const part = section(key);
  return [{ ...blankValues(part.kind === 'text' ? {} : part.fields), ...values, id } as Row] as unknown as Plan[K];
};

describe('an answer that became another, in words', () => {
  test.each<[string, Partial<Plan>, Partial<Plan>, string]>([
    [
      'a line',
      { departure: { ...blankPlan().departure, transport: 'taxi' } },
      { departure: { ...blankPlan().departure, transport: 'ambulanse' } },
      'Transport: taxi → ambulanse',
    ],
    [
      'a date',
      { departure: { ...blankPlan().departure, on: '2026-11-26' } },
      { departure: { ...blankPlan().departure, on: '2026-12-01' } },
      'Forventet hjemreise: 26. november 2026 → 1. desember 2026',
    ],
    [
      'a time of day',
      { departure: { ...blankPlan().departure, at: '09:30' } },
      { departure: { ...blankPlan().departure, at: '11:00' } },
      'Klokka: kl. 09:30 → kl. 11:00',
    ],
    [
      'a choice',
      { services: row('services', 's', { kind: '6', status: 'offered' }) },
      { services: row('services', 's', { kind: '6', status: 'granted' }) },
      'Status: tilbudt → innvilget',
    ],
    [
      'a number',
      { goals: row('goals', 'g', { activity: 'Gå', scoreNow: 2 }) },
      { goals: row('goals', 'g', { activity: 'Gå', scoreNow: 7 }) },
      `${sections.goals.fields.scoreNow.label.nb}: 2 → 7`,
    ],
    [
      'a row of another part',
      { treatment: row('treatment', 't', { action: 'Trene', forGoal: 'g1' }) },
      { treatment: row('treatment', 't', { action: 'Trene', forGoal: 'g2' }) },
      'Pasientens mål: Gå til postkassen → Lage kaffe',
    ],
    [
      'a text in a form',
      { situation: { ...blankPlan().situation, happened: 'Falt hjemme' } },
      { situation: { ...blankPlan().situation, happened: 'Falt ute' } },
      'Situasjon: hva har skjedd?: Falt hjemme → Falt ute',
    ],
  ])('is %s, before and after', (_, before, after, line) => {
    expect(sides(before, after)).toEqual([line]);
  });

  test('of a long text is what changed, with some words around', () => {
    const long = (visits: string) => `${'før '.repeat(100)}hun får ${visits} om dagen${' etter'.repeat(100)}`;
    const [answer] = onlyItem({ needs: long('to besøk') }, { needs: long('tre besøk') }).changed;
    expect(words(answer!.before)).toBe('… før før før før hun får to besøk om dagen etter etter etter …');
    expect(answer!.after.filter(({ changed }) => changed).map((piece) => piece.words.trim())).toEqual(['tre']);
  });

  test('of a text to which only something was added says nothing of before', () => {
    const [answer] = onlyItem({ needs: 'Følge.' }, { needs: 'Hjelp til dusj. Følge.' }).changed;
    expect(answer).toMatchObject({ before: [], onlySpaces: false });
    expect(answer!.after).toEqual([
      { words: 'Hjelp til dusj. ', changed: true },
      { words: 'Følge.', changed: false },
    ]);
  });

  test('that has other white space alone says so, and one that has other words does not', () => {
    expect(onlyItem({ needs: 'Følge hjem.' }, { needs: 'Følge\n\nhjem.' }).changed[0]?.onlySpaces).toBe(true);
    expect(onlyItem({ needs: 'Følge hjem.' }, { needs: 'Følge\n\nut.' }).changed[0]?.onlySpaces).toBe(false);
  });
});

describe('what became another in a part', () => {
  test('names the part, and those who wrote in it with what they are', () => {
    expect(told({}, { needs: 'Følge.' })).toMatchObject([
      { heading: 'Behov', by: 'Mona Hansen (kommunen)', items: [{ title: '', changed: [{ kind: 'added' }] }] },
    ]);
    expect(changesTold(between({}, { needs: 'Følge.' }, []), reading)[0]?.by).toBe('');
  });

  test('says of a row that came or went what stands in it', () => {
    const alarm = { services: row('services', 's', { kind: '6', extent: 'med fallsensor' }) };
    const answers = [{ key: 'extent', label: 'Omfang', words: 'med fallsensor' }];
    expect(onlyItem({}, alarm)).toMatchObject({ kind: 'added', title: 'Trygghetsalarm', answers });
    expect(onlyItem(alarm, {})).toMatchObject({ kind: 'removed', title: 'Trygghetsalarm', answers });
  });

  test('says of a row under its name what is another in it, and that it stands elsewhere', () => {
    const [one, two] = ['a', 'b'].map((id) => row('goals', id, { activity: `Mål ${id}` })[0]!);
    const items = told({ goals: [one!, two!] }, { goals: [{ ...two!, scoreNow: 3 }, one!] })[0]?.items;
    expect(items?.map(({ kind, title, changed }) => [kind, title, changed.length])).toEqual([
      ['changed', 'Mål b', 1],
      ['moved', 'Mål b', 0],
    ]);
  });

  test('of which only letters that nobody reads are others is told of as well', () => {
    const silent = changesTold([], reading, ['needs']);
    expect(silent).toMatchObject([{ heading: 'Behov', items: [{ changed: [{ onlySpaces: true }] }] }]);
    expect(changesTold(between({}, { needs: 'Følge.' }), reading, ['needs'])).toHaveLength(1);
  });
});

describe('to the patient', () => {
  test('it is said by party, in her words for the part, and shortly', () => {
    const before = { services: row('services', 's', { kind: '6', extent: 'to ganger', status: 'offered' }) };
    const after = { services: row('services', 's', { kind: '6', extent: 'tre ganger', status: 'granted' }) };
    expect(changesForPatient(between(before, after), reading, ['services'])).toEqual({
      parts: [
        {
          section: 'services',
          who: 'Kommunen har endret: Kommunens tjenester',
          lines: [
            'Trygghetsalarm – Omfang: «to ganger» er blitt «tre ganger»',
            'Status: «tilbudt» er blitt «innvilget»',
          ],
        },
      ],
      more: 0,
    });
  });

  test('what was only added is said without what it was added to', () => {
    const told = changesForPatient(between({ needs: 'Følge hjem.' }, { needs: 'Dusj, Følge hjem.' }), reading, []);
    expect(told.parts.map(({ lines }) => lines)).toEqual([['Nytt: «Dusj»']]);
  });

  test('of much there are a few lines, and how much more there is', () => {
    const rows = ['a', 'b', 'c', 'd'].flatMap((id) => row('questions', id, { question: `Spørsmål ${id}` }));
    const told = changesForPatient(between({}, { questions: rows, needs: 'Følge.' }), reading, []);
    expect(told.parts.map(({ lines }) => lines.length).toSorted()).toEqual([1, 3]);
    expect(told.more).toBe(1);
    expect(told.parts.map(({ who }) => who)).toContain('Kommunen har endret: Det du lurer på');
  });
});
