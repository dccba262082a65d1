import type { IncomingMessage } from 'node:http';
import type { Server } from 'socket.io';
import type { ErrorCode } from '#shared/errors.ts';
import { Allowance, type Rate } from '#server/sync/allowance.ts';

type Engine = Server['engine'];

/** What one socket of an engine may cost. */
export interface EngineLimits {
  /** Packets of any kind: signs of life, and what is said to namespaces that do not exist, as well. */
  packets: Rate;
  /** Bytes that may wait for somebody who does not read. */
  unreadBytes: number;
}

/** What an engine of socket.io asks of whoever comes, before and below all that socket.io itself looks at. */
export interface EngineRules {
  /** Lets nobody have an engine's session who comes from a foreign page or is not signed in. For the option of that name. */
  allowRequest: (request: IncomingMessage, decide: (why: string | null, isAllowed: boolean) => void) => void;
  /** Cuts, from now on, each socket of the engine that goes beyond its limits. */
  limit: (engine: Engine, limits: EngineLimits) => void;
}

export interface EngineRulesParts {
  originAllowed: (request: IncomingMessage) => boolean;
  isSignedIn: (request: IncomingMessage) => Promise<boolean>;
  /** In ms. */
  now: () => number;
  /** A bug, for the log. */
  report: (error: unknown) => void;
}

/** As much of an engine's transport as is needed here. `socket` is there on a WebSocket. */
interface Transport {
  socket?: { on(event: 'ping', listener: () => void): unknown; terminate(): void };
}

/** As much of an engine's socket as is needed here, and is not in its types. */
interface RawSocket {
  readonly transport: Transport;
  on(event: 'packet' | 'flush', listener: () => void): unknown;
  on(event: 'packetCreate', listener: (packet: { data?: string | Uint8Array }) => void): unknown;
  on(event: 'upgrading', listener: (transport: Transport) => void): unknown;
  close(discard: true): void;
}

/** What a packet that waits costs in memory besides what it says. */
const PACKET_BYTES = 256;
/** Clients know it from the answer's `message`. */
const STRANGER: ErrorCode = 'not-signed-in';

export function createEngineRules({ originAllowed, isSignedIn, now, report }: EngineRulesParts): EngineRules {
  return {
    allowRequest(request, decide) {
      if (!originAllowed(request)) return decide(null, false);
      // While we look who it is, nobody else would notice that a socket breaks which asks for an upgrade.
      if (request.socket.listenerCount('error') === 0) request.socket.on('error', () => undefined);
      isSignedIn(request).then(
        (known) => decide(known ? null : STRANGER, known),
        (error: unknown) => {
          report(error);
          decide(null, false);
        },
      );
    },
    limit: (engine, limits) => void engine.on('connection', (raw: RawSocket) => holdTo(limits, raw, now)),
  };
}

function holdTo({ packets, unreadBytes }: EngineLimits, raw: RawSocket, now: () => number): void {
  const allowance = new Allowance(packets, now);
  const transports = new Set<Transport>();
  const cut = () => {
    raw.close(true);
    // A goodbye would be waited for, and what comes meanwhile be read.
    for (const { socket } of transports) socket?.terminate();
  };
  const spend = () => {
    if (!allowance.spend(1)) cut();
  };
  const follow = (transport: Transport) => {
    if (transports.has(transport)) return;
    transports.add(transport);
    // A WebSocket answers these by itself.
    transport.socket?.on('ping', spend);
  };
  follow(raw.transport);
  raw.on('packet', spend);
  // Said again at each probe of another transport, which is no packet of this socket's yet.
  raw.on('upgrading', (transport) => {
    follow(transport);
    spend();
  });
  let waiting = 0;
  raw.on('flush', () => (waiting = 0));
  raw.on('packetCreate', ({ data }) => {
    waiting += PACKET_BYTES + (data?.length ?? 0);
    if (waiting > unreadBytes) cut();
  });
}
