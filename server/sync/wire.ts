import type { WebSocket } from 'ws';
import { WIRE, type ErrorCode } from '#shared/errors.ts';
import { Allowance } from './allowance.ts';
import { BEAT, BYTES, COST, POINTS, UNREAD_BYTES } from './limits.ts';

/** What stands behind a wire once its holder has been admitted. */
export interface Listener {
  receive(frame: Uint8Array): void;
  /** The wire is closed, from whichever side. */
  closed(): void;
  /** Now and then, while the wire is open. */
  beat(): void;
}

/** A close reason is at most 123 bytes (RFC 6455 §5.5); a character that is cut may become three bytes. */
const REASON_BYTES = 120;

/**
 * One WebSocket, whatever is spoken on it: binary frames only, within an allowance, to somebody who reads and is alive.
 * Nothing is read from it before somebody listens.
 */
export class Wire {
  readonly #socket: WebSocket;
  readonly #points: Allowance;
  readonly #bytes: Allowance;
  #listener: Listener | null = null;
  #isOver = false;
  #missed = 0;

  constructor(socket: WebSocket, now: () => number) {
    this.#socket = socket;
    this.#points = new Allowance(POINTS, now);
    this.#bytes = new Allowance(BYTES, now);
    socket.pause();
    socket.on('message', (data, isBinary) => this.#hear(data as Buffer, isBinary));
    socket.on('pong', () => (this.#missed = 0));
    // ws closes by itself, and says 'close', after each error: a frame that is none, or one that is far too large.
    socket.on('error', () => this.#end());
    socket.on('close', () => this.#end());
  }

  /** Begins to read. */
  listen(listener: Listener): void {
    if (this.#isOver) {
      listener.closed();
      return;
    }
    this.#listener = listener;
    this.#socket.resume();
  }

  send(frame: Uint8Array): void {
    if (this.#isOver) return;
    if (this.#socket.bufferedAmount > UNREAD_BYTES) this.close('too-slow', 'You do not read what is sent to you.');
    else this.#socket.send(frame);
  }

  /** Whatever is received from here on is not looked at any more. */
  close(code: ErrorCode, reason: string): void {
    if (this.#isOver) return;
    this.#end();
    this.#socket.close(WIRE[code].close, Buffer.from(reason).subarray(0, REASON_BYTES).toString());
    // The other end's goodbye can only be read from a socket that is read.
    this.#socket.resume();
  }

  /** Takes the cost of a message off the allowance; false, and the end, when there was not enough. */
  charge(points: number): boolean {
    if (!this.#points.spend(points)) {
      this.close('too-many', 'That is too much at once.');
      return false;
    }
    return true;
  }

  /** Asks for a sign of life; who has given none for too long is let go. */
  beat(): void {
    if (this.#missed >= BEAT.missed) {
      this.#socket.terminate();
      return;
    }
    this.#missed += 1;
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
    if (!this.#isOver) this.#listener?.beat();
  }

  #hear(frame: Uint8Array, isBinary: boolean): void {
    if (this.#isOver) return;
    if (!isBinary) this.close('bad-input', 'Frames are binary.');
    else if (!this.#bytes.spend(frame.byteLength)) this.close('too-many', 'That is too much at once.');
    else if (this.charge(COST.frame)) this.#listener?.receive(frame);
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#listener?.closed();
  }
}
