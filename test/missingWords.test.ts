import { describe, expect, test } from 'vitest';
import { missingGroups, missingInWords, sectionsInPlace } from '#lib/state/missing.ts';
import { blankPlan, blankValues } from '#shared/plan/plan.ts';
import type { Requirement } from '#shared/plan/declaration.ts';
import { missingIn, type MissingCode } from '#shared/plan/readiness.ts';
import { section, sections, SECTION_KEYS } from '#shared/plan/sections.ts';
import type { Template } from '#shared/meeting/template.ts';
import type { Role } from '#shared/roles.ts';
import { speechIn } from './support/speech.ts';

const speech = speechIn();
const EVERYBODY: readonly Role[] = ['hospital', 'municipality', 'gp', 'patient', 'kin'];
const required = ['story', 'needs', 'services', 'warnings', 'kin', 'questions'] as const;
const template = { required: [...required] } as unknown as Template;
const kari = { role: 'hospital', profession: 'nurse' } as const;

const service = { ...blankValues(sections.services.fields), id: 's' };
const plan = {
  ...blankPlan(),
  services: [service] as never,
  questions: [{ id: 'q', question: 'Kan jeg bade?' }],
};
const missing = missingIn(plan, required, EVERYBODY);
const groups = missingGroups(missing, kari, speech);
const titled = (title: string) => groups.find((group) => group.title === title)?.lines.map(({ sentence }) => sentence);

describe('what is missing', () => {
  test('stands under whoever can mend it, one’s own first', () => {
    expect(groups[0]?.mine).toBe(true);
    expect(groups[0]?.lines.map(({ spot }) => spot.section)).toEqual(['story', 'needs', 'questions.answers']);
    expect(groups.slice(1).map(({ title }) => title)).toEqual(['Kommunen', 'Sykehuset eller fastlegen', 'Pårørende']);
  });

  test('says in words which fields are wanted', () => {
    expect(titled('Kommunen')?.[0]).toMatch(/mangler «Tjeneste» og «Status»/);
    expect(titled('Sykehuset eller fastlegen')).toEqual([
      expect.stringContaining('i gul sone'),
      expect.stringContaining('i rød sone'),
    ]);
    const [expected] = missingIn(blankPlan(), ['function.expected'], EVERYBODY);
    expect(missingInWords(expected!, speech)).toBe(
      'Forventet funksjon mangler – skriv det dere tror, eller velg ukjent og hvorfor',
    );
  });

  test('that is the same in several places is said once, and leads to the first', () => {
    const services = [service, { ...service, id: 's2' }] as never;
    const twice = missingIn({ ...plan, services }, ['services'], EVERYBODY);
    const [line] = missingGroups(twice, { role: 'municipality' }, speech)[0]!.lines;
    expect(line).toMatchObject({ times: 2, spot: { section: 'services', row: 's', field: 'kind' } });
  });

  test('that everybody can write is said so to those who cannot', () => {
    const interpreter = missingGroups(missing, { role: 'interpreter' }, speech);
    expect(interpreter.some(({ mine }) => mine)).toBe(false);
    expect(interpreter[0]?.title).toBe('Alle kan skrive');
  });

  test('is counted by sections, and kin only where kin is known to take part', () => {
    expect(sectionsInPlace(missing, template)).toEqual({ done: 0, all: 6 });
    expect(sectionsInPlace([], template)).toEqual({ done: 5, all: 5 });
  });

  test('counts questions also where the template does not ask for them, when one waits for its answer', () => {
    const short = { required: ['story'] } as unknown as Template;
    expect(sectionsInPlace(missingIn(plan, ['story'], EVERYBODY), short)).toEqual({ done: 0, all: 2 });
    expect(sectionsInPlace([], short)).toEqual({ done: 1, all: 1 });
  });
});

/** What may be said to be missing under each requirement of the registry. */
const CODES: Record<Requirement['rule'], MissingCode> = {
  ...{ written: 'not-written', answered: 'not-answered', because: 'not-answered', any: 'not-answered' },
  ...{
    rows: 'no-rows',
    each: 'row-incomplete',
    value: 'value-missing',
    settled: 'not-settled',
    replied: 'not-replied',
  },
};

describe('everything that the registry requires', () => {
  const asked = SECTION_KEYS.flatMap((key) => section(key).required.map(({ rule }) => [key, CODES[rule]] as const));

  test.each(asked)('%s (%s) has a sentence of its own that helps', (key, code) => {
    const point = { section: key, code, fields: ['x'], who: [] };
    const sentence = missingInWords(point, speech);
    expect(sentence).not.toBe(speech.staffWords.missing.other(speech.say(section(key).heading)));
    expect(sentence, 'what is missing – what to do').toMatch(/^.{8,} – .{8,}$/);
  });

  test('and a part that asks for what this page does not know is named at least', () => {
    const point = { section: 'needs', code: 'of-tomorrow', fields: [], who: [] } as const;
    expect(missingInWords({ ...point, fields: [], who: [] }, speech)).toBe('«Behov» er ikke ferdig');
  });
});
