import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { hasLapsed } from '#shared/agreement/signature.ts';
import { Plan } from '#shared/plan/plan.ts';
import { aase } from '#server/demo/aase.ts';
import { createVersions } from '#server/agreement/versions.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { openStore } from './support/store.ts';

const versionsIn = async () => createVersions((await openStore()).db);

test('a version that was frozen before the registry grew is read still: what it could not say is blank', async () => {
  const versions = await versionsIn();
  const now = agreedVersion(aase.plan);
  const { promises: _, treatment, ...rest } = aase.plan;
  const older = treatment.map(({ medicalReason: _reason, organisation: _organisation, ...row }) => row);
  await versions.add({ ...now, plan: { ...rest, treatment: older } as unknown as Plan });
  const read = await versions.get(now.meeting.id, now.version);
  expect(Plan.parse(read.plan)).toEqual({
    ...aase.plan,
    promises: [],
    treatment: treatment.map((row) => ({ ...row, medicalReason: '', organisation: '' })),
  });
  expect(read.hash).toBe(now.hash);
});

test('a version of today is read as it was frozen', async () => {
  const versions = await versionsIn();
  const now = agreedVersion(aase.plan);
  await versions.add(now);
  expect(await versions.get(now.meeting.id, now.version)).toEqual(now);
});

test('a version that was frozen before parts had fingerprints: who signed it signed all of it, who signed another has lapsed', async () => {
  const { db } = await openStore();
  const versions = createVersions(db);
  const now = agreedVersion();
  const { fingerprints: _, authors: _authors, addenda: _addenda, refused: _refused, ...older } = now;
  const signatures = now.signatures.map(({ fingerprints: _, commitments: _commitments, ...signature }, at) =>
    at === 0 ? { ...signature, hash: 'e'.repeat(64) } : signature,
  );
  const body = JSON.stringify({ ...older, signatures });
  await sql`INSERT INTO versions (meeting, version, hash, body, agreed_at)
    VALUES (${now.meeting.id}, 1, ${now.hash}, ${body}, ${now.agreedAt})`.execute(db);
  const read = await versions.get(now.meeting.id, 1);
  expect(read.fingerprints).toEqual(now.fingerprints);
  expect(read.signatures.map((signature) => hasLapsed(signature, read.fingerprints))).toEqual([
    ...[true, false, false, false, false],
  ]);
  expect(read.signatures.every(({ commitments }) => commitments.length === 0)).toBe(true);
  expect(read.addenda).toEqual([]);
});

test('a version is read with what was added to it, and to it alone', async () => {
  const { db } = await openStore();
  const versions = createVersions(db);
  const [first, second] = [agreedVersion(), agreedVersion(undefined, { version: 2 })];
  for (const one of [first, second]) await versions.add(one);
  const { participant, name, role, organisation } = first.signatures[0]!;
  const addendum = { version: 2, hash: second.hash, participant, name, role, organisation, words: 'Ringt.', at: 7 };
  const meeting = first.meeting.id;
  await db
    .insertInto('addenda')
    .values({ meeting, version: 2, body: JSON.stringify(addendum) })
    .execute();
  expect((await versions.get(meeting, 1)).addenda).toEqual([]);
  expect(await versions.get(meeting, 2)).toEqual({ ...second, addenda: [addendum] });
});

test('what must go with a version is written with it or not at all', async () => {
  const versions = await versionsIn();
  const now = agreedVersion();
  const fails = versions.add(now, () => Promise.reject(new Error('no receiver')));
  await expect(fails).rejects.toThrow('no receiver');
  expect(await versions.of(now.meeting.id)).toEqual([]);
  await versions.add(now);
  expect(await versions.of(now.meeting.id)).toHaveLength(1);
});
