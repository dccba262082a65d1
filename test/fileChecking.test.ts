import { describe, expect, test } from 'vitest';
import type { Verified, Verifying } from '#shared/agreement/verification.ts';
import { AppError } from '#shared/errors.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { FileChecking, type Finding, type HeldFile } from '#lib/state/fileChecking.svelte.ts';
import { fileTold } from '#lib/state/fileTold.ts';
import { fingerprintOf } from '#lib/state/fingerprint.ts';
import { hashesIn } from '#lib/state/hashesIn.ts';
import { speechIn } from './support/speech.ts';

const PLAN = 'a1'.repeat(32);
const OTHER = 'b2'.repeat(32);
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;
const file = (name: string, text: string): HeldFile => ({
  ...{ name, size: text.length },
  arrayBuffer: () => Promise.resolve(bytesOf(text)),
});

/** Somebody who checks files with a server that answers `found`. */
function checking(found: (held: Verifying) => Promise<Verified> = () => Promise.resolve({ kind: 'unknown' })) {
  const asked: Verifying[] = [];
  const made = new FileChecking({
    fingerprint: fingerprintOf,
    verify(held) {
      asked.push(held);
      return found(held);
    },
  });
  return { made, asked, found: () => made.checks.map((one) => one.found?.kind) };
}

describe('a file that somebody checks', () => {
  test('stays where it is: fingerprints alone are sent', async () => {
    const { made, asked } = checking();
    await made.check([file('plan.txt', `Fingeravtrykk: ${PLAN}\nHofte`)]);
    const print = await fingerprintOf(bytesOf(`Fingeravtrykk: ${PLAN}\nHofte`));
    expect(asked).toEqual([{ file: print, plans: [PLAN] }]);
    expect(await fingerprintOf(bytesOf('')), 'SHA-256').toMatch(/^e3b0c44298fc1c149afb/);
  });

  test('is checked after the one before it, and the latest stands first', async () => {
    const { made, asked, found } = checking();
    const first = made.check([file('en', '1'), file('to', '2')]);
    const second = made.check([file('tre', '3')]);
    expect(made.checks.map(({ name }) => name)).toEqual(['tre', 'to', 'en']);
    expect(found()).toEqual([undefined, undefined, undefined]);
    await Promise.all([first, second]);
    expect(found()).toEqual(['unknown', 'unknown', 'unknown']);
    expect(asked.map(({ file: print }) => print)).toEqual(
      await Promise.all(['1', '2', '3'].map((text) => fingerprintOf(bytesOf(text)))),
    );
  });

  test('that cannot be read, or is far too large, or is not answered about, does not keep others from being checked', async () => {
    const { made, asked, found } = checking(() =>
      asked.length === 1 ? Promise.reject(new AppError('too-many', 'wait')) : Promise.resolve({ kind: 'unknown' }),
    );
    await made.check([
      { ...file('mappe', ''), arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) },
      { ...file('film', ''), size: 3_000_000_000 },
      ...[file('en', '1'), file('to', '2')],
    ]);
    expect(found().toReversed()).toEqual(['unreadable', 'tooLarge', 'failed', 'unknown']);
    expect(asked).toHaveLength(2);
  });
});

describe('the fingerprints that a file says it has', () => {
  test('are found in any kind of file, each once, in its order', () => {
    const hashes = (text: string) => hashesIn(bytesOf(text));
    expect(hashes(`{"hash": "${PLAN}", "fingerprints": {"story": "${OTHER}", "goals": "${PLAN}"}}`)).toEqual([
      ...[PLAN, OTHER],
    ]);
    expect(hashes(`%PDF-1.7 \u0000\u00ff /Keywords (${PLAN})`)).toEqual([PLAN]);
    expect(hashes(`${PLAN}0 0${PLAN} ${PLAN.slice(1)}`), 'longer or shorter is none').toEqual([]);
    expect(hashes('')).toEqual([]);
    const many = Array.from({ length: 50 }, (_, at) => at.toString(16).padStart(64, '0'));
    expect(hashes(many.join(' '))).toEqual(many.slice(0, 40));
  });
});

describe('what is told of a file', () => {
  const agreedAt = Date.UTC(2026, 10, 25, 13, 2);
  const about = { version: 2, agreedAt, newest: true };
  const all: Finding[] = [
    { kind: 'unchanged', ...about, format: 'pdf' },
    { kind: 'unchanged', ...about, format: 'text', newest: false },
    { kind: 'changed', ...about, newest: null },
    ...[{ kind: 'unknown' } as const, { kind: 'tooLarge' } as const, { kind: 'unreadable' } as const],
    { kind: 'failed', code: 'too-many' },
  ];

  test.each(LANGUAGES)('is something else for each answer: %s', (language) => {
    const told = all.map((found) => fileTold(found, speechIn(language)));
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(all.length);
    for (const { title, lines } of told) expect([title, ...lines].join(), title).not.toMatch(/undefined|null|^,/);
  });

  test('names the version and when it was agreed, and whether there is a newer one', () => {
    const { verify } = speechIn('nb').asideWords;
    const [whole, older, changed] = all.map((found) => fileTold(found, speechIn('nb')));
    expect(whole?.lines[0]).toContain('versjon 2 av planen, avtalt onsdag 25. november 2026 kl. 14.02.');
    expect([whole, older, changed].map((one) => one?.lines.at(-1))).toEqual([
      ...[verify.newest, verify.older, verify.nobodyKnows],
    ]);
    expect([whole?.tone, changed?.tone]).toEqual(['good', 'bad']);
  });
});
