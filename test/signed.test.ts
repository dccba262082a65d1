import { expect, test } from 'vitest';
import { staffSheet } from '#server/export/pdf/staff.ts';
import { coversWords, signedParts } from '#server/export/signed.ts';
import { textOf } from '#server/export/text.ts';
import { coverageOf } from '#shared/agreement/coverage.ts';
import { shortly } from '#shared/agreement/fingerprint.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { doubts } from './support/cases/doubts.ts';
import { empty } from './support/cases/empty.ts';
import { frail } from './support/cases/frail.ts';
import { homeText } from './support/homeText.ts';
import { unbroken } from './support/planWords.ts';

const { version } = doubts;
const byName = (name: string) => version.signatures.find((signature) => signature.name.startsWith(name))!;
const partOf = (heading: string) => signedParts(version).find(({ part }) => part === heading);

test('what a signature covers is said by what is in it, or by what is not, whichever is shorter', () => {
  expect(coverageOf(frail.version.signatures[0]!, frail.version.fingerprints)).toEqual({ kind: 'all' });
  expect(coverageOf(byName('Hanne'), version.fingerprints)).toEqual({ kind: 'allBut', parts: ['medications'] });
  const little = { ...byName('Hanne'), fingerprints: { story: version.fingerprints.story! } };
  expect(coverageOf(little, version.fingerprints)).toEqual({ kind: 'some', parts: ['story'] });
  expect(coverageOf({ ...little, fingerprints: {} }, version.fingerprints)).toEqual({ kind: 'none' });
});

test.each([
  ['Gerd', 'Enig i resten av planen.'],
  ['Hanne', 'Gjelder alt unntatt Legemidler.'],
  ['Siv', 'Gjelder alt unntatt Situasjon og forløp, Behov.'],
  ['Bjørn', null],
  ['Liv', 'Gjelder hele planen.'],
])('of what %s signed it is said: %s', (name, words) => {
  expect(coversWords(byName(name), version)).toBe(words);
});

test('each part that was signed stands with its fingerprint and whose word it has', () => {
  expect(partOf('Kommunens tjenester')).toEqual({
    part: 'Kommunens tjenester',
    print: shortly(version.fingerprints.services!),
    who: [
      'enig: Hanne Oppdiktet, Siv Oppdiktet, Omar Oppdiktet, Ola Oppdiktet',
      'enig med forbehold: Gerd Oppdiktet',
      'ikke enig: Liv Oppdiktet',
    ].join('; '),
  });
  expect(partOf('Legemidler')?.who, 'a word on what it said before is no word on it').not.toContain('Omar');
  expect(partOf('Sjekkliste'), 'nothing stands in it').toBeUndefined();
  expect(signedParts(frail.version).every(({ who }) => who === 'alle enige')).toBe(true);
  expect(signedParts(frail.version).length).toBeGreaterThan(SECTION_KEYS.length - 5);
  expect(signedParts(empty.version)).toEqual([]);
});

test.each([
  ['the text', textOf(version)],
  ['the paper for staff', JSON.stringify(staffSheet(version))],
  ['the patient’s copy', homeText(version)],
])('%s says who signed what, what they take on, and what was added since', (_, face) => {
  const said = unbroken(face);
  for (const words of [
    'Helsetjenester i hjemmet: Fire ganger om dagen; Hvor hun skal bo',
    'Treningen må starte før 1.12.',
  ])
    expect(said).toContain(unbroken(words));
  for (const words of ['Sengen kom 26.11.', 'Takk for at dere hørte på meg.', 'Mor er ikke trygg hjemme.'])
    expect(said).toContain(unbroken(words));
  for (const print of [version.fingerprints.services!, version.fingerprints.medications!])
    expect(said).toContain(unbroken(shortly(print)));
  expect(said).toContain(version.hash);
  expect(said).toMatch(/unntatt(Legemidler|LegemidlerSiv)/);
});
