import { expect, test } from 'vitest';
import { exportVersion } from '#server/export/exports.ts';
import { bundleOf } from '#server/export/fhir/bundle.ts';
import { plain } from '#server/export/plain.ts';
import { textOf } from '#server/export/text.ts';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { ExportFormat } from '#shared/api.ts';
import { agreedVersion, emptyVersion } from './support/agreedVersion.ts';
import { narrativeText } from './support/fhir/document.ts';
import { faultsOf } from './support/fhir/validator.ts';
import { HOSTILE } from './support/hostile.ts';
import { filledPlan, unbroken } from './support/planWords.ts';
import { press } from './support/press.ts';

const version = agreedVersion();

test.each([
  ['fhir', 'application/fhir+json', 'plan-2026-11-25-versjon-1.fhir.json'],
  ['pdf', 'application/pdf', 'plan-2026-11-25-versjon-1.pdf'],
  ['text', 'text/plain; charset=utf-8', 'plan-2026-11-25-versjon-1.txt'],
  ['json', 'application/json', 'plan-2026-11-25-versjon-1.json'],
  ['patient', 'application/pdf', 'planen-min-2026-11-25-versjon-1.pdf'],
] as const)('%s leaves the house as %s, in a file that names nobody', async (format, contentType, filename) => {
  const file = await exportVersion(version, format, press);
  expect(file).toMatchObject({ contentType, filename });
  expect(file.body.length).toBeGreaterThan(500);
});

test.each(ExportFormat.options)('a plan in which nothing stands can be exported as %s', async (format) => {
  expect((await exportVersion(emptyVersion(), format, press)).body.length).toBeGreaterThan(100);
});

test('the JSON is the version itself, as it was frozen', async () => {
  const { body } = await exportVersion(version, 'json', press);
  expect(AgreedVersion.parse(JSON.parse(String(body)))).toEqual(version);
});

test('a version that does not fit its schema is not written', async () => {
  const wrong = { ...version, version: 0 };
  await expect(exportVersion(wrong, 'json', press)).rejects.toThrow();
});

test.each(Object.entries(HOSTILE))('%s: nothing is lost or executed in text and FHIR', (_, words) => {
  const hostile = agreedVersion(filledPlan((place) => `${place}: ${words}`));
  const wanted = unbroken(plain(words));
  const text = textOf(hostile);
  expect(unbroken(text)).toContain(wanted);
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(text).not.toMatch(/[\p{Cc}--\n]|[\u202A-\u202E\u2066-\u2069]/v);
  const bundle = bundleOf(hostile);
  expect(faultsOf(bundle)).toEqual([]);
  expect(unbroken(narrativeText(bundle))).toContain(wanted);
  expect(unbroken(JSON.stringify(bundle))).toContain(unbroken(JSON.stringify(plain(words)).slice(1, -1)));
  expect(JSON.stringify(bundle)).toBe(JSON.stringify(bundle).toWellFormed());
});

test('words lose nothing that can be seen, and keep their lines', () => {
  expect(plain('en\r\nto\rtre\u2028fire')).toBe('en\nto\ntre\nfire');
  expect(plain('a\u0000b')).toBe('a b');
  expect(plain('\u202Eabc')).toBe('abc');
  expect(plain('\uD83D!')).toBe('\uFFFD!');
  expect(plain('👨‍👩‍👧 ŋŧ مرحبا')).toBe('👨‍👩‍👧 ŋŧ مرحبا');
});
