import { describe, expect, test } from 'vitest';
import { promisesIn, servicesIn } from '#shared/plan/rules/serviceWords.ts';

describe('services named in a text about needs', () => {
  test.each([
    ['Trenger sykehjemsplass', ['sykehjemsplass']],
    ['Søkes inn på sjukeheim.', ['sjukeheim']],
    ['Behov for korttid', ['korttid']],
    ['Treng korttidsopphald, eller langtidsplass', ['korttidsopphald', 'langtidsplass']],
    ['Hjemmesykepleie x 3', ['Hjemmesykepleie']],
    ['heimesjukepleie tre gonger dagleg', ['heimesjukepleie']],
    ['Ønsker rehabiliteringsopphold og trygghetsalarm', ['rehabiliteringsopphold', 'trygghetsalarm']],
    ['Tryggleiksalarm, BPA, støttekontakt', ['Tryggleiksalarm', 'BPA', 'støttekontakt']],
    ['Har behov for korttidsopphold', ['korttidsopphold']],
    ['Korttidsopphold. korttidsopphold', ['korttidsopphold']],
  ])('%s', (words, named) => {
    expect(servicesIn(words)).toEqual(named);
  });

  test.each([
    'Trenger hjelp hjemme',
    'Alarmen på komfyren piper',
    'Korttidshukommelsen er svekket',
    'Bruker BiPAP om natten',
    'Må avlaste beinet, avlastning med krykker',
    'Trenger hjelp til støttestrømper',
    'Hadde hjemmesykepleie før innleggelsen',
    'Hadde heimesjukepleie tidlegare',
    'Har trygghetsalarm fra før',
    'Mannen bor på sykehjem',
    'Trenger rehabilitering av hofta',
    'Klarer ikke å bruke trygghetsalarmen',
  ])('silent: %s', (words) => {
    expect(servicesIn(words)).toEqual([]);
  });

  test('what was, and what is wanted now, in one sentence', () => {
    expect(servicesIn('Hadde hjemmesykepleie før, trenger nå sykehjemsplass')).toEqual(['sykehjemsplass']);
  });
});

test('who comes is promised only with how often; what is granted is promised at once', () => {
  expect(promisesIn('Hjemmesykepleien måler blodtrykk')).toEqual([]);
  expect(promisesIn('Hjemmesykepleie morgen og kveld')).toEqual(['Hjemmesykepleie']);
  expect(promisesIn('Får trygghetsalarm')).toEqual(['trygghetsalarm']);
});
