import { createAddenda, readAddenda } from '#server/agreement/addenda.ts';
import { createAgreement } from '#server/agreement/agreement.ts';
import { createChanges } from '#server/agreement/changes.ts';
import { createContents } from '#server/agreement/contents.ts';
import { createFilePrints, type FilePrints } from '#server/agreement/filePrints.ts';
import { createSignatures } from '#server/agreement/signatures.ts';
import { createVersions } from '#server/agreement/versions.ts';
import { createAccess } from '#server/access/access.ts';
import type { Chance } from '#server/access/secrets.ts';
import { createAudit } from '#server/audit/audit.ts';
import { createReadings } from '#server/audit/readings.ts';
import { createDelivery, type Delivery, type DeliveryParts } from '#server/delivery/delivery.ts';
import { gaugeDeliveries } from '#server/delivery/gauge.ts';
import { createDemo } from '#server/demo/demo.ts';
import { createPress } from '#server/export/pdf/press.ts';
import { createMetrics } from '#server/http/operatorRoutes.ts';
import { createAttendance } from '#server/live/attendance.ts';
import { createLeadWatch } from '#server/live/leadWatch.ts';
import { createView } from '#server/live/view.ts';
import { createActions } from '#server/meeting/actions.ts';
import { createAfterwards } from '#server/meeting/afterwards.ts';
import { createAuthors } from '#server/meeting/authors.ts';
import { createAppointments } from '#server/meeting/appointment.ts';
import { createBell } from '#server/meeting/bell.ts';
import { createCourse } from '#server/meeting/course.ts';
import { createEntrance } from '#server/meeting/entrance.ts';
import { createFeedback } from '#server/meeting/feedback.ts';
import { createKeeping } from '#server/meeting/keeping.ts';
import { createMeetings } from '#server/meeting/meetings.ts';
import { createMinutes } from '#server/meeting/minutes.ts';
import { createOffers } from '#server/meeting/offers.ts';
import { createTemplates } from '#server/meeting/ownTemplates.ts';
import { createPeople } from '#server/meeting/people.ts';
import { createPrepare } from '#server/meeting/prepare.ts';
import { createPurge } from '#server/meeting/purge.ts';
import { createReceivers } from '#server/meeting/receivers.ts';
import { createStays } from '#server/meeting/stays.ts';
import { readTemplates } from '#server/meeting/templates.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import { sqlUpdateLog } from '#server/store/sqlUpdateLog.ts';
import { openRooms } from '#server/sync/index.ts';
import type { MeetingId } from '#shared/ids.ts';
import { OWN_WORDS } from '#shared/plan/authors.ts';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Web } from './web.ts';

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

/** What every meeting stands on: the store, who may come in, the plan's rooms, the log. */
export type GroundFloor = Awaited<ReturnType<typeof groundFloor>>;

/** Meetings, and all that is theirs. */
export type MeetingFloor = Awaited<ReturnType<typeof meetingFloor>>;

/** @throws AppError `unavailable` when the data directory is not ours to use. */
export async function groundFloor(config: Config, world: World) {
  const { chance, now, defer, every, logger } = world;
  const db = await openSqlite(config.dataDir);
  const report = (error: unknown) => logger.error({ err: error }, 'something went wrong');
  const secure = config.publicOrigin?.startsWith('https:') ?? false;
  const access = createAccess({ db, chance, now, secure, secret: config.secret, demo: config.demo });
  const pause = () => new Promise<void>((resolve) => defer(0, resolve));
  const audit = createAudit({ db, now, defer });
  const rooms = openRooms({ log: sqlUpdateLog({ db, pause }), now, defer, report });
  return {
    ...{ config, world, db, report, access, rooms },
    bell: createBell(),
    metrics: createMetrics(),
    press: createPress({ every }),
    ...{ audit, readings: createReadings({ audit, now }) },
    templates: createTemplates({ db, shipped: readTemplates(), chance, now }),
    readPlan: (meeting: MeetingId) => rooms.readPlan(meeting),
    prepare: createPrepare({ rooms, rowId: world.rowId }),
  };
}

