import type { IncomingMessage } from 'node:http';

const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request that can change something, or open a socket, comes from our own pages. A request without an Origin
 * is no browser's cross-site request and is let on to be judged by its cookie. Without a configured address (a demo)
 * the Host header says who we are.
 */
export function originCheck(publicOrigin: string | null, isLoopback: boolean): (request: IncomingMessage) => boolean {
  return (request) => {
    const { origin, host } = request.headers;
    if (origin === undefined) return true;
    if (publicOrigin !== null) return origin === publicOrigin;
    // On the loopback interface a name that is not this machine's own was made to point here by somebody else.
    const name = URL.parse(`http://${host ?? ''}`)?.hostname;
    if (host === undefined || name === undefined || (isLoopback && !OWN_NAMES.has(name))) return false;
    return origin === `http://${host}` || origin === `https://${host}`;
  };
}
