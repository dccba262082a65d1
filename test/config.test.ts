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

  test('says how many days a meeting is kept, thirty where it does not, and never none', () => {
    expect(readConfig({}).keepDays).toBe(30);
    expect(readConfig({ KEEP_DAYS: '' }).keepDays).toBe(30);
    expect(readConfig({ KEEP_DAYS: '90' }).keepDays).toBe(90);
    for (const wrong of ['0', '-1', '1.5', 'long', '99999'])
      expect(problemsOf({ KEEP_DAYS: wrong }), wrong).toEqual([expect.stringMatching(/^KEEP_DAYS: /)]);
  });

  test('says where mail is handed in: with or without TLS from the start, with or without a password', () => {
    const mailOf = (environment: Record<string, string>) => readConfig(environment).mail;
    expect(mailOf({})).toBeNull();
    expect(mailOf({ SMTP_URL: 'smtp://post.example.no' })).toEqual({
      ...{ host: 'post.example.no', port: 587, secure: false, user: null, from: 'mote@localhost' },
    });
    expect(mailOf({ SMTP_URL: 'smtps://hus:p%2Fs%25@post.example.no', MAIL_FROM: 'hus@example.no' })).toEqual({
      ...{ host: 'post.example.no', port: 465, secure: true },
      ...{ user: { name: 'hus', password: 'p/s%' }, from: 'hus@example.no' },
    });
    expect(mailOf({ SMTP_URL: 'smtp://[::1]:2525' })).toMatchObject({ host: '::1', port: 2525 });
  });

  test('says whom mail is from: as told, else who signs in with an address, else the house', () => {
    const [SMTP_URL, PUBLIC_URL] = ['smtps://hus:hemmelig@post.example.no', 'https://mote.example.no'];
    const from = (environment: Record<string, string>) => readConfig({ SMTP_URL, ...environment }).mail?.from;
    expect(from({ PUBLIC_URL, MAIL_FROM: 'post@example.no' })).toBe('post@example.no');
    expect(from({ PUBLIC_URL, SMTP_URL: 'smtps://hus%40example.no:hemmelig@post.example.no' })).toBe('hus@example.no');
    expect(from({ PUBLIC_URL })).toBe('mote@mote.example.no');
    expect(from({})).toBe('mote@localhost');
  });

  test.each(['http://hemmelig@x', 'smtp:x', 'smtp://x/y', 'smtp://x?tls=hemmelig', 'smtp://u:hemmelig%ff@x', 'x'])(
    'takes no mail server that it would half understand, and does not repeat it: %s',
    (SMTP_URL) => {
      expect(problemsOf({ SMTP_URL })).toEqual([expect.stringMatching(/^SMTP_URL: /)]);
      expect(problemsOf({ SMTP_URL }).join()).not.toContain('hemmelig');
    },
  );

  test('takes no sender that is no address', () => {
    expect(problemsOf({ MAIL_FROM: 'Huset <hus@example.no>' })).toEqual([expect.stringMatching(/^MAIL_FROM: /)]);
  });

  test('asks for nothing that is not built: it says so', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://x' })[0]).toMatch(/not built/);
  });
});
