import type { IncomingMessage, Server } from 'node:http';
import { originCheck } from '#server/access/origin.ts';
import type { Participants } from '#server/access/participants.ts';
import type { LogHead } from '#server/audit/audit.ts';
import { watchHead } from '#server/audit/headWatch.ts';
import { createLive } from '#server/live/live.ts';
import { watchExpiry } from '#server/meeting/expiry.ts';
import { watchKeeping } from '#server/meeting/keeping.ts';
import { createDoors } from '#server/sync/index.ts';
import { createApp } from './app.ts';
import { LOOPBACK, type Config } from './config.ts';
import { createEngineRules } from './engine.ts';
import { groundFloor, meetingFloor, type World } from './floors.ts';
import { planNotes } from './planNotes.ts';
import { routesOf } from './routes.ts';

export type { World } from './floors.ts';

/** How long somebody may take to hang up when the house closes. */
const GOODBYE_MS = 2000;

export interface House {
  /** Does not listen yet. */
  server: Server;
  /** Lets everyone out and returns when all that was acknowledged, and all that was not yet, is stored. */
  close(): Promise<void>;
}

/** Puts everything together. @throws AppError `unavailable` when the data directory is not ours to use. */
export async function openHouse(config: Config, world: World): Promise<House> {
  const { now, defer, every, logger } = world;
  const ground = await groundFloor(config, world);
  const floor = await meetingFloor(ground);
  const { db, bell, rooms, audit, readings, metrics, access, press, report } = ground;
  const { meetings, attendance, stays, leadWatch, view, agreement } = floor;
  const { sessions, participants } = access;

  const originAllowed = originCheck(config.publicOrigin, config.host === LOOPBACK);
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
    ...planNotes({ audit, readings, metrics, now }),
  });
  if (config.demo) await floor.demo.seed();

  const server = createApp({
    routes: routesOf(ground, floor),
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
  const stopKeeping = watchKeeping(floor.keeping, { every, report });
  const tell = (head: LogHead) => logger.info({ head: `${head.seq}:${head.hash}` }, 'where the access log ends');
  const tellLastHead = await watchHead({ audit, every, tell, report });
  const courier = floor.delivery.start();
  const close = async () => {
    stopWatching();
    const sent = courier.stop();
    await stopKeeping();
    const quiet = live.close();
    await doors.close();
    await rooms.close();
    server.closeAllConnections();
    // Whoever does not hang up does not keep the store open.
    await Promise.race([quiet, new Promise<void>((resolve) => defer(GOODBYE_MS, resolve))]);
    await sent;
    await press.close();
    await tellLastHead();
    await db.destroy();
  };
  return { server, close };
}
