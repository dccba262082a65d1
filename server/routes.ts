import { sql } from 'kysely';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { ExportFormat } from '#shared/api.ts';
import type { Minutes } from '#shared/meeting/minutes.ts';
import type { Language } from '#shared/words/language.ts';
import type { Wanted } from '#server/calendar/appointments.ts';
import type { ExportedFile } from '#server/export/exports.ts';
import type { InvitationLetter } from '#server/export/letter/letter.ts';
import { createShelf } from '#server/export/shelf.ts';
import { accessRoutes } from '#server/http/accessRoutes.ts';
import { authorRoutes } from '#server/http/authorRoutes.ts';
import { agreementRoutes } from '#server/http/agreementRoutes.ts';
import { appointmentRoutes } from '#server/http/appointmentRoutes.ts';
import { comingRoutes } from '#server/http/comingRoutes.ts';
import { demoRoutes } from '#server/http/demoRoutes.ts';
import { feedbackRoutes } from '#server/http/feedbackRoutes.ts';
import { homeRoutes } from '#server/http/homeRoutes.ts';
import { meetingRoutes } from '#server/http/meetingRoutes.ts';
import { minutesRoutes } from '#server/http/minutesRoutes.ts';
import { operatorRoutes } from '#server/http/operatorRoutes.ts';
import { overviewRoutes } from '#server/http/overviewRoutes.ts';
import { peopleRoutes } from '#server/http/peopleRoutes.ts';
import { receiverRoutes } from '#server/http/receiverRoutes.ts';
import type { Route } from '#server/http/route.ts';
import { taskRoutes } from '#server/http/taskRoutes.ts';
import { termRoutes } from '#server/http/termRoutes.ts';
import { templateRoutes } from '#server/http/templateRoutes.ts';
import type { Config } from './config.ts';
import type { GroundFloor, MeetingFloor } from './floors.ts';

/** Every HTTP address of the house, and which room answers it. */
export function routesOf(ground: GroundFloor, floor: MeetingFloor): Route[] {
  const { config, db, metrics, access, audit, bell, templates, readPlan, prepare } = ground;
  const { meetings, view, appointments, people, receivers, after, minutes, agreement, versions, entrance, demo } =
    floor;
  const { sessions, participants, invitations } = access;
  const { chance, now } = ground.world;
  return [
    ...operatorRoutes(metrics, async () => (await sql`SELECT 1`.execute(db)).rows.length === 1),
    ...(config.demo ? demoRoutes({ demo, entrance, chance }) : []),
    ...accessRoutes({ entrance, participants, invitations, audit, bell, chance, demo: config.demo }),
    ...termRoutes(),
    ...templateRoutes(templates),
    ...meetingRoutes({ meetings, participants, audit, view, readPlan, prepare }),
    ...appointmentRoutes({ appointments, meetings, invitations, audit, originOf: originOf(config) }),
    ...comingRoutes({
      meetings,
      held: access.heldInvitations,
      invitations,
      audit,
      originOf: originOf(config),
      letterOf: lateLetter,
      now,
    }),
    ...peopleRoutes(people),
    ...receiverRoutes(receivers),
    ...taskRoutes({ ...after, audit, session: (request) => sessions.read(request) }),
    ...authorRoutes(floor.authors),
    ...minutesRoutes({ minutes, audit, receivers, textOf: lateMinutesText }),
    ...overviewRoutes(after.overview),
    ...feedbackRoutes(floor.feedback),
    ...homeRoutes({ versions, audit, receivers, appointmentsOf: lateAppointments }),
    ...agreementRoutes({
      agreement,
      versions,
      meetings,
      audit,
      receivers,
      readPlan,
      exportVersion: createShelf(lateExport),
    }),
  ];
}

/** Loads what makes the exports when the first one is asked for: it is large, and most meetings have not come so far. */
async function lateExport(version: AgreedVersion, format: ExportFormat, language: Language): Promise<ExportedFile> {
  const { exportVersion } = await import('#server/export/exports.ts');
  return exportVersion(version, format, language);
}

async function lateLetter(letter: InvitationLetter): Promise<Uint8Array> {
  const { letterPdf } = await import('#server/export/letter/letter.ts');
  return letterPdf(letter);
}

async function lateAppointments(version: AgreedVersion, wanted: Wanted): Promise<string | null> {
  const { appointmentsOf } = await import('#server/calendar/appointments.ts');
  return appointmentsOf(version, wanted);
}

async function lateMinutesText(minutes: Minutes): Promise<string> {
  const { minutesText } = await import('#server/export/minutesText.ts');
  return minutesText(minutes);
}

/** Where a link leads that is given to somebody else. */
function originOf({ publicOrigin }: Config) {
  return ({ host }: { host?: string | undefined }) => publicOrigin ?? `http://${host ?? 'localhost'}`;
}
