import type { IncomingMessage, Server } from 'node:http';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { ExportFormat } from '#shared/api.ts';
import type { MeetingId } from '#shared/ids.ts';
import { createAgreement } from '#server/agreement/agreement.ts';
import { createSignatures } from '#server/agreement/signatures.ts';
import { createVersions } from '#server/agreement/versions.ts';
import { agreementRoutes } from '#server/http/agreementRoutes.ts';
import { createAccess } from '#server/access/access.ts';
import { originCheck } from '#server/access/origin.ts';
import type { Participants } from '#server/access/participants.ts';
import { accessRoutes } from '#server/http/accessRoutes.ts';
import type { Chance } from '#server/access/secrets.ts';
import { createAudit } from '#server/audit/audit.ts';
import { createDemo } from '#server/demo/demo.ts';
import { demoRoutes } from '#server/http/demoRoutes.ts';
import type { ExportedFile } from '#server/export/exports.ts';
import { createShelf } from '#server/export/shelf.ts';
import { createMetrics, operatorRoutes } from '#server/http/operatorRoutes.ts';
import { createAttendance } from '#server/live/attendance.ts';
import { createLive } from '#server/live/live.ts';
import { createView } from '#server/live/view.ts';
import { createBell } from '#server/meeting/bell.ts';
import { createEntrance } from '#server/meeting/entrance.ts';
import { watchExpiry } from '#server/meeting/expiry.ts';
import { createMeetings } from '#server/meeting/meetings.ts';
import { createPeople } from '#server/meeting/people.ts';
import { createPrepare } from '#server/meeting/prepare.ts';
import { meetingRoutes } from '#server/http/meetingRoutes.ts';
import { peopleRoutes } from '#server/http/peopleRoutes.ts';
import { readTemplates } from '#server/meeting/templates.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import { sqlUpdateLog } from '#server/store/sqlUpdateLog.ts';
import { createDoors, openRooms } from '#server/sync/index.ts';
import { createApp } from './app.ts';
import { LOOPBACK, type Config } from './config.ts';
import { createEngineRules } from './engine.ts';
import { planNotes } from './planNotes.ts';
import type { Web } from './web.ts';

/** How long somebody may take to hang up when the house closes. */
const GOODBYE_MS = 2000;

/** What the house takes from the world: chance, clock, log and the built web app. */
export interface World {
  chance: Chance;
  /** A new row id, UUID v4. */
  rowId: () => string;
  now: () => number;
  /** Calls back after `ms`, and can be called off. */
  defer: (ms: number, then: () => void) => void;
  every: (ms: number, then: () => void) => () => void;
  logger: Logger;
  web: Web;
}

export interface House {
  /** Does not listen yet. */
  server: Server;
  /** Lets everyone out and returns when all that was acknowledged, and all that was not yet, is stored. */
  close(): Promise<void>;
}

/** Puts everything together. @throws AppError `unavailable` when the data directory is not ours to use. */
export async function openHouse(config: Config, world: World): Promise<House> {
  const { chance, now, defer, every, logger } = world;
  const db = await openSqlite(config.dataDir);
  const report = (error: unknown) => logger.error({ err: error }, 'something went wrong');
  const secure = config.publicOrigin?.startsWith('https:') ?? false;
  const originAllowed = originCheck(config.publicOrigin, config.host === LOOPBACK);

  const bell = createBell();
  const metrics = createMetrics();
  const audit = createAudit({ db, now, defer });
  const access = createAccess({ db, chance, now, secure, secret: config.secret, demo: config.demo });
  const { sessions, participants, invitations } = access;
  const templates = readTemplates();
  const meetings = createMeetings({ db, templates, participants, audit, bell, chance, now, demo: config.demo });

  const pause = () => new Promise<void>((resolve) => defer(0, resolve));
  const rooms = openRooms({ log: sqlUpdateLog({ db, pause }), now, defer, report });
  const readPlan = (meeting: MeetingId) => rooms.readPlan(meeting);
  const prepare = createPrepare({ rooms, rowId: world.rowId });

  const attendance = createAttendance();
  const view = createView({ meetings, participants, attendance, now });
  const versions = createVersions(db);
  const signatures = createSignatures(db);
  const agreement = createAgreement({
    ...{ signatures, versions, readPlan },
    ...{ meetings, participants, audit, bell, now },
  });
  const admit: Participants['admit'] = (request, meeting) => participants.admit(request, meeting);
  const isSignedIn = async (request: IncomingMessage) => (await sessions.read(request)) !== null;
  const engineRules = createEngineRules({ originAllowed, isSignedIn, now, report });
  const live = createLive({
    ...{ admit, engineRules, meetings, attendance, view, bell, defer, report },
    agreement: (meeting) => agreement.view(meeting),
    onEnter: (by) => audit.note(by.meeting, by, 'read', { about: 'meeting' }),
  });
  rooms.onChange(({ meeting }) => live.planChanged(meeting));
  bell.on('removed', (_meeting, participant) => rooms.cut(participant, 'forbidden'));
  bell.on('changed', (participant) => rooms.change(participant));
  bell.on('signedOut', (_meeting, participant) => rooms.cut(participant, 'not-signed-in'));

  const doors = createDoors({
    ...{ rooms, admit, originAllowed, engineRules, every, now, report },
    ...planNotes({ audit, metrics, now }),
  });

  const entrance = createEntrance({ sessions, participants, bell });
  const demo = createDemo({ db, meetings, participants, rooms, prepare, chance, now });
  if (config.demo) await demo.seed();

  const server = createApp({
    routes: [
      ...operatorRoutes(metrics, async () => (await sql`SELECT 1`.execute(db)).rows.length === 1),
      ...(config.demo ? demoRoutes({ demo, entrance, chance }) : []),
      ...accessRoutes({ entrance, participants, invitations, audit, bell, chance, demo: config.demo }),
      ...meetingRoutes({
        ...{ templates, meetings, participants, invitations },
        ...{ audit, view, readPlan, prepare, originOf: originOf(config) },
      }),
      ...peopleRoutes(createPeople({ meetings, participants, audit, bell })),
      ...agreementRoutes({ agreement, versions, meetings, audit, readPlan, exportVersion: createShelf(lateExport) }),
    ],
    door: { access, onRefused: (by, about) => audit.note(by.meeting, by, 'asked', { about, refused: true }) },
    originAllowed,
    web: world.web.handler,
    doors: [(request, socket, head) => doors.handle(request, socket, head)],
    isForeignUpgrade: (request) => (request.url ?? '').startsWith('/live/') || world.web.ownsUpgrade(request),
    logger,
  });
  live.attach(server);
  doors.attach(server);
  await world.web.attach(server);

  const stopWatching = watchExpiry({ sessions, participants, bell, every, report });
  const close = async () => {
    stopWatching();
    const quiet = live.close();
    await doors.close();
    await rooms.close();
    server.closeAllConnections();
    // Whoever does not hang up does not keep the store open.
    await Promise.race([quiet, new Promise<void>((resolve) => defer(GOODBYE_MS, resolve))]);
    await db.destroy();
  };
  return { server, close };
}

/** Loads what makes the exports when the first one is asked for: it is large, and most meetings have not come so far. */
async function lateExport(version: AgreedVersion, format: ExportFormat): Promise<ExportedFile> {
  const { exportVersion } = await import('#server/export/exports.ts');
  return exportVersion(version, format);
}

/** Where a link leads that is given to somebody else. */
function originOf({ publicOrigin }: Config) {
  return ({ host }: { host?: string | undefined }) => publicOrigin ?? `http://${host ?? 'localhost'}`;
}
