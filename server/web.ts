import type { IncomingMessage, Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';

/** The web app as the house serves it. */
export interface Web {
  handler: RequestHandler;
  /** Called with the server before it listens. */
  attach(server: Server): Promise<void>;
  /** Whether an upgrade is the web app's own, such as hot reload's. */
  ownsUpgrade(request: IncomingMessage): boolean;
}

/** The web app as `npm run build` left it. Loaded by a computed name: it is a product, not a source. */
export async function builtWeb(): Promise<Web> {
  const product = new URL('../build/handler.js', import.meta.url).href;
  const { handler } = (await import(product)) as { handler: RequestHandler };
  return { handler, attach: async () => undefined, ownsUpgrade: () => false };
}

/** The web app straight from its sources, with hot reload; for development. */
export function freshWeb(): Web {
  let handler: RequestHandler = (_request, _response, next) => next();
  return {
    handler: (request, response, next) => handler(request, response, next),
    async attach(server) {
      const { createServer } = await import('vite');
      const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
      const vite = await createServer({ configFile, server: { middlewareMode: true, hmr: { server } } });
      handler = vite.middlewares as RequestHandler;
    },
    ownsUpgrade: (request) => (request.headers['sec-websocket-protocol'] ?? '').startsWith('vite-'),
  };
}
