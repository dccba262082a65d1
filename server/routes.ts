import { sql } from 'kysely';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { ExportFormat } from '#shared/api.ts';
import type { Minutes } from '#shared/meeting/minutes.ts';
import type { ExportedFile } from '#server/export/exports.ts';
import { createShelf } from '#server/export/shelf.ts';
import { accessRoutes } from '#server/http/accessRoutes.ts';
import { agreementRoutes } from '#server/http/agreementRoutes.ts';
import { appointmentRoutes } from '#server/http/appointmentRoutes.ts';
import { demoRoutes } from '#server/http/demoRoutes.ts';
import { meetingRoutes } from '#server/http/meetingRoutes.ts';
import { minutesRoutes } from '#server/http/minutesRoutes.ts';
import { operatorRoutes } from '#server/http/operatorRoutes.ts';
import { overviewRoutes } from '#server/http/overviewRoutes.ts';
import { peopleRoutes } from '#server/http/peopleRoutes.ts';
import type { Route } from '#server/http/route.ts';
import { taskRoutes } from '#server/http/taskRoutes.ts';
import { templateRoutes } from '#server/http/templateRoutes.ts';
import type { Config } from './config.ts';
import type { GroundFloor, MeetingFloor } from './floors.ts';

/** Every HTTP address of the house, and which room answers it. */
export function routesOf(ground: GroundFloor, floor: MeetingFloor): Route[] {
  const { config, db, metrics, access, audit, bell, templates, readPlan, prepare } = ground;
  const { meetings, view, appointments, people, after, minutes, agreement, versions, entrance, demo } = floor;
  const { sessions, participants, invitations } = access;
  const { chance } = ground.world;
  return [
    ...operatorRoutes(metrics, async () => (await sql`SELECT 1`.execute(db)).rows.length === 1),
    ...(config.demo ? demoRoutes({ demo, entrance, chance }) : []),
    ...accessRoutes({ entrance, participants, invitations, audit, bell, chance, demo: config.demo }),
    ...templateRoutes(templates),
    ...meetingRoutes({ meetings, participants, audit, view, readPlan, prepare }),
    ...appointmentRoutes({ appointments, meetings, invitations, audit, originOf: originOf(config) }),
    ...peopleRoutes(people),
    ...taskRoutes({ ...after, audit, session: (request) => sessions.read(request) }),
    ...minutesRoutes({ minutes, audit, textOf: lateMinutesText }),
    ...overviewRoutes(after.overview),
    ...agreementRoutes({ agreement, versions, meetings, audit, readPlan, exportVersion: createShelf(lateExport) }),
  ];
}

/** Loads what makes the exports when the first one is asked for: it is large, and most meetings have not come so far. */
async function lateExport(version: AgreedVersion, format: ExportFormat): Promise<ExportedFile> {
  const { exportVersion } = await import('#server/export/exports.ts');
  return exportVersion(version, format);
}

async function lateMinutesText(minutes: Minutes): Promise<string> {
  const { minutesText } = await import('#server/export/minutesText.ts');
  return minutesText(minutes);
}

/** Where a link leads that is given to somebody else. */
function originOf({ publicOrigin }: Config) {
  return ({ host }: { host?: string | undefined }) => publicOrigin ?? `http://${host ?? 'localhost'}`;
}
