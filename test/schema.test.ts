import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { agreedPlanSchema, jsonOf } from '#server/export/json.ts';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { agreedVersion, emptyVersion } from './support/agreedVersion.ts';
import { CASES } from './support/cases/index.ts';
import { Guest } from './support/guest.ts';
import { agree, writtenMeeting } from './support/held.ts';
import { runHouse } from './support/house.ts';
import { HOSTILE } from './support/hostile.ts';
import { filledPlan } from './support/planWords.ts';

const ADDRESS = '/api/schemas/agreed-plan';

/** What another program has against `value`, by the schema that we publish. */
const judge = new Ajv({ allErrors: true }).compile(agreedPlanSchema());
function faultsOf(value: unknown): string[] {
  return judge(value) ? [] : (judge.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
}

type Json = Record<string, unknown>;
const whole = () => JSON.parse(jsonOf(agreedVersion())) as Json & { plan: Json; meeting: Json };

const versions = {
  'Åse’s plan': agreedVersion(),
  'a plan in which nothing stands': emptyVersion(),
  'a plan in which everything stands': agreedVersion(filledPlan((place) => `ord fra ${place}`)),
  ...Object.fromEntries(Object.entries(HOSTILE).map(([name, words]) => [name, agreedVersion(filledPlan(() => words))])),
  ...Object.fromEntries(CASES.map(({ name, version }) => [name, version])),
};

test.each(Object.entries(versions))('%s, as JSON, fits the schema', (_, version) => {
  expect(faultsOf(JSON.parse(jsonOf(version)))).toEqual([]);
});

/** What is wrong in a file that says it is an agreed plan. */
const WRONG: Record<string, (file: ReturnType<typeof whole>) => void> = {
  'a member that nobody knows': (file) => (file['more'] = 1),
  'a part that nobody knows': (file) => (file.plan['more'] = ''),
  'no hash': (file) => delete file['hash'],
  'a hash that is none': (file) => (file['hash'] = 'A'.repeat(64)),
  'another format': (file) => (file['format'] = 'agreed-plan/2'),
  'version 0': (file) => (file['version'] = 0),
  'a part that is missing': (file) => delete file.plan['services'],
  'a text where rows are': (file) => (file.plan['goals'] = 'Gå til postkassen'),
  'a row without an id': (file) => delete (file.plan['goals'] as Json[])[0]?.['id'],
  'a score of 11': (file) => Object.assign((file.plan['goals'] as Json[])[0] ?? {}, { scoreNow: 11 }),
  'a status that no service has': (file) =>
    Object.assign((file.plan['services'] as Json[])[0] ?? {}, { status: 'yes' }),
  'a day that no month has': (file) => Object.assign((file.plan['followup'] as Json[])[0] ?? {}, { on: '2026-13-01' }),
  'a role that nobody has': (file) => (file['sendTo'] = ['police']),
  'a fingerprint of what is no part': (file) => Object.assign(file['fingerprints'] as Json, { more: 'a'.repeat(64) }),
  'a meeting without its template': (file) => delete file.meeting['template'],
};

test.each(Object.entries(WRONG))('%s is refused by the schema, as by ourselves', (_, spoil) => {
  const file = whole();
  expect(faultsOf(file)).toEqual([]);
  spoil(file);
  expect(AgreedVersion.safeParse(file).success).toBe(false);
  expect(faultsOf(file)).not.toEqual([]);
});

describe('the schema', () => {
  test('promises every member that we write', () => {
    expect(agreedPlanSchema()['required']).toEqual(expect.arrayContaining(Object.keys(whole())));
    expect(Object.keys(whole())).toContain('fingerprints');
  });

  test('is there for anyone, by its own name and type', async () => {
    const { url } = await runHouse();
    const came = await new Guest(url).get(ADDRESS);
    expect(came.status).toBe(200);
    expect(came.headers.get('content-type')).toMatch(/^application\/schema\+json/);
    expect(came.headers.get('cache-control')).toContain('public');
    expect(came.body['$id']).toMatch(/^https:/);
    expect(came.body['$schema']).toBe('http://json-schema.org/draft-07/schema#');
    expect(came.body).toEqual(JSON.parse(JSON.stringify(agreedPlanSchema())));
  });

  test('is what an export as JSON says that it is described by, and no other export does', async () => {
    const { people, meeting } = await writtenMeeting();
    await agree(people, meeting);
    const exported = (format: string) => people.kari.get(`/api/meetings/${meeting}/versions/1/export?format=${format}`);
    const file = await exported('json');
    expect(file.headers.get('link')).toBe(`<${ADDRESS}>; rel="describedby"; type="application/schema+json"`);
    expect(faultsOf(file.body)).toEqual([]);
    expect((await exported('text')).headers.get('link')).toBeNull();
  });
});
