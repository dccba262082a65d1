/// <reference lib="esnext.temporal" />
import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { ZONE } from '#shared/day.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { catalogues, registries } from '#shared/words/catalogues.ts';
import { toldIn, type Language } from '#shared/words/language.ts';
import { sections } from '#shared/plan/sections.ts';
import { zoneBlock } from './calendar.ts';

/** An appointment of the plan that has a day. */
type Dated = Plan['followup'][number] & { on: string };

/** What is taken into a calendar. */
export interface Wanted {
  language: Language;
  /** The id of one row of the plan; null for all of them. */
  row: string | null;
}

/**
 * The appointments of an agreed version for the calendar of whoever was at the meeting: what, who and where as the plan
 * says it, and nothing else of the plan. Null where no appointment has a day. A newer version's entry takes the place of
 * the older one's.
 */
export function appointmentsOf(version: AgreedVersion, { language, row }: Wanted): string | null {
  const dated = version.plan.followup.filter((one): one is Dated => one.on !== null);
  const wanted = dated.filter(({ id }) => row === null || id === row);
  if (wanted.length === 0) return null;
  const calendar = ical({
    prodId: { company: 'Mote', product: 'Kalender', language: 'NO' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: zoneBlock },
  });
  for (const one of wanted) calendar.createEvent({ ...eventOf(version, one, language), ...timeOf(one) });
  return `${calendar.toString()}\r\n`;
}

/** The same for an appointment as long as it is in the plan; the id of the meeting cannot be worked out from it. */
export function uidOfRow(meeting: MeetingId, row: string): string {
  return `${createHash('sha256').update(`calendar:${meeting}:${row}`).digest('hex').slice(0, 40)}@mote`;
}

function eventOf({ meeting, version, agreedAt }: AgreedVersion, one: Dated, language: Language) {
  const { homeCopy } = catalogues[language];
  const { transport } = sections.followup.fields;
  const label = toldIn(transport.label, language, registries[language]);
  const told = [
    one.who.trim() && homeCopy.appointmentWith([one.who, one.organisation].map(onOneLine).filter(Boolean).join(', ')),
    one.transport.trim() && `${label}: ${onOneLine(one.transport)}`,
    homeCopy.fromPlan(version),
  ];
  return {
    ...{ id: uidOfRow(meeting.id, one.id), sequence: version },
    stamp: Temporal.Instant.fromEpochMilliseconds(agreedAt),
    summary: homeCopy.appointment(onOneLine(one.what)),
    description: told.filter(Boolean).join('\n'),
    ...(one.where.trim() ? { location: onOneLine(one.where) } : {}),
    status: ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
  };
}

/** A whole day where the plan says no time. How long it lasts the plan does not say, so the calendar is not told. */
function timeOf({ on, at }: Dated) {
  const day = Temporal.PlainDate.from(on);
  if (at === null) return { start: day, allDay: true };
  // A time that the clocks leap over is the one after it; one that comes twice is the first.
  return { start: day.toZonedDateTime({ timeZone: ZONE, plainTime: at }), timezone: ZONE };
}

const onOneLine = (words: string): string => words.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
