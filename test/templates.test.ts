import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { patientSections } from '#lib/state/patientSections.ts';
import { minutesOf, sayIn, Template, TemplateText, wrongPlaces } from '#shared/meeting/template.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import { SECTION_KEYS, sections } from '#shared/plan/sections.ts';

const folder = new URL('../shared/meeting/templates/', import.meta.url);
const read = (file: string) => Template.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
const templates = readdirSync(folder).map(read);
const standard = templates.find(({ id }) => id === 'frail-elderly')!;

describe('the standard meeting', () => {
  test('has nine phases with the minutes that it is planned with', () => {
    expect(standard.phases.map(({ minutes }) => minutes)).toEqual([3, 8, 8, 5, 10, 10, 4, 6, 1]);
    expect(minutesOf(standard)).toBe(55);
  });

  test('shows every section of the registry in some phase', () => {
    const shown = new Set(standard.phases.flatMap((phase) => phase.sections));
    // What was promised belongs to a meeting that follows another; its phase is put in front there.
    expect(SECTION_KEYS.filter((key) => !shown.has(key))).toEqual(['promises']);
  });

  test('requires every section that the registry has a requirement for', () => {
    const withRule = SECTION_KEYS.filter((key) => 'required' in sections[key] && sections[key].required.length > 0);
    expect(standard.required.toSorted()).toEqual(withRule.toSorted());
  });

  test('lets the patient speak first about what matters', () => {
    expect(standard.phases[1]).toMatchObject({ id: 'what-matters', firstSpeaker: 'patient' });
  });
});

test('there is a template for each group that the meetings are for', () => {
  expect(templates.map(({ id }) => id).toSorted()).toEqual([
    'children-and-young-people',
    'frail-elderly',
    'several-chronic-conditions',
    'severe-mental-illness-and-substance-use',
    'short-discharge',
  ]);
});

describe.each(templates)('the template $id', (template) => {
  test('has a place for agreement, and shows everything that it requires', () => {
    expect(template.phases.filter(({ then }) => then === 'agree')).toHaveLength(1);
    const shown = new Set(template.phases.flatMap((phase) => phase.sections));
    expect(template.required.filter((key) => !shown.has(key))).toEqual([]);
  });

  test('has every text in bokmål and nynorsk, which differ', () => {
    const texts = textsOf(template);
    expect(texts.length, 'the check looked at nothing').toBeGreaterThan(30);
    expect(texts.filter(({ nn }) => nn === undefined)).toEqual([]);
    // Short titles may be the same in both; whole sentences hardly ever are.
    expect(texts.filter(({ nb, nn }) => nb.length > 60 && nb === nn)).toEqual([]);
    expect(
      texts.filter(({ nn }) => /\b(ikke|hva|hvem|hvordan|noe|uke|jeg|sykehuset|skolen)\b/i.test(nn ?? '')),
    ).toEqual([]);
  });

  test('says of its checklist that it is an example, and tells the facilitator of every phase what to do', () => {
    expect(template.about.nb).toContain('Sjekklisten er et eksempel og ikke en nasjonal ordlyd.');
    expect(template.checklist.length).toBeGreaterThanOrEqual(5);
    for (const { then, remember, sections, patient } of template.phases) {
      if (then === 'faces') continue;
      expect(remember.length).toBeGreaterThan(0);
      expect(sections.length).toBeGreaterThan(0);
      expect(patient.sections.length).toBeGreaterThan(0);
    }
  });

  test('leaves what was promised to meetings that follow another', () => {
    const keys = template.phases.flatMap(({ sections, patient }) => [...sections, ...patient.sections]);
    expect([...keys, ...template.required]).not.toContain('promises');
  });

  test('gives the patient nothing to write that the patient may not write, and hides nothing', () => {
    for (const phase of template.phases) {
      const { own, others, more } = patientSections(phase);
      expect(own.filter((key) => !mayWrite({ role: 'patient' }, key))).toEqual([]);
      expect(phase.sections.filter((key) => ![...own, ...others, ...more].includes(key))).toEqual([]);
    }
  });
});

describe('a template of one’s own', () => {
  const wrong = (spoiled: unknown) => {
    const { error } = Template.safeParse(spoiled);
    return error ? wrongPlaces(error) : [];
  };
  const [first, second, third] = standard.phases;

  test('needs no nynorsk: bokmål stands in', () => {
    const title = { nb: 'Vårt møte' };
    expect(wrong({ ...standard, title })).toEqual([]);
    expect([sayIn('nn', title), sayIn('nn', { ...title, nn: 'Møtet vårt' })]).toEqual(['Vårt møte', 'Møtet vårt']);
    expect(wrong({ ...standard, title: { nn: 'Møtet vårt' } })).toHaveLength(1);
  });

  test('that was made before there were points to remember, has none', () => {
    const { remember: _none, ...older } = first!;
    expect(Template.parse({ ...standard, phases: [older, ...standard.phases.slice(1)] }).phases[0]?.remember).toEqual(
      [],
    );
  });

  test('is told what is wrong by the place where it is', () => {
    const question = { ...third!.patient, question: { nb: '' } };
    const phases = [first, { ...second!, firstSpeaker: 'hospital' }, { ...third!, patient: question }];
    expect(wrong({ ...standard, phases, required: [] })[0]).toMatch(/^phases\[2\]\.patient\.question\.nb: /);
    expect(wrong({ ...standard, phases: phases.slice(0, 2), required: [] })).toEqual([
      "phases[1].firstSpeaker: The patient speaks first in the phase what-matters: it opens the patient's own words.",
    ]);
    expect(wrong(null)[0]).toMatch(/^template: /);
  });
});

/** Every text of a template, wherever it stands. */
function textsOf(part: unknown): { nb: string; nn?: string | undefined }[] {
  if (typeof part !== 'object' || part === null) return [];
  const text = TemplateText.safeParse(part);
  return text.success ? [text.data] : Object.values(part).flatMap(textsOf);
}
