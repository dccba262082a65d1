import { expect, test } from 'vitest';
import { fingerprintsOf, hashOf, sealOf } from '#server/agreement/freeze.ts';
import { aase } from '#server/demo/aase.ts';
import { blankPlan } from '#shared/plan/plan.ts';
import { HOSTILE } from './support/hostile.ts';

test.each([
  ['Åse’s plan', aase.plan],
  ['an empty one', blankPlan()],
  ['one that says what no text should', { ...blankPlan(), needs: Object.values(HOSTILE).join('\n') }],
])('the whole and its parts, made at once, are what each is by itself: %s', (_, plan) => {
  expect(sealOf(plan)).toEqual({ hash: hashOf(plan), fingerprints: fingerprintsOf(plan) });
});
