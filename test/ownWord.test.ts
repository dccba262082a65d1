import { describe, expect, test } from 'vitest';
import { partsStanding } from '#lib/state/partsStanding.ts';
import { answersFor, lapsedPromises, ownTasks, ownWordIn, type SignatureView } from '#lib/state/signing.ts';
import { signersTold } from '#lib/state/signersTold.ts';
import { changedParts } from '#shared/agreement/fingerprint.ts';
import { hasLapsed, type Signature } from '#shared/agreement/signature.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { covering, edition, said } from './support/said.ts';
import { kari, line, mona } from './support/sitting.ts';
import { speechIn } from './support/speech.ts';

const viewed = (signatures: Signature[], now = edition()): SignatureView[] =>
  signatures.map((one) => ({
    ...one,
    lapsed: hasLapsed(one, now),
    touched: changedParts(one.fingerprints, now),
  }));
/** What the GP has said, as it stands now. */
const own = (signatures: Signature[], now = edition()) =>
  ownWordIn({ signatures: viewed(signatures, now), fingerprints: now }, signatures.at(-1)?.participant);
const yesTo = (...keys: Parameters<typeof covering>[1][]) =>
  said('gp', { sections: keys, fingerprints: covering(edition(), ...keys) });

describe('what one has said oneself', () => {
  test('is nothing before one has spoken, whatever others said', () => {
    expect(own([])).toBe(null);
    const others = { signatures: viewed([said('patient')]), fingerprints: edition() };
    expect(ownWordIn(others, said('gp').participant)).toBe(null);
  });

  test('is one word, part by part, however often one has spoken', () => {
    const objection = said('gp', { decision: 'object', sections: ['services'], reason: 'Nei.' });
    const word = own([said('gp'), objection]);
    expect([word?.standing.object, word?.standing.agree.length, word?.open]).toEqual([
      ['services'],
      SECTION_KEYS.length - 1,
      [],
    ]);
  });

  test('of some parts leaves the others open', () => {
    const word = own([yesTo('goals')]);
    expect([word?.standing.agree, word?.open.length]).toEqual([['goals'], SECTION_KEYS.length - 1]);
  });

  test('lapses in exactly the parts that were changed', () => {
    expect(own([said('gp')])?.lapsed).toBe(false);
    expect(own([said('gp')], edition({ needs: 1 }))).toMatchObject({ touched: ['needs'], lapsed: true });
    const renewed = said('gp', { sections: ['needs'], fingerprints: covering(edition({ needs: 1 }), 'needs') });
    expect(own([said('gp'), renewed], edition({ needs: 1 }))?.touched).toEqual([]);
  });

  test('is gone when it was said before parts had fingerprints', () => {
    expect(own([said('gp', { fingerprints: {} })])).toMatchObject({ touched: [], lapsed: true });
  });
});

describe('what one takes on', () => {
  const task = (id: string, owner: string) => ({
    ...{ id, section: 'treatment' as const, what: 'Trene', owner, organisation: '', due: null, when: '', takenBy: [] },
  });

  test('is one’s own, or one’s organisation’s', () => {
    const tasks = [task('1', 'Mona Hansen'), task('2', 'Line Fiktiv')];
    expect(ownTasks(tasks, mona, [kari, line, mona]).map(({ id }) => id)).toEqual(['1']);
    expect(ownTasks(tasks, null, [kari, line, mona])).toEqual([]);
  });

  test('is of the parts that the answer is about', () => {
    expect(answersFor({ decision: 'agree', sections: [] }, null, 'treatment')).toBe(true);
    expect(answersFor({ decision: 'agree', sections: ['goals'] }, null, 'treatment')).toBe(false);
    expect(answersFor({ decision: 'reserve', sections: ['goals'] }, null, 'treatment')).toBe(true);
    const doubter = own([said('gp', { decision: 'object', sections: ['treatment'], reason: 'Nei.' })]);
    expect(answersFor({ decision: 'reserve', sections: ['goals'] }, doubter, 'treatment')).toBe(false);
  });

  test('is remembered when the part was changed, and not while it stands', () => {
    const promise = { task: '1', section: 'treatment' as const, what: 'Trene' };
    const taken = said('gp', { commitments: [promise] });
    expect([...lapsedPromises(own([taken], edition({ treatment: 1 })))]).toEqual(['1']);
    expect([...lapsedPromises(own([taken], edition({ goals: 1 })))]).toEqual([]);
  });
});

describe('a part of the plan', () => {
  const standing = (signatures: Signature[], now = edition()) =>
    partsStanding({ signatures: viewed(signatures, now), fingerprints: now, written: ['needs'] }, speechIn());

  test('is listed with what each says of it, the patient first', () => {
    const objection = said('gp', { decision: 'object', sections: ['needs'], reason: 'Nei.' });
    const [needs, ...others] = standing([objection, said('patient')]);
    expect(others).toEqual([]);
    expect(needs?.said.map(({ role, decision, reason }) => [role, decision, reason])).toEqual([
      ['patient', 'agree', null],
      ['gp', 'object', 'Nei.'],
    ]);
    expect(needs?.counts).toEqual([
      { decision: 'agree', count: 1 },
      { decision: 'object', count: 1 },
    ]);
    const elsewhere = said('gp', { decision: 'object', sections: ['goals'], reason: 'Nei.' });
    expect(standing([elsewhere])[0]?.said, 'a yes to the rest has no reason').toMatchObject([{ reason: null }]);
    expect(needs?.fingerprint).toMatch(/^[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}$/);
  });

  test('in which nothing stands is listed only when somebody doubts it, or it was changed', () => {
    expect(standing([said('gp')]).map(({ key }) => key)).toEqual(['needs']);
    const doubt = said('gp', { decision: 'reserve', sections: ['goals'], reason: 'Mangler.' });
    expect(standing([doubt]).map(({ key }) => key)).toEqual(['needs', 'goals']);
    const [changed] = standing([said('gp')], edition({ story: 1 })).filter(({ key }) => key === 'story');
    expect(changed).toMatchObject({ lapsed: 1, counts: [], said: [{ lapsed: true }] });
  });
});

test('everybody has one place among the answers, with all that they said', () => {
  const signatures = viewed([said('gp'), said('patient'), yesTo('goals')], edition({ needs: 1 }));
  const [gp, patient] = signersTold(signatures, speechIn());
  expect(gp?.answers.map(({ parts, changed }) => [parts, changed])).toEqual([
    ['resten av planen', 'Behov'],
    ['Mine mål', ''],
  ]);
  expect(
    patient?.answers.map(({ parts }) => parts),
    'all that she said is about all',
  ).toEqual(['']);
});
