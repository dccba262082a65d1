import { describe, expect, test } from 'vitest';
import { changedParts, shortly } from '#shared/agreement/fingerprint.ts';
import { hasLapsed, SignatureInput, type Signature } from '#shared/agreement/signature.ts';
import { countingSignatures, heldSignatures, partiesMissing, wordsIn } from '#shared/agreement/standing.ts';
import { Hash } from '#shared/ids.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import { covering, edition, said } from './support/said.ts';

const wordOf = (signatures: Signature[], key: SectionKey) =>
  [...wordsIn(signatures).values()].map((words) => words.get(key)?.decision ?? null);
const NOBODY_MORE = { joined: [], withoutPatient: false };
const reservation = (key: SectionKey, more: Partial<Signature> = {}) =>
  said('gp', { decision: 'reserve', sections: [key], reason: 'Jeg må se på det.', ...more });
const objection = (key: SectionKey, more: Partial<Signature> = {}) =>
  said('gp', { decision: 'object', sections: [key], reason: 'Det går ikke.', ...more });

describe('a fingerprint', () => {
  test('is read in groups of four, and says which parts became another', () => {
    expect(shortly(Hash.parse(`5f2c19aa03b7${'0'.repeat(52)}`))).toBe('5f2c 19aa 03b7');
    expect(changedParts(edition(), edition({ goals: 1, story: 2 }))).toEqual(['story', 'goals']);
    expect(changedParts(covering(edition(), 'goals'), edition({ goals: 1, story: 2 }))).toEqual(['goals']);
    expect(changedParts(edition(), edition())).toEqual([]);
  });
});

describe('the word of somebody', () => {
  test('without parts is about every part, and a newer one takes its place', () => {
    const all = [said('gp'), said('gp', { decision: 'object', reason: 'Nei.' })];
    expect(SECTION_KEYS.every((key) => wordOf(all, key)[0] === 'object')).toBe(true);
    expect(heldSignatures(all)).toEqual([all[1]]);
  });

  test('says yes to the parts it names, and nothing of the others', () => {
    const some = [said('gp', { sections: ['goals'], fingerprints: covering(edition(), 'goals') })];
    expect([wordOf(some, 'goals'), wordOf(some, 'story')]).toEqual([['agree'], [null]]);
  });

  test('that reserves one part is a yes to the rest', () => {
    expect(wordOf([reservation('medications')], 'medications')).toEqual(['reserve']);
    expect(wordOf([reservation('medications')], 'goals')).toEqual(['agree']);
  });

  test('renews with a reservation to one part the yes to another that was changed', () => {
    const now = edition({ goals: 1 });
    const all = [said('gp'), reservation('medications', { fingerprints: now })];
    expect(countingSignatures(all, now).at(-1)?.fingerprints.goals).toBe(now.goals);
    expect(countingSignatures(all, now)[0]?.fingerprints.story, 'what stands still is not given anew').toBe(now.story);
  });

  test.each([['standing', edition()] as const, ['lapsed', edition({ services: 1 })] as const])(
    'of doubt that is %s does not become a yes because of a doubt about another part',
    (_, now) => {
      const all = [objection('services'), reservation('medications', { fingerprints: now })];
      expect(wordOf(all, 'services')).toEqual(['object']);
      const answered = [...all, said('gp', { sections: ['services'], fingerprints: covering(now, 'services') })];
      expect(wordOf(answered, 'services'), 'a word on the part itself is one').toEqual(['agree']);
      expect(wordOf(answered, 'medications')).toEqual(['reserve']);
    },
  );
});

