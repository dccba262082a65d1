import { describe, expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { blankPlan, type Plan } from '#shared/plan/plan.ts';
import { phonesOf, piecesOf } from '#shared/plan/phones.ts';

const LAST = [
  ['', '116 117'],
  ['', '113'],
];
const told = (plan: Partial<Plan>) => phonesOf(plan).map(({ who, number }) => [who, number]);
const coordinated = (some: Partial<Plan['coordination']>) => ({
  coordination: { ...blankPlan().coordination, ...some },
});
const warned = (...calls: string[]) => ({
  warnings: calls.map((call, index) => ({ id: `w${index}`, call })) as unknown as Plan['warnings'],
});

describe('the numbers that the patient needs at home', () => {
  test('are Åse’s contacts, those to ring when it gets worse, then legevakt and 113', () => {
    expect(told(aase.plan)).toEqual([
      ['Mona Hansen', '33 00 00 00'],
      ['Kari Nilsen', '33 00 00 02'],
      ['Hjemmesykepleien', '33 00 00 01'],
      ...LAST,
    ]);
    expect(phonesOf(aase.plan).map(({ party }) => party)).toEqual([
      'municipality',
      'hospital',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('are legevakt and 113 when nobody has written any, each once and last also when somebody has', () => {
    expect(told({})).toEqual(LAST);
    expect(told(warned('113', 'Legevakt 116 117', 'Posten 33000002'))).toEqual([['Posten', '33 00 00 02'], ...LAST]);
  });

  test('stand once each, under the first name that somebody gave them', () => {
    const plan = { ...coordinated({ municipalPhone: '33 00 00 00' }), ...warned('Mona, tlf. 33000000') };
    expect(told(plan)).toEqual([['Mona', '33 00 00 00'], ...LAST]);
  });

  test('are found in a field that holds both name and number, and with the country before them', () => {
    expect(told(coordinated({ municipalContact: 'Mona Hansen, 33 00 00 00' }))).toEqual([
      ['Mona Hansen', '33 00 00 00'],
      ...LAST,
    ]);
    const abroad = phonesOf(coordinated({ coordinator: 'Ola: +47 900 00 123', contactDoctor: 'Eva +46 8 123' }));
    expect(abroad[0]).toEqual({ who: 'Ola', number: '90 00 01 23', dial: '90000123' });
    expect(abroad).toHaveLength(3);
  });
});

describe('a text in which numbers can be rung', () => {
  test('is cut where they are, and nothing of it is lost', () => {
    const words = 'Ring posten 33 00 00 02 før 15.12., ellers 113.';
    const pieces = piecesOf(words);
    expect(pieces.map((piece) => piece.words).join('')).toBe(words);
    expect(pieces.flatMap((piece) => ('dial' in piece ? [piece.dial] : []))).toEqual(['33000002', '113']);
  });

  test.each([
    '15.12.2026',
    'Vedtak 2026/1182',
    'ref. 12/33000000',
    'kl. 11.30',
    '1130',
    '1 g × 4 i 14 dager',
    '70 mg',
    '2026-11-26',
  ])('takes %s for no number', (words) => expect(piecesOf(words)).toEqual([{ words }]));
});
