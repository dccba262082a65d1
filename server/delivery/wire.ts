import type { LookupAddress } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { DeliveryProblem } from '#shared/delivery.ts';
import { mayCall } from './address.ts';
import type { Receiver } from './receiver.ts';

/** Largest message that leaves: what is larger is no plan. */
const MESSAGE_BYTES = 20 * 1024 * 1024;
/** Largest answer that is read. */
const ANSWER_BYTES = 1024 * 1024;
/** How long it may take until there is a connection. */
const CONNECT_MS = 10_000;

/** What is posted. */
export interface Message {
  body: Buffer;
  headers: Readonly<Record<string, string>>;
}

/** What came back, whole; `body` is null when it was more than anyone should have to read. */
export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer | null;
}

/** Nothing that could be judged came back. */
export class WireProblem extends Error {
  readonly problem: DeliveryProblem;
  /** Whether it can be different the next time. */
  readonly passes: boolean;

  constructor(problem: DeliveryProblem, passes: boolean, options?: ErrorOptions) {
    super(`a message did not get through: ${problem}`, options);
    this.name = 'WireProblem';
    this.problem = problem;
    this.passes = passes;
  }
}

export interface WireParts {
  /** How long a receiver may take for all of it, in ms. */
  patienceMs: number;
  /** All addresses of a host. */
  resolve: (host: string) => Promise<LookupAddress[]>;
}

/**
 * Posts to receivers, and to nobody else: the host's address is looked up once, judged, and that very one is connected
 * to; no redirect is followed, no proxy of the environment used, no certificate taken that does not hold.
 */
export function createWire({ patienceMs, resolve }: WireParts) {
  /** @throws WireProblem */
  return async (receiver: Receiver, message: Message, closing: AbortSignal): Promise<Answer> => {
    if (message.body.length > MESSAGE_BYTES) throw new WireProblem('not-allowed', false);
    const tooSlow = AbortSignal.timeout(patienceMs);
    const signal = AbortSignal.any([tooSlow, closing]);
    try {
      const address = await abortable(addressOf(receiver, resolve), signal);
      return await exchange(receiver, address, message, signal);
    } catch (cause) {
      if (tooSlow.aborted) throw new WireProblem('too-slow', true, { cause });
      throw cause instanceof WireProblem ? cause : new WireProblem('unreachable', true, { cause });
    }
  };
}
export type Wire = ReturnType<typeof createWire>;

/** One that may be called; all others that the host has must be of the same kind, or somebody plays with its name. */
async function addressOf({ url, network }: Receiver, resolve: WireParts['resolve']): Promise<LookupAddress> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await resolve(host);
  const [first] = addresses;
  if (!first) throw new WireProblem('unreachable', true);
  if (!addresses.every(({ address }) => mayCall(address, network))) throw new WireProblem('not-allowed', false);
  return first;
}

function exchange(
  { url, token }: Receiver,
  pinned: LookupAddress,
  { body, headers }: Message,
  signal: AbortSignal,
): Promise<Answer> {
  const { request: open, Agent } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const request = open(new URL(url), {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Length': body.length,
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      // An agent of its own: the global one takes proxies from the environment.
      agent: new Agent({ keepAlive: false }),
      lookup: alwaysTo(pinned),
      ...{ signal, timeout: CONNECT_MS, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    });
    request.on('timeout', () => request.destroy(new WireProblem('too-slow', true)));
    request.on('error', reject);
    request.on('socket', (socket) => {
      socket.once(url.startsWith('https:') ? 'secureConnect' : 'connect', () => socket.setTimeout(0));
    });
    request.on('response', (response) => void read(response).then(resolve, reject));
    request.end(body);
  });
}

async function read(response: http.IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ANSWER_BYTES) return { status, headers, body: null };
    chunks.push(chunk);
  }
  return { status, headers, body: Buffer.concat(chunks) };
}

function alwaysTo({ address, family }: LookupAddress): LookupFunction {
  return (_host, { all }, done) => {
    if (all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new WireProblem('unreachable', true));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
