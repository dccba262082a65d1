import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Plan } from '#shared/plan/plan.ts';
import { aase } from '#server/demo/aase.ts';
import { createVersions } from '#server/agreement/versions.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import { agreedVersion } from './support/agreedVersion.ts';

async function versionsIn() {
  const folder = await mkdtemp(join(tmpdir(), 'versions-'));
  const db = await openSqlite(folder);
  onTestFinished(async () => {
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  });
  return createVersions(db);
}

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
