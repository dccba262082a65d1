import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '#server/config.ts';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('the environment', () => {
  test('may be empty: then the house is a demo at port 3000 of this machine alone', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', dataDir: 'data', demo: true });
    expect(readConfig({ PORT: '', PUBLIC_URL: '' })).toEqual(readConfig({}));
  });

  test('is told everything that is wrong at once, and never the value', () => {
    const problems = problemsOf({
      PORT: '99999',
      PUBLIC_URL: 'ftp://x',
      SESSION_SECRET: 'hemmelig',
      LOG_LEVEL: 'loud',
    });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'SESSION_SECRET',
      'LOG_LEVEL',
    ]);
    expect(problems.join()).not.toContain('hemmelig');
  });

  test('production does not start without a sign-in provider, a secret and a public address', () => {
    const names = problemsOf({ NODE_ENV: 'production' }).map((problem) => problem.split(':')[0]);
    expect(names).toEqual(['OIDC_ISSUER', 'SESSION_SECRET', 'PUBLIC_URL']);
  });

  test('asks for nothing that is not built: it says so', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://x' })[0]).toMatch(/not built/);
  });
});