export async function meetingFloor(ground: GroundFloor) {
  const { config, db, report, access, rooms, bell, audit, templates, readPlan, prepare } = ground;
  const { chance, now, defer } = ground.world;
  const { sessions, participants, invitations } = access;
  const attendance = createAttendance();
  const offers = createOffers();
  const actions = createActions({ rooms });
  const meetings = createMeetings({
    ...{ db, templates, participants, audit, bell, actions, offers, chance, now },
    isPresent: (meeting, participant) => attendance.isPresent(meeting, participant),
    demo: config.demo,
  });
  const stays = createStays({ db, now });
  await stays.closeAll();
  const prints = createFilePrints(db);
  const purge = createPurge({ db, participants, forgetFiles: (meeting) => prints.forget(meeting), bell });
  await purge.clearAll();
  bell.on('ended', (meeting) => void purge.clear(meeting).catch(report));

  const versions = createVersions(db);
  const readVersion = (meeting: MeetingId, version: number) => versions.get(meeting, version);
  const signatures = createSignatures(db);
  const authors = createAuthors({ db, rooms });
  const readAuthored = async (meeting: MeetingId) => {
    const { plan, authorship } = await rooms.readAuthored(meeting, OWN_WORDS);
    return { plan, authors: await authors.named(meeting, authorship) };
  };
  const contents = createContents(db);
  const receivers = createReceivers({ db, meetings, audit, bell, now });
  const delivery = deliveryOf(ground, { meetings, receivers, prints, versionOf: readVersion });
  const keeping = createKeeping({
    ...{ db, meetings, purge, audit, bell, now, keepDays: config.keepDays },
    hasPending: (meeting, store) => delivery.deliveries.hasPending(meeting, store),
  });
  const agreement = createAgreement({
    ...{ signatures, versions, contents, readAuthored, meetings, participants, audit, bell, now },
    addendaOf: (meeting) => readAddenda(db, meeting),
    deliveriesOf: (meeting) => delivery.deliveries.of(meeting),
    dispatch: (version, transaction) => delivery.deliveries.dispatch(version, transaction),
  });
  // Loaded where there is a mail server.
  const mail = config.mail && (await import('#server/mail/mail.ts')).createMail({ server: config.mail, report });
  return {
    ...{ meetings, keeping, attendance, stays, versions, prints, receivers, delivery, agreement, authors },
    changes: createChanges({ db, versions, contents, signatures, readPlan, authors }),
    addenda: createAddenda({ db, meetings, versions, audit, bell, now }),
    leadWatch: createLeadWatch({ meetings, participants, attendance, offers, bell, defer, now, report }),
    view: createView({
      ...{ meetings, participants, actions, attendance, offers, now },
      deletesAt: (meeting) => keeping.deletesAt(meeting),
    }),
    feedback: createFeedback({ db, chance, now }),
    people: createPeople({ meetings, participants, audit, bell }),
    appointments: createAppointments({ ...access, db, meetings, audit, bell, mail, now }),
    after: createAfterwards({
      ...{ db, rooms, meetings, templates, participants, invitations, prepare, audit, now, readVersion },
    }),
    minutes: createMinutes({
      ...{ db, meetings, stays, invitations, readPlan, now, course: createCourse(db), version: readVersion },
      agreement: (meeting) => agreement.view(meeting),
    }),
    entrance: createEntrance({ sessions, participants, bell }),
    demo: createDemo({ db, meetings, participants, rooms, prepare, chance, now }),
  };
}

/** The exporter is loaded when the first version is sent: it is large. */
function deliveryOf(
  { config, db, audit, bell, metrics, world }: GroundFloor,
  floor: Pick<DeliveryParts, 'meetings' | 'receivers' | 'versionOf'> & { prints: FilePrints },
): Delivery {
  const { chance, rowId, now, every, logger } = world;
  const delivery = createDelivery({
    ...{ ...floor, db, audit, bell, chance, rowId, now, every, log: logger },
    ...{ setUp: config.delivery, home: config.publicOrigin ?? 'localhost' },
    documentOf: async (version) => (await import('#server/export/fhir/bundle.ts')).fhirOf(version),
    noteFile: (document, version) => floor.prints.note(document, version, 'fhir'),
  });
  gaugeDeliveries(metrics.registry, delivery.deliveries);
  return delivery;
}