describe('a change', () => {
  test('lapses exactly the words that it touches', () => {
    const [whole, other] = [said('hospital'), said('municipality', { sections: ['story'] })];
    const now = edition({ goals: 1 });
    const left = countingSignatures([whole, { ...other, fingerprints: covering(edition(), 'story') }], now);
    expect(left.map(({ name, fingerprints }) => [name, Object.keys(fingerprints).length])).toEqual([
      ['hospital', SECTION_KEYS.length - 1],
      ['municipality', 1],
    ]);
    expect(left[0]?.fingerprints.goals).toBeUndefined();
    expect([hasLapsed(whole, now), hasLapsed(whole, edition())]).toEqual([true, false]);
  });

  test('does not lapse an objection to another part, and ends one to its own; the yes to the rest is left', () => {
    const objected = objection('services');
    expect(hasLapsed(objected, edition({ goals: 1 }))).toBe(false);
    expect(hasLapsed(objected, edition({ services: 1 }))).toBe(true);
    expect(countingSignatures([objected], edition({ goals: 1 }))[0]).toMatchObject({
      ...{ decision: 'object', sections: ['services'], reason: 'Det går ikke.' },
    });
    expect(countingSignatures([objected], edition({ services: 1 }))[0]).toMatchObject({
      ...{ decision: 'agree', sections: [], reason: null },
    });
  });

  test('that is renewed no longer marks the first word', () => {
    const now = edition({ goals: 1 });
    const all = [said('gp'), said('gp', { sections: ['goals'], fingerprints: covering(now, 'goals') })];
    expect(heldSignatures(all).map((one) => hasLapsed(one, now))).toEqual([false, false]);
    expect(heldSignatures(all.slice(0, 1)).map((one) => hasLapsed(one, now))).toEqual([true]);
  });

  test('takes away what was promised in the part, and a newer word on the part does too; no other', () => {
    const commitments = (['services', 'followup'] as const).map((section) => ({ task: section, section, what: 'Noe' }));
    const promised = said('municipality', { commitments });
    const left = (all: Signature[], now = edition()) =>
      countingSignatures(all, now).flatMap((one) => one.commitments.map(({ task }) => task));
    expect(left([promised])).toEqual(['services', 'followup']);
    expect(left([promised], edition({ followup: 1 }))).toEqual(['services']);
    const against = said('municipality', { decision: 'object', sections: ['services'], reason: 'Nei.' });
    expect(left([promised, against])).toEqual(['followup']);
    const [first, second] = [
      { ...promised, commitments: commitments.slice(0, 1) },
      { ...against, commitments },
    ];
    expect(left([first, second]), 'what is taken on beside a doubt is taken on').toEqual(['services', 'followup']);
  });
});

describe('the parties', () => {
  test('that must have spoken are three, the GP when the GP has joined, and never kin', () => {
    expect(partiesMissing([], edition(), NOBODY_MORE)).toEqual(['hospital', 'municipality', 'patient']);
    expect(partiesMissing([], edition(), { joined: ['gp', 'kin'], withoutPatient: true })).toEqual([
      ...['hospital', 'municipality', 'gp'],
    ]);
    const all = [said('hospital'), said('municipality'), said('patient')];
    expect(partiesMissing(all, edition(), NOBODY_MORE)).toEqual([]);
  });

  test('speak for themselves together, part by part; whoever objects has spoken', () => {
    const now = edition({ goals: 1 });
    const all = [said('hospital'), said('municipality'), said('patient', { decision: 'object', reason: 'Nei.' })];
    expect(partiesMissing(all, now, NOBODY_MORE)).toEqual(['hospital', 'municipality', 'patient']);
    const renewed = (['municipality', 'patient'] as const).map((role) =>
      said(role, { sections: ['goals'], fingerprints: covering(now, 'goals') }),
    );
    const colleague = said('hospital', { sections: ['goals'], fingerprints: covering(now, 'goals') }, 'nurse');
    expect(partiesMissing([...all, ...renewed], now, NOBODY_MORE)).toEqual(['hospital']);
    expect(partiesMissing([...all, ...renewed, colleague], now, NOBODY_MORE)).toEqual([]);
  });

  test('have not spoken of a part that came after they signed', () => {
    const { promises: _, ...older } = edition();
    expect(partiesMissing([said('hospital', { fingerprints: older })], edition(), NOBODY_MORE)).toContain('hospital');
  });
});

describe('a signature of before', () => {
  test('that does not say what it covers has lapsed, is shown until there is a newer one, and counts for nothing', () => {
    const old = said('gp', { fingerprints: {} });
    expect(hasLapsed(old, edition())).toBe(true);
    expect(heldSignatures([old])).toEqual([old]);
    expect(countingSignatures([old], edition())).toEqual([]);
    const newer = said('gp');
    expect(heldSignatures([old, newer])).toEqual([newer]);
  });
});

test('an objection says why', () => {
  const input = { hash: 'a'.repeat(64), decision: 'object' };
  expect(SignatureInput.safeParse(input).success).toBe(false);
  expect(SignatureInput.safeParse({ ...input, reason: '  ' }).success).toBe(false);
  expect(SignatureInput.safeParse({ ...input, reason: 'Natt er ikke avklart.' }).success).toBe(true);
  expect(SignatureInput.safeParse({ ...input, decision: 'reserve' }).success).toBe(true);
});
