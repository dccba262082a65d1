import { expect, test } from 'vitest';
import { newMeetingFrom } from '#lib/state/newMeetingForm.ts';
import { dayAndTime, instantOf, timeOfDay } from '#lib/state/when.ts';

test.each([
  ['2026-11-25', '13:00', '2026-11-25T12:00:00.000Z'],
  ['2026-07-01', '13:00', '2026-07-01T11:00:00.000Z'],
  ['2026-10-25', '01:30', '2026-10-24T23:30:00.000Z'],
  ['2026-10-25', '04:00', '2026-10-25T03:00:00.000Z'],
  ['2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
  ['2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
])('%s at %s in Norway is %s, wherever the window is', (date, time, instant) => {
  expect(new Date(instantOf(date, time)).toISOString()).toBe(instant);
  expect(timeOfDay(Date.parse(instant))).toBe(time);
});

test('what is no day or no time is no instant', () => {
  expect(instantOf('', '13:00')).toBeNaN();
  expect(instantOf('2026-11-25', '')).toBeNaN();
});

test('a meeting starts when its form says, in Norway', () => {
  const form = { template: 'frail-elderly', patient: 'Åse Fiktiv', birthYear: '', videoUrl: '' };
  const made = newMeetingFrom({ ...form, date: '2026-11-25', time: '13:00' });
  const startsAt = 'meeting' in made ? made.meeting.startsAt : '';
  expect(dayAndTime(Date.parse(startsAt))).toBe('onsdag 25. november kl. 13:00');
});
