import type { IncomingMessage, Server } from 'node:http';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { ExportFormat } from '#shared/api.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Minutes } from '#shared/meeting/minutes.ts';
import { createAgreement } from '#server/agreement/agreement.ts';
import { createSignatures } from '#server/agreement/signatures.ts';
import { createVersions } from '#server/agreement/versions.ts';
import { appointmentRoutes } from '#server/http/appointmentRoutes.ts';
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
import { createLeadWatch } from '#server/live/leadWatch.ts';
import { createLive } from '#server/live/live.ts';
import { createView } from '#server/live/view.ts';
import { createAfterwards } from '#server/meeting/afterwards.ts';
import { createActions } from '#server/meeting/actions.ts';
import { createAppointments } from '#server/meeting/appointment.ts';
import { createBell } from '#server/meeting/bell.ts';
import { createEntrance } from '#server/meeting/entrance.ts';
import { watchExpiry } from '#server/meeting/expiry.ts';
import { createCourse } from '#server/meeting/course.ts';
import { createMeetings } from '#server/meeting/meetings.ts';
import { createMinutes } from '#server/meeting/minutes.ts';
import { createOffers } from '#server/meeting/offers.ts';
import { createPeople } from '#server/meeting/people.ts';
import { createPrepare } from '#server/meeting/prepare.ts';
import { meetingRoutes } from '#server/http/meetingRoutes.ts';
import { minutesRoutes } from '#server/http/minutesRoutes.ts';
import { overviewRoutes } from '#server/http/overviewRoutes.ts';
import { peopleRoutes } from '#server/http/peopleRoutes.ts';
import { templateRoutes } from '#server/http/templateRoutes.ts';
import { taskRoutes } from '#server/http/taskRoutes.ts';
import { createTemplates } from '#server/meeting/ownTemplates.ts';
import { createPurge } from '#server/meeting/purge.ts';
import { readTemplates } from '#server/meeting/templates.ts';
import { createStays } from '#server/meeting/stays.ts';
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
  const templates = createTemplates({ db, shipped: readTemplates(), chance, now });
  const pause = () => new Promise<void>((resolve) => defer(0, resolve));
  const rooms = openRooms({ log: sqlUpdateLog({ db, pause }), now, defer, report });
  const readPlan = (meeting: MeetingId) => rooms.readPlan(meeting);
  const prepare = createPrepare({ rooms, rowId: world.rowId });

  const attendance = createAttendance();
  const offers = createOffers();
  const actions = createActions({ rooms });
  const { isPresent } = attendance;
  const meetings = createMeetings({
    ...{ db, templates, participants, audit, bell, actions, offers, isPresent, chance, now },
    demo: config.demo,
  });
  const stays = createStays({ db, now });
  await stays.closeAll();
  const purge = createPurge({ db, participants, bell });
  await purge.clearAll();
  bell.on('ended', (meeting) => void purge.clear(meeting).catch(report));
  const leadWatch = createLeadWatch({ meetings, participants, attendance, offers, bell, defer, report });
  const after = createAfterwards({
    ...{ db, rooms, meetings, templates, participants, invitations, prepare, audit, now },
    readVersion: (meeting, version) => versions.get(meeting, version),
  });
  const view = createView({ meetings, participants, actions, attendance, offers, now });
  const versions = createVersions(db);
  const signatures = createSignatures(db);
  const agreement = createAgreement({
    ...{ signatures, versions, readPlan },
    ...{ meetings, participants, audit, bell, now },
  });
  const minutes = createMinutes({
    ...{ db, meetings, stays, invitations, readPlan, now, course: createCourse(db) },
    ...{ agreement: (meeting) => agreement.view(meeting), version: (meeting, number) => versions.get(meeting, number) },
  });
  const admit: Participants['admit'] = (request, meeting) => participants.admit(request, meeting);
  const isSignedIn = async (request: IncomingMessage) => (await sessions.read(request)) !== null;
  const engineRules = createEngineRules({ originAllowed, isSignedIn, now, report });
  const live = createLive({
    ...{ admit, engineRules, meetings, attendance, stays, leadWatch, view, bell, defer, report },
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

  // Loaded where there is a mail server.
  const mail = config.mail && (await import('#server/mail/mail.ts')).createMail({ server: config.mail, report });
  const appointments = createAppointments({ ...access, db, meetings, audit, bell, mail, now });
  const entrance = createEntrance({ sessions, participants, bell });
  const demo = createDemo({ db, meetings, participants, rooms, prepare, chance, now });
  if (config.demo) await demo.seed();

  const server = createApp({
    routes: [
      ...operatorRoutes(metrics, async () => (await sql`SELECT 1`.execute(db)).rows.length === 1),
      ...(config.demo ? demoRoutes({ demo, entrance, chance }) : []),
      ...accessRoutes({ entrance, participants, invitations, audit, bell, chance, demo: config.demo }),
      ...templateRoutes(templates),
      ...meetingRoutes({
        ...{ meetings, participants, audit, view, readPlan, prepare },
      }),
      ...appointmentRoutes({ appointments, meetings, invitations, audit, originOf: originOf(config) }),
      ...peopleRoutes(createPeople({ meetings, participants, audit, bell })),
      ...taskRoutes({ ...after, audit, session: (request) => sessions.read(request) }),
      ...minutesRoutes({ minutes, audit, textOf: lateMinutesText }),
      ...overviewRoutes(after.overview),
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

async function lateMinutesText(minutes: Minutes): Promise<string> {
  const { minutesText } = await import('#server/export/minutesText.ts');
  return minutesText(minutes);
}

/** Where a link leads that is given to somebody else. */
function originOf({ publicOrigin }: Config) {
  return ({ host }: { host?: string | undefined }) => publicOrigin ?? `http://${host ?? 'localhost'}`;
}
