import type { IncomingMessage } from 'node:http';

/**
 * Whether a request that can change something, or open a socket, comes from our own pages. A request without an Origin
 * is no browser's cross-site request and is let on to be judged by its cookie. Without a configured address (a demo)
 * the Host header says who we are.
 */
export function originCheck(publicOrigin: string | null): (request: IncomingMessage) => boolean {
  return (request) => {
    const { origin, host } = request.headers;
    if (origin === undefined) return true;
    if (publicOrigin !== null) return origin === publicOrigin;
    return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
  };
}
