import { WebSocket } from 'ws';
import { WIRE } from '#shared/errors.ts';
import { BEAT } from './limits.ts';
import type { Ear, Pipe } from './pipe.ts';

/** The code of RFC 6455 for a message that is too big, which ws gives by itself. */
const MESSAGE_TOO_BIG = 1009;

/** A WebSocket that says our own code to whoever sends a frame that is far too large. */
export class DoorSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === MESSAGE_TOO_BIG ? WIRE['too-large'].close : code, reason);
  }
}

/** A pipe over one WebSocket. */
export class WebSocketPipe implements Pipe {
  readonly #socket: WebSocket;
  #missed = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.pause();
  }

  get unread(): number {
    return this.#socket.bufferedAmount;
  }

  attend(ear: Ear): void {
    this.#socket.on('message', (data, isBinary) => ear.hear(isBinary ? (data as Buffer) : null));
    this.#socket.on('pong', () => (this.#missed = 0));
    // ws closes by itself, and says 'close', after each error: a frame that is none, or one that is far too large.
    this.#socket.on('error', () => ear.closed());
    this.#socket.on('close', () => ear.closed());
  }

  open(): void {
    this.#socket.resume();
  }

  send(frame: Uint8Array): void {
    this.#socket.send(frame);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
    // The other end's goodbye can only be read from a socket that is read.
    this.#socket.resume();
  }

  terminate(): void {
    this.#socket.terminate();
  }

  ping(): void {
    if (this.#missed >= BEAT.missed) {
      this.#socket.terminate();
      return;
    }
    this.#missed += 1;
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping();
  }
}
