import { describe, expect, test } from 'vitest';
import { phaseAfter, stepsOf } from '#lib/state/agenda.ts';
import { chaptersOf } from '#lib/state/chapters.ts';
import { leftInWords, leftOf, usedPart } from '#lib/state/countdown.ts';
import { initials, shortlyWhat, whatOf } from '#lib/state/people.ts';
import standard from '#shared/meeting/templates/frail-elderly.json' with { type: 'json' };
import { sectionsOf, Template } from '#shared/meeting/template.ts';
import { speechIn } from './support/speech.ts';

const speech = speechIn();
const template = Template.parse(standard);
const current = template.phases[4]!.id;
const talk = { minutes: {} };
const address = (place: { kind: string }) => place.kind;

describe('the rail', () => {
  test('tells what is done, where we are and what is ahead', () => {
    const steps = stepsOf({ template, talk, current, over: false, shown: current, speech, address });
    expect(steps.map(({ state }) => state).join(' ')).toBe('done done done done current ahead ahead ahead ahead');
    expect(steps.filter(({ shown }) => shown).map(({ number }) => number)).toEqual([5]);
    expect(steps[4]?.href).toBe('meeting');
    expect(steps[5]?.href).toBe('phase');
  });

  test('has everything done when the meeting is over, and nothing before it starts', () => {
    const states = (over: boolean, at: typeof current | null) =>
      new Set(stepsOf({ template, talk, current: at, over, shown: null, speech, address }).map(({ state }) => state));
    expect([...states(true, current)]).toEqual(['done']);
    expect([...states(false, null)]).toEqual(['ahead']);
  });

  test('knows the phase after this one, and that the last has none', () => {
    expect(phaseAfter(template, current)?.id).toBe('plan');
    expect(phaseAfter(template, template.phases.at(-1)!.id)).toBeNull();
    expect(phaseAfter(template, null)).toBeNull();
  });
});

describe('the time', () => {
  const MINUTE = 60_000;
  test.each([
    [4 * MINUTE, '4 min igjen'],
    [3 * MINUTE + 1, '4 min igjen'],
    [MINUTE, 'Under 1 min igjen'],
    [1, 'Under 1 min igjen'],
    [0, 'Tiden er ute'],
    [-MINUTE, '1 min over tiden'],
  ])('%i ms is said as „%s”', (ms, words) => {
    expect(leftInWords(ms, speech.staffWords)).toBe(words);
  });

  test('stands still in a pause', () => {
    expect(leftOf({ kind: 'paused', leftMs: 5 }, 1_000)).toBe(5);
    expect(leftOf({ kind: 'running', endsAt: 5_000 }, 1_000)).toBe(4_000);
  });

  test('is used from nothing to all, and never more', () => {
    expect([10, 5, 0, -5, 12].map((minutes) => usedPart(minutes * MINUTE, 10))).toEqual([0, 0.5, 1, 1, 0]);
  });
});

test('the whole plan has every section once, whatever the template', () => {
  const short = Template.parse({ ...standard, phases: standard.phases.slice(0, 2), required: [] });
  for (const any of [template, short])
    expect(
      chaptersOf(any)
        .flatMap(({ sections }) => sections)
        .toSorted(),
    ).toEqual(sectionsOf(any).toSorted());
});

describe('people', () => {
  test('have initials of their first and last names', () => {
    expect(['Åse Fiktiv', 'Anne Lise Berg', 'Line'].map(initials)).toEqual(['ÅF', 'AB', 'L']);
  });

  test('are called what they are, in few words or with the place they work', () => {
    const kari = { name: 'Kari', role: 'hospital', organisation: 'Sykehuset', profession: 'nurse' } as const;
    const mona = { name: 'Mona', role: 'municipality', organisation: 'Larvik kommune' } as const;
    expect([shortlyWhat(kari, speech.staffWords), whatOf(kari, speech.staffWords)]).toEqual([
      'sykepleier',
      'sykepleier, Sykehuset',
    ]);
    expect([shortlyWhat(mona, speech.staffWords), whatOf(mona, speech.staffWords)]).toEqual([
      'Larvik kommune',
      'Larvik kommune',
    ]);
  });
});
