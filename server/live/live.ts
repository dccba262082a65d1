import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Server } from 'socket.io';
import * as z from 'zod/mini';
import { AppError, problemOf } from '#shared/errors.ts';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import { Hello, requests, type Answer } from '#shared/live.ts';
import type { AgreementView, MeetingView } from '#shared/live.ts';
import { PLAN_SCHEMA } from '#shared/plan/schema.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Bell } from '#server/meeting/bell.ts';
import type { Stays } from '#server/meeting/stays.ts';
import type { EngineLimits, EngineRules } from '#server/engine.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import { viewFor } from '#server/meeting/viewFor.ts';
import type { Attendance } from './attendance.ts';
import type { LeadWatch } from './leadWatch.ts';
import { audienceOf, tellAgreementTo, type LiveServer, type LiveSocket } from './audience.ts';
import { createTardy } from './tardy.ts';

/** How long somebody may take to say which meeting. */
const CONNECT_MS = 5000;
/** Who gives no sign of life is noticed within half a minute; in ms. */
const SIGNS_OF_LIFE = { pingInterval: 10_000, pingTimeout: 15_000 } as const;
/** Taps of one participant: nobody has a reason for more than this in some seconds. */
const TAPS = { points: 30, duration: 5 } as const;
/** Who goes on all the same is cut off. */
const TAPS_AT_MOST = 200;
/** A request of the meeting is a few words; anything long is no request. */
const MESSAGE_BYTES = 16 * 1024;
/**
 * Packets of one window, its signs of life among them: far beyond its taps. What waits for a window that does not read is
 * some hundred views of the meeting.
 */
const LIMITS: EngineLimits = { packets: { burst: 300, perSecond: 20 }, unreadBytes: 2 * 1024 * 1024 };
/** What happens at the same moment is told in one breath. */
const MEETING_DELAY_MS = 30;
/** Readiness and hash are worked out anew this long after the plan changed; every key stroke would be too often. */
const AGREEMENT_DELAY_MS = 400;

export interface LiveParts {
  admit: (request: IncomingMessage, meeting: MeetingId) => Promise<Participant>;
  engineRules: EngineRules;
  meetings: Meetings;
  attendance: Attendance;
  stays: Pick<Stays, 'came' | 'left'>;
  leadWatch: LeadWatch;
  view: (meeting: MeetingId) => Promise<MeetingView>;
  agreement: (meeting: MeetingId) => Promise<AgreementView>;
  bell: Bell;
  /** Somebody opens a window of the meeting; for the access log, and before anything is told there. */
  onEnter: (participant: Participant) => Promise<void>;
  /** Calls back after `ms`; passed in so that tests need not wait. */
  defer: (ms: number, then: () => void) => void;
  /** A bug, for the log. */
  report: (error: unknown) => void;
}

export interface Live {
  attach(server: HttpServer): void;
  /** Tell that the plan of the meeting has changed. */
  planChanged(meeting: MeetingId): void;
  close(): Promise<void>;
}

/** The meeting over socket.io at `/live`: who is here, where we are, what is agreed; and the facilitator's commands. */
export function createLive(parts: LiveParts): Live {
  const { view, agreement, bell, defer, report } = parts;
  const io: LiveServer = new Server({
    path: '/live',
    serveClient: false,
    maxHttpBufferSize: MESSAGE_BYTES,
    connectTimeout: CONNECT_MS,
    ...SIGNS_OF_LIFE,
    // Other doors answer their own upgrades; socket.io would otherwise cut them.
    destroyUpgrade: false,
    // `cors` does not look at a WebSocket's Origin; this is asked for every transport.
    allowRequest: parts.engineRules.allowRequest,
  });

  const audience = audienceOf(io);
  const announceMeeting = createTardy(MEETING_DELAY_MS, defer, (meeting: MeetingId) => {
    view(meeting).then((now) => audience.tellMeeting(meeting, now), report);
  });
  const announceAgreement = (meeting: MeetingId) => {
    if (!audience.isThere(meeting)) return;
    agreement(meeting).then((now) => audience.tellAgreement(meeting, now), report);
  };
  const taps = new RateLimiterMemory(TAPS);
  const planChanged = createTardy(AGREEMENT_DELAY_MS, defer, announceAgreement);

  io.use(admitting(parts));

  io.on('connection', (socket) => {
    const { participant } = socket.data;
    const leave = arrive(parts, participant);
    void socket.join(personalChannel(participant.id));
    socket.on('disconnect', () => {
      leave();
      announceMeeting(participant.meeting);
    });
    listen(socket, parts, taps);
    // Nothing is told before it is known who they are now.
    const welcome = async () => {
      await askAgain(socket, parts.admit);
      if (!socket.connected) return;
      void socket.join(participant.meeting);
      announceMeeting(participant.meeting);
      tellAgreementTo(socket, await agreement(participant.meeting));
    };
    welcome().catch(report);
  });

  bell.on('meeting', announceMeeting);
  bell.on('agreement', announceAgreement);
  const cut = (_meeting: MeetingId, participant: ParticipantId) =>
    io.in(personalChannel(participant)).disconnectSockets(true);
  bell.on('removed', cut);
  bell.on('signedOut', cut);
  bell.on('changed', (participant) => {
    for (const socket of io.sockets.sockets.values())
      if (socket.data.participant.id === participant.id) socket.data = { participant };
  });

  return {
    attach(server) {
      io.attach(server);
      parts.engineRules.limit(io.engine, LIMITS);
    },
    planChanged,
    close: () => io.close(),
  };
}

