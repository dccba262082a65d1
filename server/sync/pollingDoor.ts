import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { POLLING_PATH } from '#shared/line.ts';
import { BEAT } from './limits.ts';
import type { Pipe } from './pipe.ts';
import { BODY_BYTES, PollingPipe } from './pollingPipe.ts';

/** How long the answer to socket.io's own sign of life may take; with the beat before it, half a minute at most. */
const PONG_MS = 15_000;

export interface PollingDoorParts {
  originAllowed: (request: IncomingMessage) => boolean;
  /** Somebody is at the door. */
  welcome: (pipe: Pipe, request: IncomingMessage) => void;
}

/** The line for those whose network lets no WebSocket through: the same frames, over socket.io's polling. */
export function createPollingDoor({ originAllowed, welcome }: PollingDoorParts): { attach(server: HttpServer): void } {
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
    allowRequest: (request, decide) => decide(null, originAllowed(request)),
  });
  io.on('connection', (socket) => welcome(new PollingPipe(socket), socket.request));
  return { attach: (server) => void io.attach(server) };
}
