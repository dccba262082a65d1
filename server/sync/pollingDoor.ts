import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { POLLING_PATH } from '#shared/line.ts';
import type { EngineLimits, EngineRules } from '#server/engine.ts';
import { BEAT, STRANGER_BYTES, UNREAD_BYTES } from './limits.ts';
import type { Pipe } from './pipe.ts';
import { BODY_BYTES, PollingPipe, type Transport } from './pollingPipe.ts';

/** How long the answer to socket.io's own sign of life may take; with the beat before it, half a minute at most. */
const PONG_MS = 15_000;
/** How long somebody may take to say that they want a line. */
const CONNECT_MS = 5000;
/**
 * A frame is two packets. 200 changes a second are 400, and presence goes beside them; a tablet that comes back opens and
 * asks for all its parts at once. What they mean is charged on the wire, see `limits.ts`. Whoever does not read is told
 * so there; here it is only made sure of.
 */
const LIMITS: EngineLimits = { packets: { burst: 8000, perSecond: 1000 }, unreadBytes: 2 * UNREAD_BYTES };

export interface PollingDoorParts {
  engineRules: EngineRules;
  /** Somebody is at the door. */
  welcome: (pipe: Pipe, request: IncomingMessage) => void;
}

/** The line for those whose network lets no WebSocket through: the same frames, over socket.io's polling. */
export function createPollingDoor({ engineRules, welcome }: PollingDoorParts): { attach(server: HttpServer): void } {
  const io = new Server({
    path: POLLING_PATH,
    serveClient: false,
    transports: ['polling'],
    allowUpgrades: false,
    destroyUpgrade: false,
    httpCompression: false,
    maxHttpBufferSize: BODY_BYTES,
    pingInterval: BEAT.everyMs,
    pingTimeout: PONG_MS,
    connectTimeout: CONNECT_MS,
    allowRequest: engineRules.allowRequest,
  });
  io.on('connection', (socket) => welcome(new PollingPipe(socket), socket.request));
  return {
    attach(server) {
      io.attach(server);
      io.engine.on('connection', ({ transport }: { transport: Transport }) => {
        transport.maxHttpBufferSize = STRANGER_BYTES;
      });
      engineRules.limit(io.engine, LIMITS);
    },
  };
}
