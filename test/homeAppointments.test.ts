import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { appointmentsOf, uidOfRow } from '#server/calendar/appointments.ts';
import { aase } from '#server/demo/aase.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { agreedVersion } from './support/agreedVersion.ts';

type Row = Plan['followup'][number];
const [visit, , gp] = aase.plan.followup as [Row, Row, Row];

/** The calendar of a version with these appointments, as another program reads it. */
function read(followup: readonly Row[], version = 1, row: string | null = null) {
  const agreed = agreedVersion({ ...aase.plan, followup: [...followup] }, { version });
  const ics = appointmentsOf(agreed, { language: 'nb', row }) ?? '';
  const calendar = new ICAL.Component(ICAL.parse(ics) as string);
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return { ics, calendar, events };
}

describe('the appointments for a calendar', () => {
  test('are those of the agreed plan that have a day, each once', () => {
    const { events } = read([...aase.plan.followup, { ...gp, id: 'no-day', on: null }]);
    expect(events.map(({ summary }) => summary)).toEqual([
      'Avtale: Hjemmebesøk av sykepleier',
      'Avtale: Første trening',
      'Avtale: Time hos fastlegen',
      'Avtale: Samtale etter fire uker, ny skår 0–10',
      'Avtale: Kontroll med røntgen',
    ]);
  });

  test('last a whole day where the plan says no time, and begin at their time where it does', () => {
    const { events, calendar } = read([visit, gp]);
    const [day, time] = events;
    expect([day?.startDate.isDate, day?.startDate.toString()]).toEqual([true, '2026-11-27']);
    expect(time?.startDate.toString()).toBe('2026-12-08T11:20:00');
    expect(time?.startDate.toJSDate().toISOString()).toBe('2026-12-08T10:20:00.000Z');
    expect(time?.startDate.zone?.tzid).toBe('Europe/Oslo');
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Oslo');
  });

  test.each([
    ['summer', '2027-07-01', '12:00', '2027-07-01T10:00:00.000Z'],
    ['the night when the clocks go forward', '2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
    ['the night when the clocks go back', '2026-10-25', '03:30', '2026-10-25T02:30:00.000Z'],
  ])('stand at the right instant: %s', (_, on, at, instant) => {
    expect(
      read([{ ...gp, on, at }])
        .events[0]?.startDate.toJSDate()
        .toISOString(),
    ).toBe(instant);
  });

  test('in the hour that the clock shows twice says what the plan says', () => {
    const [event] = read([{ ...gp, on: '2026-10-25', at: '02:30' }]).events;
    expect(event?.startDate.toString()).toBe('2026-10-25T02:30:00');
  });

  test('say who, where and how to get there, and nothing else of the plan', () => {
    const { events, ics } = read([{ ...gp, transport: 'Taxi' }]);
    expect(events[0]?.location).toBe('Fastlegekontoret');
    expect(events[0]?.description).toBe('Med: Per Berg\nTransport: Taxi\nFra planen min, versjon 1.');
    expect(events[0]?.component.getFirstPropertyValue('class')).toBe('PRIVATE');
    for (const secret of ['Åse', 'Osteoporose', 'Lårhals', 'aase-hjem']) expect(ics).not.toContain(secret);
  });

  test('keep their id in the next version, which counts as newer', () => {
    const [first, second] = [read([visit]), read([{ ...visit, on: '2026-11-28' }], 2)];
    expect(second.events[0]?.uid).toBe(first.events[0]?.uid);
    expect([first.events[0]?.sequence, second.events[0]?.sequence]).toEqual([1, 2]);
    const { meeting } = agreedVersion();
    expect(uidOfRow(meeting.id, visit.id)).not.toBe(uidOfRow(meeting.id, gp.id));
  });

  test('can be had one by one, and where there is none with a day there is no calendar', () => {
    expect(read([visit, gp], 1, gp.id).events.map(({ summary }) => summary)).toEqual(['Avtale: Time hos fastlegen']);
    const version = agreedVersion({ ...aase.plan, followup: [{ ...visit, on: null }] });
    expect(appointmentsOf(version, { language: 'nb', row: null })).toBeNull();
    expect(appointmentsOf(agreedVersion(), { language: 'nb', row: 'no-such-row' })).toBeNull();
  });

  test('let no line of their own be written by words of the plan', () => {
    const sly = 'Time\r\nATTENDEE:MAILTO:x@example.no\nBEGIN:VALARM;x,\\y\u2028z';
    const { events, ics, calendar } = read([{ ...gp, what: sly, who: sly, where: sly, transport: sly }]);
    expect(events).toHaveLength(1);
    expect(events[0]?.attendees).toEqual([]);
    expect(calendar.getAllSubcomponents('vevent')[0]?.getAllSubcomponents()).toEqual([]);
    expect(events[0]?.location).toBe('Time ATTENDEE:MAILTO:x@example.no BEGIN:VALARM;x,\\y z');
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...ics.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});
