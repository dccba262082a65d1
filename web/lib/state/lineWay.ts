import { PLAN_SCHEMA, SCHEMA_PARAMETER } from '#shared/plan/schema.ts';
import { encodeFrame } from '#shared/line.ts';
import type { World } from './world.ts';

/** A network that lets WebSockets through does so within this time. */
const WEB_SOCKET_WITHIN_MS = 4_000;
const POLLING_WITHIN_MS = 15_000;
/** So many WebSockets in a row that come to nothing, and we try polling. */
const FAILURES = 2;
/** How often we see, while we poll, whether WebSockets get through by now. */
const TRY_AGAIN_MS = 120_000;
/** The code of a connection that was lost without a word from the server. */
const LOST = 1006;

/** A connection to try, and how long to wait for it to open, in ms. */
export interface Attempt {
  socket: WebSocket;
  withinMs: number;
}

/**
 * How the line gets to the server: by WebSocket, or by polling where a network refuses or swallows those. `back` is
 * called, while we poll, when a WebSocket gets through again.
 */
export class LineWay {
  readonly #url: string;
  readonly #world: World;
  readonly #back: () => void;
  #isPolling = false;
  #failures = 0;
  #stopTrying: (() => void) | null = null;

  constructor(url: string, world: World, back: () => void) {
    this.#url = withSchema(url);
    this.#world = world;
    this.#back = back;
  }

  /** The next connection. */
  open(): Attempt {
    if (this.#isPolling && this.#world.openPolling)
      return { socket: this.#world.openPolling(this.#url), withinMs: POLLING_WITHIN_MS };
    return { socket: this.#world.openSocket(this.#url), withinMs: WEB_SOCKET_WITHIN_MS };
  }

  /** The connection is open. */
  opened(): void {
    this.tryWebSocket();
  }

  /** The server was heard: this way leads there. */
  heard(): void {
    this.#failures = 0;
  }

  /** The connection is gone. Who was never heard, and said no word at the end, is perhaps not to be got at that way. */
  lost(code: number, wasHeard: boolean): void {
    this.#stop();
    if (wasHeard || code !== LOST) return;
    this.#failures += 1;
    if (this.#isPolling) {
      // The server itself may be down, and then polling leads nowhere either.
      this.#isPolling = false;
      this.#failures = FAILURES - 1;
    } else if (this.#failures >= FAILURES) {
      this.#isPolling = this.#world.openPolling !== undefined;
    }
  }

  /** While we poll: sees whether a WebSocket gets through, now and then again later. */
  tryWebSocket(): void {
    if (!this.#isPolling) return;
    this.#stop();
    const socket = this.#world.openSocket(this.#url);
    socket.binaryType = 'arraybuffer';
    socket.onerror = () => undefined;
    // Some networks let it open, and nothing through.
    socket.onopen = () => socket.send(encodeFrame({ kind: 'beat', channel: 0, number: 0, payload: new Uint8Array() }));
    socket.onmessage = () => {
      this.#stop();
      this.#isPolling = false;
      this.#failures = 0;
      this.#back();
    };
    const stopGivingUp = this.#world.after(WEB_SOCKET_WITHIN_MS, () => letGo(socket));
    const stopNext = this.#world.after(TRY_AGAIN_MS, () => this.tryWebSocket());
    this.#stopTrying = () => {
      letGo(socket);
      stopGivingUp();
      stopNext();
    };
  }

  /** Nothing more is tried, until a connection is open again. */
  #stop(): void {
    this.#stopTrying?.();
    this.#stopTrying = null;
  }
}

/** Nothing that a socket still has to say matters once it is let go. */
function letGo(socket: WebSocket): void {
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close(1000);
}

function withSchema(url: string): string {
  const address = new URL(url);
  address.searchParams.set(SCHEMA_PARAMETER, String(PLAN_SCHEMA));
  return address.href;
}
