import { expect, test } from 'vitest';
import { writableBy } from '#lib/state/missing.ts';
import { chaptersOf } from '#lib/state/chapters.ts';
import { withPromises } from '#shared/meeting/followUp.ts';
import { sectionsOf } from '#shared/meeting/template.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { readTemplates } from '#server/meeting/templates.ts';

const first = readTemplates().get('frail-elderly');
const next = withPromises(first, '25.11.');
const inPlan = (template: typeof first) => chaptersOf(template).flatMap(({ sections }) => sections);

test('what was promised belongs to a meeting that goes on from another, and to no other', () => {
  expect(sectionsOf(first)).toEqual(SECTION_KEYS.filter((key) => key !== 'promises'));
  expect(sectionsOf(next)).toEqual(SECTION_KEYS);
  expect(inPlan(first)).not.toContain('promises');
  expect(inPlan(next)[0]).toBe('promises');
  expect(writableBy({ role: 'patient' }, first)).not.toContain('promises');
  expect(writableBy({ role: 'patient' }, next)).toContain('promises');
});
