import { WebSocket as NodeWebSocket } from 'ws';
import type { World } from '#lib/state/world.ts';

/** Of a WebSocket's `readyState`. */
const CLOSING = 2;
const CLOSED = 3;

/** A world whose clock a test moves by hand, and whose sockets it can get at. */
export class ManualWorld implements World {
  /** Every socket that was opened, the last one last. */
  readonly sockets: WebSocket[] = [];
  /** How long each wait was that somebody asked for, in ms. */
  readonly waits: number[] = [];
  /** Absent until a test brings one. */
  openPolling?: (url: string) => WebSocket;
  readonly #open: (url: string) => WebSocket;
  #now = 0;
  #timers: { at: number; act: () => void }[] = [];
  #network: { gone: () => void; back: () => void } | null = null;
  readonly #chance: number;

  constructor(open: (url: string) => WebSocket, chance = 0.5) {
    this.#open = open;
    this.#chance = chance;
  }

  chance(): number {
    return this.#chance;
  }

  after(ms: number, act: () => void): () => void {
    this.waits.push(ms);
    const timer = { at: this.#now + ms, act };
    this.#timers.push(timer);
    return () => (this.#timers = this.#timers.filter((other) => other !== timer));
  }

  openSocket(url: string): WebSocket {
    const socket = this.#open(url);
    this.sockets.push(socket);
    return socket;
  }

  watchNetwork(news: { gone: () => void; back: () => void }): () => void {
    this.#network = news;
    return () => (this.#network = null);
  }

  /** Lets time go by. */
  pass(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > until) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = next.at;
      next.act();
    }
    this.#now = until;
  }

  /** Lets time go by until there is a connection, or one on its way: those take real time. */
  passWhileDown(): void {
    const isDown = () => (this.sockets.at(-1)?.readyState ?? CLOSED) >= CLOSING;
    for (let tenths = 0; tenths < 100 && isDown(); tenths++) this.pass(100);
  }

  loseNetwork(): void {
    this.#network?.gone();
  }

  findNetwork(): void {
    this.#network?.back();
  }

  get isWatching(): boolean {
    return this.#network !== null;
  }
}

/** Opens real sockets, as somebody who holds the cookie. */
export function socketsWith(cookie: string): (url: string) => WebSocket {
  return (url) => new NodeWebSocket(url, { headers: { Cookie: cookie } }) as unknown as WebSocket;
}

/** The connection breaks, without a goodbye. */
export function cut(socket: WebSocket | undefined): void {
  (socket as unknown as NodeWebSocket).terminate();
}
