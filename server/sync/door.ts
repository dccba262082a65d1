import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { AppError } from '#shared/errors.ts';
import { MeetingId } from '#shared/ids.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import type { EngineRules } from '#server/engine.ts';
import { CLOSING, type Held } from './attendance.ts';
import { Connection, type ConnectionHooks } from './connection.ts';
import { checkSchema, destinationOf, pollingDestinationOf, type Destination } from './destination.ts';
import { BEAT, FRAME_BYTES, GOODBYE_MS } from './limits.ts';
import { Line } from './lineDoor.ts';
import type { Rooms } from './rooms.ts';
import type { Pipe } from './pipe.ts';
import { Purses } from './purse.ts';
import { createPollingDoor } from './pollingDoor.ts';
import { DoorSocket, WebSocketPipe } from './webSocketPipe.ts';
import { Wire, type Listener } from './wire.ts';

/** Somebody behind a wire, who may become somebody else. */
type Guest = Listener & Pick<Held, 'change'>;

export interface DoorsParts extends ConnectionHooks {
  rooms: Rooms;
  /**
   * Who is behind the request, in that meeting.
   * @throws AppError `not-signed-in`, or `not-found` for foreign and unknown meetings alike.
   */
  admit: (request: IncomingMessage, meeting: MeetingId) => Promise<Participant>;
  originAllowed: (request: IncomingMessage) => boolean;
  /** For the line that polls. */
  engineRules: EngineRules;
  /** Calls back every `ms` until what comes back is called. */
  every: (ms: number, then: () => void) => () => void;
  now: () => number;
  report: (error: unknown) => void;
}

export interface Doors {
  /** For the HTTP server's `upgrade` event; false when the path is none of ours. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Takes the requests of those who poll. */
  attach(server: HttpServer): void;
  /** Closes every wire. */
  close(): Promise<void>;
}

/** `/sync/:meetingId/:section` for stock y-websocket clients, `/line/:meetingId` for the shared line. */
export function createDoors(parts: DoorsParts): Doors {
  const upgrades = new WebSocketServer<typeof DoorSocket>({
    ...{ noServer: true, clientTracking: false, maxPayload: FRAME_BYTES },
    ...{ WebSocket: DoorSocket, closeTimeout: GOODBYE_MS },
  });
  const wires = new Set<Wire>();
  const purses = new Purses(parts.now);
  const stopBeating = parts.every(BEAT.everyMs, () => {
    for (const wire of [...wires]) wire.beat();
  });

  const welcome = (pipe: Pipe, request: IncomingMessage, destination: Destination) => {
    const wire: Wire = new Wire(pipe, () => void wires.delete(wire));
    wires.add(wire);
    admitTo(destination, request, wire, { ...parts, purses }).catch((error: unknown) => {
      const known = error instanceof AppError;
      if (!known) parts.report(error);
      wire.close(known ? error.code : 'internal', known ? error.message : 'Something went wrong on our side.');
    });
  };
  const polling = createPollingDoor({
    engineRules: parts.engineRules,
    welcome: (pipe, request) => welcome(pipe, request, pollingDestinationOf(request.url ?? '')),
  });

  return {
    attach: (server) => polling.attach(server),

    handle(request, socket, head) {
      const destination = destinationOf(request.url ?? '');
      if (!destination) return false;
      if (parts.originAllowed(request)) {
        upgrades.handleUpgrade(request, socket, head, (webSocket) => {
          welcome(new WebSocketPipe(webSocket), request, destination);
        });
        return true;
      }
      // Nobody is there any more to be told when the socket breaks.
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return true;
    },

    async close() {
      stopBeating();
      for (const wire of [...wires]) wire.close('unavailable', CLOSING);
    },
  };
}

/** What everybody behind the doors shares. */
type Inside = DoorsParts & { purses: Purses };

async function admitTo(destination: Destination, request: IncomingMessage, wire: Wire, parts: Inside) {
  const { rooms, admit, report, purses } = parts;
  checkSchema(destination);
  const mark = rooms.mark();
  const meeting = MeetingId.safeParse(destination.meeting);
  if (!meeting.success) throw new AppError('not-found', 'There is no such meeting.');
  const participant = await admit(request, meeting.data);
  const section = destination.section === null ? null : SectionKey.safeParse(destination.section);
  if (section?.success === false) throw new AppError('not-found', 'There is no such section.');
  const release = rooms.hold(participant.id, mark, {
    close: (code, reason) => wire.close(code, reason),
    change: (changed) => listener.change(changed),
  });
  const listener: Guest = section
    ? socketFor(wire, participant, section.data, parts)
    : new Line({ wire, participant, rooms, hooks: parts, report });
  const heard: Listener = {
    receive: (frame) => listener.receive(frame),
    beat: () => listener.beat(),
    closed: () => {
      release();
      listener.closed();
    },
  };
  wire.listen(heard, purses.forLine(participant.id));
}

/** A stock socket: the wire is the connection. */
function socketFor(wire: Wire, participant: Participant, section: SectionKey, parts: DoorsParts): Guest {
  const { rooms, report } = parts;
  const connection = new Connection({
    ...{ participant, section, rooms, report, hooks: parts },
    carrier: {
      send: (message) => wire.send(message),
      close: (code, reason) => wire.close(code, reason),
      charge: (points) => wire.charge(points),
      acknowledge: () => undefined,
      // The protocol's own denial, which follows, is all that a stock client understands.
      refuse: () => undefined,
    },
  });
  return {
    receive: (frame) => connection.receive(frame),
    beat: () => connection.beat(),
    closed: () => connection.leave(),
    change: (changed) => connection.change(changed),
  };
}
