import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { cancelled, published, requested, uidOf, type Appointment } from '#server/calendar/calendar.ts';
import { MeetingId } from '#shared/ids.ts';

const meeting = MeetingId.parse('A'.repeat(32));
const appointment = (more: Partial<Appointment> = {}): Appointment => ({
  ...{ meeting, sequence: 3, startsAt: Date.parse('2026-11-25T12:00:00+01:00'), minutes: 55 },
  ...{ url: 'https://mote.example.no/join', saidAt: Date.parse('2026-11-20T08:00:00Z') },
  ...more,
});
const between = { organizer: 'mote@example.no', attendee: 'line@example.no' };

/** The calendar as another program reads it. */
function parsed(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics) as string);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  const zone = calendar.getFirstSubcomponent('vtimezone')!;
  return { calendar, event, zone, at: (time: ICAL.Time) => time.toJSDate().toISOString() };
}

describe('a calendar entry', () => {
  test('says when, and is read by another program as the same instant', () => {
    const { calendar, event, zone, at } = parsed(requested(appointment(), between));
    expect(at(event.startDate)).toBe('2026-11-25T11:00:00.000Z');
    expect(at(event.endDate)).toBe('2026-11-25T11:55:00.000Z');
    expect(event.startDate.toString()).toBe('2026-11-25T12:00:00');
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-20T08:00:00Z');
    // Its times name a zone that stands in it under that very name.
    expect(zone.getFirstPropertyValue('tzid')).toBe('Europe/Oslo');
    expect(event.startDate.zone?.tzid).toBe('Europe/Oslo');
  });

  test('in summer is an hour further from UTC than in winter', () => {
    const { event, at } = parsed(published(appointment({ startsAt: Date.parse('2026-07-01T12:00:00+02:00') })));
    expect([at(event.startDate), event.startDate.toString()]).toEqual([
      '2026-07-01T10:00:00.000Z',
      '2026-07-01T12:00:00',
    ]);
  });

  test('over the night when the clocks go back lasts as long as the meeting', () => {
    const { event, at } = parsed(
      published(appointment({ startsAt: Date.parse('2026-10-24T23:30:00Z'), minutes: 180 })),
    );
    expect([at(event.startDate), at(event.endDate)]).toEqual(['2026-10-24T23:30:00.000Z', '2026-10-25T02:30:00.000Z']);
  });

  test('keeps its id for life, counts its changes, and is cancelled under that id', () => {
    const [first, moved] = [appointment(), appointment({ sequence: 4, startsAt: 0 })];
    const off = parsed(cancelled(appointment({ sequence: 5 }), between));
    const entries = [parsed(requested(first, between)), parsed(requested(moved, between)), off];
    expect(new Set(entries.map(({ event }) => event.uid))).toEqual(new Set([uidOf(meeting)]));
    expect(entries.map(({ event }) => event.sequence)).toEqual([3, 4, 5]);
    expect(off.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(off.event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(uidOf(MeetingId.parse('B'.repeat(32)))).not.toBe(uidOf(meeting));
  });

  test('tells neither the meeting’s id nor anything but that there is a meeting', () => {
    const { event } = parsed(requested(appointment(), between));
    expect(requested(appointment(), between)).not.toContain(meeting);
    expect(event.component.getAllProperties().map(({ name }) => name)).toEqual([
      ...['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'organizer', 'attendee', 'url', 'status'],
    ]);
    expect([event.summary, event.component.getFirstPropertyValue('url')]).toEqual([
      'Møte',
      'https://mote.example.no/join',
    ]);
  });

  test('that is downloaded asks nobody for an answer', () => {
    const { calendar, event } = parsed(published(appointment()));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(event.attendees).toEqual([]);
  });

  test('has lines of 75 bytes at most, each ended by CR and LF, and is whole when they are put together again', () => {
    const attendee = `${'ola.'.repeat(15)}nordmann@${'langt.'.repeat(12)}example.no`;
    const ics = requested(appointment(), { ...between, attendee });
    const lines = ics.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(
      lines.some((line) => line.startsWith(' ')),
      'nothing was folded',
    ).toBe(true);
    expect(parsed(ics).event.attendees[0]?.getFirstValue()).toBe(`MAILTO:${attendee}`);
  });

  test('lets no line of its own be written by an address', () => {
    const sly = { organizer: 'mote@example.no', attendee: 'a@example.no\r\nDESCRIPTION:lagt til' };
    const { event } = parsed(requested(appointment(), sly));
    expect(event.description).toBeNull();
  });
});
