import { NewAppointment, NewInvitation } from '#shared/api.ts';
import type { Invitations } from '#server/access/invitations.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Readings } from '#server/audit/readings.ts';
import type { Appointments } from '#server/meeting/appointment.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import { nothing, participant, type Route } from './route.ts';

export interface AppointmentRoutesParts {
  appointments: Appointments;
  meetings: Pick<Meetings, 'require' | 'settle'>;
  invitations: Invitations;
  audit: Audit;
  readings: Readings;
  /** Where a link leads that is given to somebody else, by the request that asked for it. */
  originOf: (headers: { host?: string | undefined }) => string;
}

/** Who is invited, and when the meeting is. */
export function appointmentRoutes(parts: AppointmentRoutesParts): Route[] {
  const { appointments, audit, readings, originOf } = parts;
  const [appointment, calendar] = ['/api/meetings/:id/appointment', '/api/meetings/:id/calendar'];
  return [
    ...invitationRoutes(parts),

    participant('get', appointment, nothing, async ({ by }) => {
      const body = await appointments.reach(by);
      await readings.note(by, 'invitations');
      return { status: 200, body };
    }),

    participant('put', appointment, NewAppointment, async ({ by, body, request }) => ({
      status: 200,
      body: await appointments.move(by, body, originOf(request.headers)),
    })),

    participant('delete', appointment, nothing, async ({ by, request }) => ({
      status: 200,
      body: await appointments.callOff(by, originOf(request.headers)),
    })),

    participant('get', calendar, nothing, async ({ by, request }) => {
      const body = await appointments.calendar(by.meeting, originOf(request.headers));
      await audit.note(by.meeting, by, 'exported', { about: 'calendar' });
      return { status: 200, file: { body, contentType: 'text/calendar; charset=utf-8', filename: 'mote.ics' } };
    }),
  ];
}

function invitationRoutes(parts: AppointmentRoutesParts): Route[] {
  const { appointments, meetings, invitations, audit, readings, originOf } = parts;
  const all = '/api/meetings/:id/invitations';
  return [
    participant('post', all, NewInvitation, async ({ by, body, request }) => {
      await meetings.require(by, 'invite');
      await audit.note(by.meeting, by, 'invited', { about: body.role });
      const origin = originOf(request.headers);
      const made = await invitations.make(by.meeting, by.id, body, origin);
      await meetings.settle(by.meeting, { kind: 'invited' });
      return { status: 201, body: { ...made, mail: await appointments.mailInvitation(made, by.meeting, origin) } };
    }),

    participant('get', all, nothing, async ({ by }) => {
      await meetings.require(by, 'invite');
      await readings.note(by, 'invitations');
      return { status: 200, body: await invitations.of(by.meeting) };
    }),

    participant('delete', `${all}/:invitation`, nothing, async ({ by, params, request }) => {
      await appointments.revoke(by, params['invitation'] ?? '', originOf(request.headers));
      return { status: 204 };
    }),

    participant('post', `${all}/:invitation/mail`, nothing, async ({ by, params, request }) => ({
      status: 200,
      body: await appointments.retry(by, params['invitation'] ?? '', originOf(request.headers)),
    })),
  ];
}
