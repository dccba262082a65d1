import { z } from 'zod';
import { NewMeeting } from '#shared/api.ts';
import type { MeetingForMe, MeetingSummary, SectionView } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import { NewDeletion } from '#shared/deletion.ts';
import type { Field } from '#shared/plan/fields.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, section } from '#shared/plan/sections.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { MeetingView } from '#shared/live.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Readings } from '#server/audit/readings.ts';
import { nothing, participant, signedIn, staff, type Route } from './route.ts';
import type { Keeping } from '#server/meeting/keeping.ts';
import type { Meeting, Meetings } from '#server/meeting/meetings.ts';
import { viewFor } from '#server/meeting/viewFor.ts';

/** All of the log where nothing is said; else the newest so many rows, all older than the row `before`. */
const LogQuery = z.object({
  newest: z.coerce.number().int().min(1).max(10_000).optional(),
  before: z.coerce.number().int().min(0).optional(),
});

export interface MeetingRoutesParts {
  meetings: Meetings;
  participants: Participants;
  audit: Audit;
  readings: Readings;
  keeping: Pick<Keeping, 'deleteEarly'>;
  /** The whole of the meeting, with who is here. */
  view: (meeting: MeetingId) => Promise<MeetingView>;
  readPlan: (meeting: MeetingId) => Promise<Plan>;
  /** Puts the template's content into a new meeting's plan. */
  prepare: (meeting: Meeting) => Promise<void>;
}

export function meetingRoutes(parts: MeetingRoutesParts): Route[] {
  const { meetings, participants, audit, readings, keeping, view, prepare } = parts;
  return [
    signedIn('get', '/api/sections', nothing, async () => ({ status: 200, body: SECTION_KEYS.map(sectionView) })),

    staff('post', '/api/meetings', NewMeeting, async ({ session, body }) => {
      const { meeting } = await meetings.make(session, body);
      await prepare(meeting);
      return { status: 201, body: { id: meeting.id } };
    }),

    signedIn('get', '/api/meetings', nothing, async ({ session }) => {
      const places = await participants.placesOf(session);
      await Promise.all(places.map((by) => readings.note(by, 'overview')));
      const own = await Promise.all(places.map(({ meeting }) => meetings.get(meeting)));
      return { status: 200, body: own.map(summaryOf) };
    }),

    participant('get', '/api/meetings/:id', nothing, async ({ by }) => {
      await audit.note(by.meeting, by, 'read', { about: 'meeting' });
      const meeting = viewFor(by, await view(by.meeting));
      const phase = 'phase' in meeting.state ? meeting.state.phase : null;
      return { status: 200, body: { ...meeting, phase, me: by.id } satisfies MeetingForMe };
    }),

    participant('delete', '/api/meetings/:id', NewDeletion, async ({ by, body }) => {
      await keeping.deleteEarly(by, body.reason);
      return { status: 204 };
    }),

    participant('get', '/api/meetings/:id/log', nothing, async ({ by, query }) => {
      const wanted = LogQuery.safeParse(query);
      if (!wanted.success) throw new AppError('bad-input', 'newest is a number of rows, before the seq of one.');
      await meetings.require(by, 'readLog');
      await audit.note(by.meeting, by, 'log-read');
      const { newest: count, before } = wanted.data;
      return { status: 200, body: await audit.of(by.meeting, count === undefined ? undefined : { count, before }) };
    }),
  ];
}

export function summaryOf({ id, title, patient, startsAt, state }: Meeting): MeetingSummary {
  return { id, title, patient, startsAt, status: state.status };
}

function sectionView(key: (typeof SECTION_KEYS)[number]): SectionView {
  const part = section(key);
  const fields = part.kind === 'text' ? {} : part.fields;
  return {
    ...{ key, kind: part.kind, writers: [...part.writers], heading: part.heading.nb },
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldView(field)])),
  };
}

function fieldView(field: Field): SectionView['fields'][string] {
  const { control } = field;
  if (control === 'choice') return { control, options: Object.keys(field.options) };
  return control === 'number' ? { control, min: field.min, max: field.max } : { control };
}
