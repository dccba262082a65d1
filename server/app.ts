import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { AppError } from '#shared/errors.ts';
import { problems } from '#server/http/problem.ts';
import { mount, type Door, type Route } from '#server/http/route.ts';

/** The largest body that any call of ours has need of, with room to spare. Plans travel by sync, not by HTTP. */
const BODY_BYTES = 64 * 1024;

export interface AppParts {
  routes: readonly Route[];
  door: Door;
  originAllowed: (request: IncomingMessage) => boolean;
  /** The web app: everything that is not `/api`. */
  web: RequestHandler;
  /** The upgrade doors; each says whether the request is for it. */
  doors: readonly ((request: IncomingMessage, socket: Duplex, head: Buffer) => boolean)[];
  /** Whether somebody else answers the upgrade, as socket.io does its own. */
  isForeignUpgrade: (request: IncomingMessage) => boolean;
  logger: Logger;
}

/** Every HTTP path and every upgrade door, in the order in which they are asked. Does not listen. */
export function createApp({ routes, door, originAllowed, web, doors, isForeignUpgrade, logger }: AppParts): Server {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // The web app sets its own content security policy, with a nonce for each page.
  app.use(
    helmet({
      contentSecurityPolicy: false,
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    }),
  );

  const api = express.Router();
  api.use('/api', noStore, sameOrigin(originAllowed), express.json({ limit: BODY_BYTES, strict: false }));
  mount(api, routes, door);
  api.use('/api', () => {
    throw new AppError('not-found', 'There is no such address.');
  });

  app.use(api);
  app.use(web);
  app.use(problems(logger));

  const server = createServer(app);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node has taken its own listener off: an error that nobody hears would end the process.
    socket.on('error', () => socket.destroy());
    if (doors.some((door) => door(request, socket, head))) return;
    if (isForeignUpgrade(request)) return;
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  return server;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** What can change something must come from our own pages. */
function sameOrigin(originAllowed: (request: IncomingMessage) => boolean): RequestHandler {
  return (request, _response, next) => {
    const harmless = request.method === 'GET' || request.method === 'HEAD';
    if (!harmless && !originAllowed(request))
      throw new AppError('wrong-origin', 'The request comes from a foreign page.');
    next();
  };
}
