import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { MeetingId, ParticipantId, PersonId } from '#shared/ids.ts';
import type { Profession, Role } from '#shared/roles.ts';
import type { Participant } from '#server/access/participant.ts';
import { createEngineRules } from '#server/engine.ts';
import { createMemoryLog } from '#server/store/memoryLog.ts';
import type { UpdateLog } from '#server/store/updateLog.ts';
import { createDoors, openRooms, type Doors, type DoorsParts, type Rooms } from '#server/sync/index.ts';

export const MEETING = MeetingId.parse('meeting-under-test-aaaa');
export const FOREIGN_MEETING = MeetingId.parse('another-meeting-aaaaaaaa');

export const STORY = { meeting: MEETING, section: 'story' } as const;

/** Somebody invented, whose id is made of their first name. */
export function person(name: string, role: Role, profession: Profession | null = null, meeting = MEETING): Participant {
  const id = `${name.toLowerCase()}-${'a'.repeat(24)}`;
  return {
    ...{ id: ParticipantId.parse(id), meeting, person: PersonId.parse(`person-${id}`) },
    ...{ name, role, profession, organisation: null, withheld: [], joinedAt: 1_790_000_000_000 },
    colour: name.length,
  };
}

/** Invented people. Eva is in another meeting. */
export const PEOPLE = {
  kari: person('Kari', 'hospital', 'nurse'),
  jonas: person('Jonas', 'hospital', 'doctor'),
  mona: person('Mona', 'municipality'),
  per: person('Per', 'gp'),
  aase: person('Aase', 'patient'),
  line: person('Line', 'kin'),
  ivar: person('Ivar', 'interpreter'),
  eva: person('Eva', 'municipality', null, FOREIGN_MEETING),
} as const;

/** What the hooks of the doors have told, in order. */
export interface Noted {
  what: 'join' | 'first write' | 'refused';
  who: string;
  section: string;
  code?: string;
}

/** The sync server alone, on a port of its own, with people who are who their cookie says. */
export interface SyncHouse {
  url: string;
  rooms: Rooms;
  doors: Doors;
  log: UpdateLog;
  noted: Noted[];
  /** What was thrown and not meant to be. */
  reported: unknown[];
  /** The moment at which each line is asked for a sign of life. */
  beat(): void;
  /** Whether anything is still called now and then. */
  isBeating(): boolean;
  /** Sets the clock forward. */
  pass(ms: number): void;
}

export interface SyncHouseOptions {
  log?: UpdateLog;
  /** Who may come in: everybody of `PEOPLE` when it is not said. */
  people?: readonly Participant[];
  /** Instead of reading the cookie. */
  admit?: DoorsParts['admit'];
  onJoin?: DoorsParts['onJoin'];
  onWrite?: DoorsParts['onWrite'];
  updatesBeforeBase?: number;
}

/** Opens a house that closes when the test is over. */
export async function openSyncHouse(options: SyncHouseOptions = {}): Promise<SyncHouse> {
  const { log = createMemoryLog(), people = Object.values(PEOPLE) } = options;
  const noted: Noted[] = [];
  const reported: unknown[] = [];
  const beats = new Set<() => void>();
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const report = (error: unknown) => void reported.push(error);
  const rooms = openRooms({
    ...{ log, now, report, defer: (ms: number, then: () => void) => void setTimeout(then, ms) },
    ...(options.updatesBeforeBase === undefined ? {} : { updatesBeforeBase: options.updatesBeforeBase }),
  });
  const originAllowed: DoorsParts['originAllowed'] = ({ headers }) =>
    headers.origin === undefined || headers.origin === `http://${headers.host}`;
  const isSignedIn = async ({ headers }: IncomingMessage) => people.some((who) => cookieOf(who) === headers.cookie);
  const doors = createDoors({
    ...{ rooms, now, report },
    admit: options.admit ?? (async (request, meeting) => participantOf(request.headers.cookie, meeting, people)),
    originAllowed,
    engineRules: createEngineRules({ originAllowed, isSignedIn, now, report }),
    every(_ms, then) {
      beats.add(then);
      return () => void beats.delete(then);
    },
    async onJoin(by, section) {
      noted.push({ what: 'join', who: by.name, section });
      await options.onJoin?.(by, section);
    },
    onWrite(by, section) {
      const note = { what: 'first write', who: by.name, section } as const;
      const isNoted = noted.some(
        ({ what, who, section: part }) => what === note.what && who === by.name && part === section,
      );
      if (!isNoted) noted.push(note);
      return options.onWrite?.(by, section) ?? null;
    },
    onRefused: (by, section, code) => void noted.push({ what: 'refused', who: by.name, section, code }),
  });

  const server = createServer();
  server.on('upgrade', (request, socket, head) => {
    if (!doors.handle(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
  });
  doors.attach(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    await doors.close();
    await rooms.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    ...{ rooms, doors, log, noted, reported, url: `ws://127.0.0.1:${port}` },
    isBeating: () => beats.size > 0,
    beat: () => [...beats].forEach((beat) => beat()),
    pass: (ms) => void (ahead += ms),
  };
}

/** The rooms alone, without doors, and what was reported of them. */
export function openRoomsOn(log: UpdateLog): { rooms: Rooms; reported: unknown[] } {
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const defer = (ms: number, then: () => void) => void setTimeout(then, ms);
  return { rooms: openRooms({ log, now: () => 1_790_000_000_000, report, defer }), reported };
}

export const cookieOf = (who: Participant): string => `participant=${who.id}`;

/** @throws AppError `not-signed-in`, `not-found` */
function participantOf(cookie: string | undefined, meeting: MeetingId, people: readonly Participant[]): Participant {
  const who = people.find((each) => cookieOf(each) === cookie);
  if (!who) throw new AppError('not-signed-in', 'Sign in first.');
  if (who.meeting !== meeting) throw new AppError('not-found', 'There is no such meeting for you.');
  return who;
}

/** A log whose commits wait until they are let go, or made to fail. */
export interface HeldLog extends UpdateLog {
  /** Commits that wait now. */
  readonly waiting: number;
  readonly loads: number;
  /** From now on every load waits, until they are let go. */
  holdLoads(): void;
  letLoad(): void;
  /** From now on every commit waits. */
  hold(): void;
  /** Lets what waits go on, and no longer holds what comes. */
  letGo(): void;
  /** Makes what waits fail, and no longer holds what comes. */
  fail(): void;
}

export function createHeldLog(inner: UpdateLog = createMemoryLog()): HeldLog {
  let waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  let holding = false;
  let loads = 0;
  let loading = Promise.resolve();
  let letLoad = () => {};
  const end = (how: (each: (typeof waiting)[number]) => void) => {
    holding = false;
    waiting.splice(0).forEach(how);
  };
  return {
    ...inner,
    get waiting() {
      return waiting.length;
    },
    get loads() {
      return loads;
    },
    hold: () => void (holding = true),
    letGo: () => end(({ resolve }) => resolve()),
    fail: () => end(({ reject }) => reject(new Error('the disk is full'))),
    holdLoads: () => void (loading = new Promise((resolve) => (letLoad = resolve))),
    letLoad: () => letLoad(),
    async load(room) {
      loads += 1;
      await loading;
      return inner.load(room);
    },
    async append(entries) {
      if (holding) await new Promise<void>((resolve, reject) => (waiting = [...waiting, { resolve, reject }]));
      await inner.append(entries);
    },
  };
}
