import type { MeetingView } from '#shared/live.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';
import { dayAndTime, timeOfDay } from '#shared/when.ts';

/** How far the meeting is: `I møte · startet 13:02`, `Enige · versjon 1`. */
export function statusInWords({ state, startsAt }: Pick<MeetingView, 'state' | 'startsAt'>, words: Catalogue): string {
  const stands = words.meeting.status[state.status];
  switch (state.status) {
    case 'planned':
    case 'open':
      return `${stands} · ${words.meeting.starts(dayAndTime(startsAt, words.calendar))}`;
    case 'inMeeting':
      return `${stands} · ${words.meeting.started(timeOfDay(state.startedAt, words.calendar))}`;
    case 'summedUp':
    case 'deleted':
      return stands;
    case 'agreed':
    case 'exported':
      return `${stands} · ${words.meeting.version(state.version)}`;
  }
}
