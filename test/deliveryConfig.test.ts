import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError, readConfig } from '#server/config.ts';

const LARVIK = {
  ...{ id: 'larvik', name: 'Larvik kommune', party: 'municipality', organisations: ['Larvik kommune'] },
  ...{ way: 'mhd', url: 'https://fhir.larvik.example/fhir' },
};

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};
const listed = (...receivers: unknown[]) => ({ FHIR_RECEIVERS: JSON.stringify(receivers) });

async function file(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'receivers-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

describe('the receivers of agreed versions', () => {
  test('are nobody, unless the environment names them', () => {
    expect(readConfig({ FHIR_RECEIVERS: '' }).delivery).toEqual({ receivers: [], source: null, patienceMs: 30_000 });
  });

  test('are read from the environment, or from a file; a token from a file of its own', async () => {
    const tokenFile = await file('token', 'hemmelig-12\n');
    const larvik = { ...LARVIK, absentees: false, network: 'public', token: 'hemmelig-12' };
    const { delivery } = readConfig({
      ...{ ...listed({ ...LARVIK, tokenFile }), FHIR_SOURCE_OID: '2.16.578.1.34', FHIR_TIMEOUT_SECONDS: '5' },
    });
    expect(delivery).toEqual({ receivers: [larvik], source: 'urn:oid:2.16.578.1.34', patienceMs: 5000 });
    const FHIR_RECEIVERS_FILE = await file('receivers.json', JSON.stringify([{ ...LARVIK, token: 'hemmelig-12' }]));
    expect(readConfig({ FHIR_RECEIVERS_FILE }).delivery.receivers).toEqual([larvik]);
  });

  test.each([
    'http://127.0.0.1:8080/fhir',
    'http://localhost/fhir',
    'http://[::1]/',
    'http://0x7f.1/',
    'https://localhost/',
  ])('may be on this machine in a demo, and only there: %s', (url) => {
    expect(readConfig(listed({ ...LARVIK, url })).delivery.receivers[0]?.network).toBe('loopback');
    const production = { NODE_ENV: 'production', SESSION_SECRET: 's'.repeat(32), PUBLIC_URL: 'https://mote.example' };
    expect(problemsOf({ ...production, ...listed({ ...LARVIK, url }) })).toContainEqual(
      expect.stringMatching(/^FHIR_RECEIVERS\.0\.url: is this machine/),
    );
  });

  test('are told everything that is wrong at once, by where it stands, and never the value', async () => {
    const problems = problemsOf({
      ...listed(
        { ...LARVIK, url: 'http://fhir.hemmelig.example/', way: 'hemmelig', hemmelig2: 'hemmelig' },
        { ...LARVIK, id: 'Hemmelig!', organisations: [], party: 'hemmelig' },
        { ...LARVIK, url: 'https://hemmelig:hemmelig@x.example/', token: 'hem melig\r\nX: y' },
        { ...LARVIK, tokenFile: '/does/not/exist/hemmelig' },
        { ...LARVIK, token: 'hemmelig', tokenFile: await file('token', 'hemmelig') },
        'hemmelig',
      ),
      FHIR_SOURCE_OID: 'hemmelig',
      FHIR_TIMEOUT_SECONDS: 'hemmelig',
      LOG_LEVEL: 'hemmelig',
    });
    expect([...new Set(problems.map((problem) => problem.split(':')[0]))]).toEqual([
      ...['FHIR_RECEIVERS.0.way', 'FHIR_RECEIVERS.0.url', 'FHIR_RECEIVERS.0'],
      ...['FHIR_RECEIVERS.1.id', 'FHIR_RECEIVERS.1.party', 'FHIR_RECEIVERS.1.organisations'],
      ...['FHIR_RECEIVERS.2.url', 'FHIR_RECEIVERS.2.token', 'FHIR_RECEIVERS.3.tokenFile', 'FHIR_RECEIVERS.4.tokenFile'],
      ...['FHIR_RECEIVERS.5', 'FHIR_SOURCE_OID', 'FHIR_TIMEOUT_SECONDS', 'LOG_LEVEL'],
    ]);
    expect(problems.join('\n')).not.toMatch(/hemmelig|hem melig/i);
  });

  test.each<[string, Record<string, string>, string]>([
    ['what is no JSON', { FHIR_RECEIVERS: '[{hemmelig' }, 'FHIR_RECEIVERS: is not JSON'],
    [
      'what is no list',
      { FHIR_RECEIVERS: '{"hemmelig":1}' },
      'FHIR_RECEIVERS: Invalid input: expected array, received object',
    ],
    ['a file that is not there', { FHIR_RECEIVERS_FILE: '/hemmelig' }, 'FHIR_RECEIVERS_FILE: cannot be read'],
    ['two of one name', listed(LARVIK, LARVIK), 'FHIR_RECEIVERS.1.id: stands there twice'],
  ])('are not %s', (_, environment, problem) => {
    expect(problemsOf(environment)).toEqual([problem]);
  });

  test('stand in one place', async () => {
    const FHIR_RECEIVERS_FILE = await file('receivers.json', JSON.stringify([LARVIK]));
    expect(problemsOf({ ...listed(LARVIK), FHIR_RECEIVERS_FILE })).toEqual([
      'FHIR_RECEIVERS_FILE: give this or FHIR_RECEIVERS',
    ]);
  });
});
