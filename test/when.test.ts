import { expect, test } from 'vitest';
import { newMeetingFrom } from '#lib/state/newMeetingForm.ts';
import { instantOf } from '#lib/state/when.ts';
import { clockAt } from '#shared/day.ts';
import { dayAndMonth, dayAndTime, dayInYear, longDay } from '#shared/when.ts';
import { catalogues } from '#shared/words/catalogues.ts';

test.each([
  ['2026-11-25', '13:00', '2026-11-25T12:00:00.000Z'],
  ['2026-07-01', '13:00', '2026-07-01T11:00:00.000Z'],
  ['2026-10-25', '01:30', '2026-10-24T23:30:00.000Z'],
  ['2026-10-25', '04:00', '2026-10-25T03:00:00.000Z'],
  ['2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
  ['2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
])('%s at %s in Norway is %s, wherever the window is', (date, time, instant) => {
  expect(new Date(instantOf(date, time)).toISOString()).toBe(instant);
  expect(clockAt(Date.parse(instant)).time).toBe(time);
});

test('what is no day or no time is no instant', () => {
  expect(instantOf('', '13:00')).toBeNaN();
  expect(instantOf('2026-11-25', '')).toBeNaN();
});

test('a meeting starts when its form says, in Norway', () => {
  const form = { template: 'frail-elderly', patient: 'Åse Fiktiv', birthYear: '', videoUrl: '', helpPhone: '' };
  const made = newMeetingFrom({ ...form, date: '2026-11-25', time: '13:00' });
  const startsAt = 'meeting' in made ? made.meeting.startsAt : '';
  expect(dayAndTime(Date.parse(startsAt), catalogues.nb.calendar)).toBe('onsdag 25. november kl. 13.00');
});

test.each([
  ['nb', 'torsdag 26. november kl. 11.05', '26. november 2026', '26.11.', 'lørdag 28. februar'],
  ['nn', 'torsdag 26. november kl. 11.05', '26. november 2026', '26.11.', 'laurdag 28. februar'],
  ['en', 'Thursday 26 November at 11:05', '26 November 2026', '26/11', 'Saturday 28 February'],
] as const)('dates and times in %s come from its own tables', (language, moment, inYear, short, saturday) => {
  const { calendar } = catalogues[language];
  const at = Date.parse('2026-11-26T10:05:00Z');
  expect(dayAndTime(at, calendar)).toBe(moment);
  expect(dayInYear('2026-11-26', calendar)).toBe(inYear);
  expect(dayAndMonth(at, calendar)).toBe(short);
  expect(longDay('2026-02-28', calendar)).toBe(saturday);
});
