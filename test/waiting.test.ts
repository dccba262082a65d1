import { describe, expect, test } from 'vitest';
import { comersOf } from '#lib/state/comers.ts';
import { whenInWords } from '#lib/state/untilMeeting.ts';
import { wholePhone } from '#shared/plan/phones.ts';
import { catalogues } from '#shared/words/catalogues.ts';
import type { Language } from '#shared/words/language.ts';
import { aase, kari, line, per } from './support/sitting.ts';

const { nb } = catalogues;
const at = (moment: string) => Date.parse(moment);
const NOON = at('2026-11-25T12:00:00+01:00');

describe('when the meeting is', () => {
  test.each<[string, string, string]>([
    ['25 minutes before', '2026-11-25T11:35:00+01:00', 'i dag kl. 12.00, om 25 minutter'],
    ['a minute before', '2026-11-25T11:59:10+01:00', 'i dag kl. 12.00, om 1 minutt'],
    ['an hour before', '2026-11-25T11:00:00+01:00', 'i dag kl. 12.00, om 1 time'],
    ['in the morning', '2026-11-25T08:29:00+01:00', 'i dag kl. 12.00, om 3 timer og 31 minutter'],
    ['when it is time', '2026-11-25T12:00:00+01:00', 'i dag kl. 12.00'],
    ['later', '2026-11-25T12:20:00+01:00', 'i dag kl. 12.00'],
    ['the evening before', '2026-11-24T23:00:00+01:00', 'i morgen kl. 12.00'],
    ['days before', '2026-11-22T18:00:00+01:00', 'onsdag 25. november kl. 12.00, om 3 dager'],
  ])('%s', (_, now, words) => {
    expect(whenInWords(NOON, at(now), nb)).toBe(words);
  });

  test('a meeting just after midnight is tomorrow, in so many minutes', () => {
    expect(whenInWords(at('2026-11-25T00:10:00+01:00'), at('2026-11-24T23:50:00+01:00'), nb)).toBe(
      'i morgen kl. 00.10, om 20 minutter',
    );
  });

  test('days are those of the calendar, also when the clock is changed between them', () => {
    expect(whenInWords(at('2026-03-30T09:00:00+02:00'), at('2026-03-28T23:30:00+01:00'), nb)).toContain('om 2 dager');
  });

  test.each<[Language, string]>([
    ['nn', 'i dag kl. 12.00, om 25 minutt'],
    ['en', 'today at 12:00, in 25 minutes'],
  ])('in %s', (language, words) => {
    expect(whenInWords(NOON, NOON - 25 * 60_000, catalogues[language])).toBe(words);
  });
});

describe('who will be there', () => {
  const nurse = { ...kari, profession: 'nurse' as const };
  const people = [nurse, { ...line, present: false }, aase];

  test('everyone else, the patient first, whether they are here, and whoever is invited, in plain words', () => {
    const told = comersOf({ participants: people, me: line.id, expected: [{ name: per.name, role: 'gp' }] }, nb);
    expect(told.map(({ name, what, standing }) => [name, what, standing])).toEqual([
      ['Åse Fiktiv', nb.waiting.what.patient, 'here'],
      ['Kari Nilsen', nb.waiting.profession.nurse, 'here'],
      ['Per Berg', nb.waiting.what.gp, 'invited'],
    ]);
  });

  test('whoever has closed the page is coming', () => {
    const told = comersOf({ participants: people, me: aase.id, expected: [] }, nb);
    expect(told.find(({ name }) => name === line.name)?.standing).toBe('coming');
  });
});

test.each<[string, string | null]>([
  ['33 00 00 02', '33000002'],
  [' +47 33000002 ', '33000002'],
  ['02800', '02800'],
  ['ring 33 00 00 02', null],
  ['33 00 00 02, 33 00 00 03', null],
  ['', null],
])('„%s” is a number by itself: %s', (words, dial) => {
  expect(wholePhone(words)?.dial ?? null).toBe(dial);
});
