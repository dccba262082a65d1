import { sql } from 'kysely';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { ExportFormat } from '#shared/api.ts';
import type { JournalChoice } from '#shared/journal.ts';
import type { Minutes } from '#shared/meeting/minutes.ts';
import type { Language } from '#shared/words/language.ts';
import type { Wanted } from '#server/calendar/appointments.ts';
import type { ExportedFile } from '#server/export/exports.ts';
import type { InvitationLetter } from '#server/export/letter/letter.ts';
import type { Press } from '#server/export/pdf/press.ts';
import { createShelf } from '#server/export/shelf.ts';
import { accessRoutes } from '#server/http/accessRoutes.ts';
import { authorRoutes } from '#server/http/authorRoutes.ts';
import { agreementRoutes } from '#server/http/agreementRoutes.ts';
import { appointmentRoutes } from '#server/http/appointmentRoutes.ts';
import { changeRoutes } from '#server/http/changeRoutes.ts';
import { comingRoutes } from '#server/http/comingRoutes.ts';
import { deliveryRoutes } from '#server/http/deliveryRoutes.ts';
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
import { schemaRoutes } from '#server/http/schemaRoutes.ts';
import { taskRoutes } from '#server/http/taskRoutes.ts';
import { termRoutes } from '#server/http/termRoutes.ts';
import { templateRoutes } from '#server/http/templateRoutes.ts';
import { verifyRoutes } from '#server/http/verifyRoutes.ts';
import type { Config } from './config.ts';
import type { GroundFloor, MeetingFloor } from './floors.ts';

/** Every HTTP address of the house, and which room answers it. */
export function routesOf(ground: GroundFloor, floor: MeetingFloor): Route[] {
  const { config, db, metrics, access, audit, readings, bell, press, templates, readPlan, prepare } = ground;
  const {
    meetings,
    keeping,
    view,
    appointments,
    people,
    receivers,
    after,
    minutes,
    agreement,
    versions,
    entrance,
    demo,
  } = floor;
  const { sessions, participants, invitations } = access;
  const { chance, now } = ground.world;
  const shelf = createShelf((version, format, language) => lateExport(press, version, format, language));
  bell.on('forgotten', (meeting) => shelf.forget(meeting));
  return [
    ...operatorRoutes(metrics, async () => (await sql`SELECT 1`.execute(db)).rows.length === 1),
    ...(config.demo ? demoRoutes({ demo, entrance, chance }) : []),
    ...accessRoutes({ entrance, participants, invitations, audit, bell, chance, demo: config.demo }),
    ...termRoutes(),
    ...schemaRoutes(lateSchema),
    ...templateRoutes(templates),
    ...meetingRoutes({ meetings, participants, audit, readings, keeping, view, readPlan, prepare }),
    ...appointmentRoutes({ appointments, meetings, invitations, audit, readings, originOf: originOf(config) }),
    ...comingRoutes({
      meetings,
      held: access.heldInvitations,
      invitations,
      audit,
      readings,
      originOf: originOf(config),
      letterOf: (letter) => lateLetter(letter, press),
      now,
    }),
    ...peopleRoutes(people),
    ...receiverRoutes(receivers),
    ...taskRoutes({ ...after, audit, session: (request) => sessions.read(request) }),
    ...authorRoutes(floor.authors, readings),
    ...minutesRoutes({ minutes, audit, receivers, textOf: lateMinutesText }),
    ...overviewRoutes(after.overview),
    ...feedbackRoutes(floor.feedback),
    ...homeRoutes({ versions, audit, receivers, appointmentsOf: lateAppointments }),
    ...changeRoutes({ ...floor, audit }),
    ...verifyRoutes(floor.prints),
    ...deliveryRoutes(floor.delivery.filing),
    ...agreementRoutes({
      agreement,
      versions,
      meetings,
      audit,
      readings,
      receivers,
      readPlan,
      prints: floor.prints,
      exportVersion: shelf.face,
      exportJournal: lateJournal,
    }),
  ];
}

/** Loads what makes the exports when the first one is asked for: it is large, and most meetings have not come so far. */
async function lateExport(
  press: Press,
  version: AgreedVersion,
  format: ExportFormat,
  language: Language,
): Promise<ExportedFile> {
  const { exportVersion } = await import('#server/export/exports.ts');
  return exportVersion(version, format, press, language);
}

async function lateJournal(version: AgreedVersion, choice: JournalChoice): Promise<ExportedFile> {
  const { exportJournal } = await import('#server/export/exports.ts');
  return exportJournal(version, choice);
}

async function lateSchema(): Promise<object> {
  const { agreedPlanSchema } = await import('#server/export/json.ts');
  return agreedPlanSchema();
}

async function lateLetter(letter: InvitationLetter, press: Press): Promise<Uint8Array> {
  const { letterPdf } = await import('#server/export/letter/letter.ts');
  return letterPdf(letter, press);
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