/** Nobody's socket is in before it is known who they are. */
function admitting({ admit, onEnter, report }: LiveParts): Parameters<LiveServer['use']>[0] {
  return (socket, next) => {
    const hello = Hello.safeParse(socket.handshake.auth);
    if (!hello.success) return next(refusal(new AppError('bad-input', 'Say which meeting.')));
    if ((hello.data.schema ?? PLAN_SCHEMA) < PLAN_SCHEMA)
      return next(refusal(new AppError('out-of-date', 'This page is older than the plan. Reload it.')));
    const enter = async () => {
      const participant = await admit(socket.request, hello.data.meeting);
      await onEnter(participant);
      socket.data = { participant };
    };
    const refused = (error: unknown) => next(refusal(error, report));
    enter().then(() => next(), refused);
  };
}

/**
 * What was looked up before the socket was in may have changed before the bell reached it. From here on the bell does, so
 * asking once more finds whatever it rang for meanwhile.
 */
async function askAgain(socket: LiveSocket, admit: LiveParts['admit']): Promise<void> {
  const before = socket.data;
  try {
    const participant = await admit(socket.request, before.participant.meeting);
    // What the bell has told meanwhile is newer.
    if (socket.data === before) socket.data = { participant };
  } catch {
    socket.disconnect(true);
  }
}

/** A window opens: who is in the meeting, from when to when, follows from it. The function that comes back closes it. */
function arrive(parts: LiveParts, { meeting, id }: Participant): () => void {
  const { attendance, stays, leadWatch, report } = parts;
  const wasHere = attendance.isPresent(meeting, id);
  const close = attendance.arrive(meeting, id);
  if (!wasHere) stays.came(meeting, id).catch(report);
  leadWatch.look(meeting);
  return () => {
    close();
    if (!attendance.isPresent(meeting, id)) stays.left(meeting, id).catch(report);
    leadWatch.look(meeting);
  };
}

const personalChannel = (participant: ParticipantId) => `participant:${participant}`;

function listen(socket: LiveSocket, parts: LiveParts, taps: RateLimiterMemory): void {
  const { meeting } = socket.data.participant;
  const view = async () => {
    const now = await parts.view(meeting);
    return viewFor(socket.data.participant, now);
  };
  const answering = <T>(schema: z.core.$ZodType<T>, act: (payload: T) => Promise<void>) => {
    return (payload: unknown, answer: unknown) => {
      const reply = typeof answer === 'function' ? (answer as (answer: Answer) => void) : () => undefined;
      const allowed = async (parsed: T) => {
        await spendTap(taps, socket);
        await act(parsed);
      };
      answerTo(schema, payload, allowed, view, parts.report).then(reply, parts.report);
    };
  };
  socket.on(
    'command',
    answering(requests.command, async (command) => {
      const { participant } = socket.data;
      await parts.meetings.command(participant, command);
      if (command.kind === 'declineLead') parts.leadWatch.declined(meeting, participant.id);
      else parts.leadWatch.look(meeting);
    }),
  );
  socket.on(
    'signal',
    answering(requests.signal, async (signal) => {
      await parts.meetings.signal(socket.data.participant, signal);
    }),
  );
}

/** @throws AppError `too-many`; who goes on all the same is cut off. */
async function spendTap(taps: RateLimiterMemory, socket: LiveSocket): Promise<void> {
  try {
    await taps.consume(socket.data.participant.id);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    if (refused.consumedPoints > TAPS_AT_MOST) socket.disconnect(true);
    throw new AppError('too-many', 'Too many taps. Wait a moment.');
  }
}

async function answerTo<T>(
  schema: z.core.$ZodType<T>,
  payload: unknown,
  act: (payload: T) => Promise<void>,
  view: () => Promise<MeetingView>,
  report: (error: unknown) => void,
): Promise<Answer> {
  try {
    const parsed = z.safeParse(schema, payload);
    if (!parsed.success) throw new AppError('bad-input', 'The request is not one that we know.');
    await act(parsed.data);
    return { ok: true, meeting: await view() };
  } catch (error) {
    if (!(error instanceof AppError)) report(error);
    return { ok: false, problem: problemOf(error) };
  }
}

/** socket.io hands `data` of a middleware's error to the client. */
function refusal(error: unknown, report?: (error: unknown) => void): Error {
  if (!(error instanceof AppError)) report?.(error);
  const problem = problemOf(error);
  return Object.assign(new Error(problem.code), { data: problem });
}
