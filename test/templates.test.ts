import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { patientSections } from '#lib/state/patientSections.ts';
import { minutesOf, Template } from '#shared/meeting/template.ts';
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

describe.each(templates)('the template $id', (template) => {
  test('has a place for agreement, and shows everything that it requires', () => {
    expect(template.phases.filter(({ then }) => then === 'agree')).toHaveLength(1);
    const shown = new Set(template.phases.flatMap((phase) => phase.sections));
    expect(template.required.filter((key) => !shown.has(key))).toEqual([]);
  });

  test('gives the patient nothing to write that the patient may not write, and hides nothing', () => {
    for (const phase of template.phases) {
      const { own, others, more } = patientSections(phase);
      expect(own.filter((key) => !mayWrite({ role: 'patient' }, key))).toEqual([]);
      expect(phase.sections.filter((key) => ![...own, ...others, ...more].includes(key))).toEqual([]);
    }
  });
});
