import { NewInvitation, NewMeeting } from '#shared/api.ts';
import type { InvitationView, MeetingForMe, MeetingSummary, SectionView, TemplateSummary } from '#shared/api.ts';
import { minutesOf } from '#shared/meeting/template.ts';
import type { Field } from '#shared/plan/fields.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, section } from '#shared/plan/sections.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { MeetingView } from '#shared/live.ts';
import type { Invitations } from '#server/access/invitations.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Audit } from '#server/audit/audit.ts';
import { nothing, participant, signedIn, staff, type Route } from './route.ts';
import type { Meeting, Meetings } from '#server/meeting/meetings.ts';
import type { Templates } from '#server/meeting/templates.ts';
import { viewFor } from '#server/meeting/viewFor.ts';

export interface MeetingRoutesParts {
  templates: Templates;
  meetings: Meetings;
  participants: Participants;
  invitations: Invitations;
  audit: Audit;
  /** The whole of the meeting, with who is here. */
  view: (meeting: MeetingId) => Promise<MeetingView>;
  readPlan: (meeting: MeetingId) => Promise<Plan>;
  /** Puts the template's content into a new meeting's plan. */
  prepare: (meeting: Meeting) => Promise<void>;
  /** Where a link leads that is given to somebody else, by the request that asked for it. */
  originOf: (headers: { host?: string | undefined }) => string;
}

export function meetingRoutes(parts: MeetingRoutesParts): Route[] {
  const { templates, meetings, participants, invitations, audit, view, prepare, originOf } = parts;
  return [
    staff('get', '/api/templates', nothing, async () => ({
      status: 200,
      body: templates.all().map((template): TemplateSummary => ({
        ...{ id: template.id, title: template.title.nb, about: template.about.nb, version: template.version },
        minutes: minutesOf(template),
      })),
    })),

    signedIn('get', '/api/sections', nothing, async () => ({ status: 200, body: SECTION_KEYS.map(sectionView) })),

    staff('post', '/api/meetings', NewMeeting, async ({ session, body }) => {
      const { meeting } = await meetings.make(session, body);
      await prepare(meeting);
      return { status: 201, body: { id: meeting.id } };
    }),

    signedIn('get', '/api/meetings', nothing, async ({ session }) => {
      const places = await participants.placesOf(session);
      const own = await Promise.all(places.map(({ meeting }) => meetings.get(meeting)));
      return { status: 200, body: own.map(summaryOf) };
    }),

    participant('get', '/api/meetings/:id', nothing, async ({ by }) => {
      await audit.note(by.meeting, by, 'read', { about: 'meeting' });
      const meeting = viewFor(by, await view(by.meeting));
      const phase = 'phase' in meeting.state ? meeting.state.phase : null;
      return { status: 200, body: { ...meeting, phase, me: by.id } satisfies MeetingForMe };
    }),

    participant('post', '/api/meetings/:id/invitations', NewInvitation, async ({ by, body, request }) => {
      await meetings.require(by, 'invite');
      await audit.note(by.meeting, by, 'invited', { about: body.role });
      const made = await invitations.make(by.meeting, by.id, body, originOf(request.headers));
      await meetings.settle(by.meeting, { kind: 'invited' });
      return { status: 201, body: made };
    }),

    participant('get', '/api/meetings/:id/invitations', nothing, async ({ by }) => {
      await meetings.require(by, 'invite');
      const all: InvitationView[] = await invitations.of(by.meeting);
      return { status: 200, body: all };
    }),

    participant('delete', '/api/meetings/:id/invitations/:invitation', nothing, async ({ by, params }) => {
      await meetings.require(by, 'invite');
      await invitations.revoke(by.meeting, params['invitation'] ?? '');
      await audit.note(by.meeting, by, 'invitation-revoked');
      return { status: 204 };
    }),

    participant('get', '/api/meetings/:id/log', nothing, async ({ by }) => {
      await meetings.require(by, 'readLog');
      await audit.note(by.meeting, by, 'log-read');
      return { status: 200, body: await audit.of(by.meeting) };
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
