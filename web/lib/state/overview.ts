import type { OverviewMeeting } from '#shared/after.ts';
import { dayInNorway } from '#shared/day.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { StaffCatalogue } from '#shared/words/catalogue.ts';
import { dayAndTime, longDay } from '#shared/when.ts';

/** A meeting or a journey home that is ahead. */
export interface Coming {
  key: string;
  meeting: MeetingId;
  what: string;
  when: string;
}

/** What lies ahead, the next first: meetings from `now` (ms since 1970) on today, and journeys home. */
export function comingOf(
  meetings: readonly OverviewMeeting[],
  now: number,
  { overview, calendar }: Pick<StaffCatalogue, 'overview' | 'calendar'>,
): Coming[] {
  const today = dayInNorway(now);
  return meetings
    .flatMap(({ id, patient, startsAt, status, departureOn }) => {
      const day = dayInNorway(startsAt);
      const isOn = status === 'inMeeting';
      const meeting = {
        what: overview.meeting(patient.name),
        when: isOn ? overview.now : dayAndTime(startsAt, calendar),
      };
      const home = { what: overview.departure(patient.name), when: departureOn && longDay(departureOn, calendar) };
      const isAhead = day >= today && (status === 'planned' || status === 'open');
      return [
        ...(isOn || isAhead ? [{ ...meeting, key: `${id}/meeting`, meeting: id, at: isOn ? '' : day }] : []),
        ...(departureOn && departureOn >= today
          ? [{ ...home, when: home.when ?? '', key: `${id}/departure`, meeting: id, at: departureOn }]
          : []),
      ];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Meetings in whose plan something is missing that the reader can write, the next first. */
export function missingOf(meetings: readonly OverviewMeeting[]): OverviewMeeting[] {
  return meetings.filter(({ missingMine }) => missingMine > 0).toSorted((a, b) => a.startsAt - b.startsAt);
}
