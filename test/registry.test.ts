import { describe, expect, test } from 'vitest';
import { blankPlan, Plan } from '#shared/plan/plan.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import { JOURNAL_ORDER, SECTION_KEYS, section, sections, type SectionKey } from '#shared/plan/sections.ts';
import { ROLES } from '#shared/roles.ts';

/** The keys that outside checks and other systems know. */
const KEYS = [
  ...[
    'story',
    'goals',
    'situation',
    'clarifications',
    'function',
    'function.before',
    'function.now',
    'function.expected',
  ],
  ...['needs', 'services', 'medications', 'treatment', 'treatment.own', 'warnings', 'warnings.own', 'intensity'],
  ...['training', 'kin', 'coordination', 'followup', 'departure', 'departure.receipt', 'conversation'],
  ...['conversation.confirmed', 'questions', 'questions.answers', 'disagreements', 'checklist', 'minutes'],
];

describe('the registry', () => {
  test('has every section and part of the meeting', () => {
    expect(SECTION_KEYS).toEqual(expect.arrayContaining(KEYS));
  });

  test('lets only the municipality write services, and nobody but kin what kin can do', () => {
    expect(ROLES.filter((role) => mayWrite({ role }, 'services'))).toEqual(['municipality']);
    expect(ROLES.filter((role) => mayWrite({ role }, 'kin'))).toEqual(['kin']);
    expect(mayWrite({ role: 'hospital', profession: 'nurse' }, 'clarifications')).toBe(false);
    expect(mayWrite({ role: 'hospital', profession: 'doctor' }, 'clarifications')).toBe(true);
    expect(mayWrite({ role: 'municipality', profession: 'doctor' }, 'clarifications')).toBe(false);
  });

  test('gives the interpreter nothing to write', () => {
    expect(SECTION_KEYS.filter((key) => mayWrite({ role: 'interpreter' }, key))).toEqual([]);
  });

  test('gives every part writers, a heading and a place of its own in the journal', () => {
    for (const key of SECTION_KEYS) {
      expect(section(key).writers.length, key).toBeGreaterThan(0);
      expect(section(key).heading.nb, key).not.toBe('');
    }
    expect(new Set(SECTION_KEYS.map((key) => sections[key].order)).size).toBe(SECTION_KEYS.length);
    expect(JOURNAL_ORDER).toHaveLength(SECTION_KEYS.length);
  });

  test('names only fields that exist in what it requires', () => {
    const named = (key: SectionKey) =>
      section(key).required.flatMap((rule) =>
        'fields' in rule ? rule.fields.flat() : 'field' in rule ? [rule.field] : [],
      );
    for (const key of SECTION_KEYS) {
      const part = section(key);
      for (const field of named(key))
        expect(part.kind === 'text' ? [] : Object.keys(part.fields), key).toContain(field);
    }
  });

  test('makes a plan that its own shape accepts, and refuses one with a stranger in it', () => {
    expect(Plan.safeParse(blankPlan()).success).toBe(true);
    expect(Plan.safeParse({ ...blankPlan(), secret: 'x' }).success).toBe(false);
    expect(Plan.safeParse({ ...blankPlan(), story: 7 }).success).toBe(false);
  });
});
