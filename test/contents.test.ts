import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Fingerprints } from '#shared/agreement/fingerprint.ts';
import { MeetingId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { aase } from '#server/demo/aase.ts';
import { createContents } from '#server/agreement/contents.ts';
import { fingerprintsOf } from '#server/agreement/freeze.ts';
import { openStore } from './support/store.ts';

const meeting = MeetingId.parse('aase-hjem-til-larvik-2026');
const other = MeetingId.parse('aase-hjem-til-larvik-2027');
const { plan } = aase;
const fingerprints = fingerprintsOf(plan) as Required<Fingerprints>;

test('what a part said when it was signed is found again by its fingerprint, in its meeting alone', async () => {
  const contents = createContents((await openStore()).db);
  const { goals, story } = fingerprints;
  await contents.keep(meeting, plan, { goals, story });
  expect(await contents.of(meeting, fingerprints)).toEqual({ goals: plan.goals, story: plan.story });
  expect(await contents.of(meeting, { needs: goals })).toEqual({});
  expect(await contents.of(other, fingerprints)).toEqual({});
  expect(await contents.of(meeting, {})).toEqual({});
});

test('the same words signed twice are kept once, in whatever order their fields come', async () => {
  const { db } = await openStore();
  const contents = createContents(db);
  const turned = {
    ...plan,
    goals: plan.goals.map((row) => Object.fromEntries(Object.entries(row).toReversed())),
  } as unknown as Plan;
  await contents.keep(meeting, plan, fingerprints);
  await contents.keep(meeting, turned, fingerprintsOf(turned));
  const rows = await db.selectFrom('contents').selectAll().execute();
  expect(rows).toHaveLength(Object.keys(fingerprints).length);
  for (const { hash, body } of rows) expect(createHash('sha256').update(body).digest('hex')).toBe(hash);
});

test('a part that was signed before the registry grew is read as it is now', async () => {
  const contents = createContents((await openStore()).db);
  const treatment = plan.treatment.map(({ medicalReason: _, ...row }) => row);
  const older = { ...plan, treatment } as unknown as Plan;
  const { treatment: hash } = fingerprintsOf(older) as Required<Fingerprints>;
  await contents.keep(meeting, older, { treatment: hash });
  expect(await contents.of(meeting, { treatment: hash })).toEqual({
    treatment: plan.treatment.map((row) => ({ ...row, medicalReason: '' })),
  });
});
