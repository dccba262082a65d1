import { describe, expect, test } from 'vitest';
import { missingGroups, sectionsInPlace } from '#lib/state/missing.ts';
import { Speech } from '#lib/state/words.svelte.ts';
import { blankPlan } from '#shared/plan/plan.ts';
import { missingIn } from '#shared/plan/readiness.ts';
import type { Template } from '#shared/meeting/template.ts';
import type { Role } from '#shared/roles.ts';

const speech = new Speech();
const EVERYBODY: readonly Role[] = ['hospital', 'municipality', 'gp', 'patient', 'kin'];
const required = ['story', 'needs', 'services', 'warnings', 'kin', 'questions'] as const;
const template = { required: [...required] } as unknown as Template;
const kari = { role: 'hospital', profession: 'nurse' } as const;

const plan = {
  ...blankPlan(),
  services: [
    { id: 's', kind: null, extent: '', status: null, decision: '', start: null, contact: '', note: '' },
  ] as never,
  questions: [{ id: 'q', question: 'Kan jeg bade?' }],
};
const missing = missingIn(plan, required, EVERYBODY);
const groups = missingGroups(missing, kari, speech);
const titled = (title: string) => groups.find((group) => group.title === title)?.lines.map(({ advice }) => advice);

describe('what is missing', () => {
  test('stands under whoever can mend it, one’s own first', () => {
    expect(groups[0]?.mine).toBe(true);
    expect(groups[0]?.lines.map((line) => line.section)).toEqual(['story', 'needs', 'questions.answers']);
    expect(groups.slice(1).map(({ title }) => title)).toEqual(['Kommunen', 'Sykehuset eller fastlegen', 'Pårørende']);
  });

  test('says in words which fields are wanted', () => {
    expect(titled('Kommunen')).toEqual(['et punkt mangler «Tjeneste» og «Status»']);
    expect(titled('Sykehuset eller fastlegen')).toEqual(['mangler sone gul', 'mangler sone rød']);
    expect(titled('Pårørende')?.[0]).toMatch(/^mangler «Dette kan jeg», .* eller /);
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
});
