import type { Socket } from 'socket.io';
import { CLOSED_EVENT, FRAME_EVENT } from '#shared/line.ts';
import { GOODBYE_MS, STRANGER_BYTES } from './limits.ts';
import type { Ear, Pipe } from './pipe.ts';

/**
 * Largest body of a request, in which frames are base64: a message of the largest size three times over, so that
 * `too-large` can still be said of what is above it. A larger body ends the pipe without a word.
 */
export const BODY_BYTES = 1024 * 1024;

/** What we set on socket.io's transport, which has no other words for it. */
export interface Transport {
  maxHttpBufferSize: number;
  closeTimeout: number;
}

/** A pipe over socket.io's polling: each frame is an event. What it costs to keep it alive is socket.io's own care. */
export class PollingPipe implements Pipe {
  readonly #socket: Socket;
  /** What came before it was opened; null from then on. */
  #early: (Uint8Array | null)[] | null = [];
  #earlyBytes = 0;
  #ear: Ear | null = null;
  /** Bytes in the answer that is on its way to the other end, and bytes that wait for its next question. */
  #underWay = 0;
  #waiting = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    const transport = this.#transport;
    transport.maxHttpBufferSize = STRANGER_BYTES;
    transport.closeTimeout = GOODBYE_MS;
    socket.conn.on('flush', () => {
      this.#underWay = this.#waiting;
      this.#waiting = 0;
    });
  }

  get unread(): number {
    return this.#underWay + this.#waiting;
  }

  attend(ear: Ear): void {
    this.#ear = ear;
    this.#socket.onAny((name: unknown, ...said: unknown[]) => this.#hear(frameIn(name, said)));
    this.#socket.on('disconnect', () => ear.closed());
  }

  open(): void {
    this.#transport.maxHttpBufferSize = BODY_BYTES;
    const early = this.#early ?? [];
    this.#early = null;
    for (const frame of early) this.#ear?.hear(frame);
  }

  send(frame: Uint8Array): void {
    this.#waiting += frame.byteLength;
    this.#socket.emit(FRAME_EVENT, frame);
  }

  close(code: number, reason: string): void {
    this.#transport.maxHttpBufferSize = STRANGER_BYTES;
    this.#socket.emit(CLOSED_EVENT, code, reason);
    this.#socket.disconnect(true);
  }

  terminate(): void {
    this.#socket.conn.close(true);
  }

  /** socket.io asks by itself, and lets go of who does not answer. */
  ping(): void {
    return;
  }

  get #transport(): Transport {
    return this.#socket.conn.transport as unknown as Transport;
  }

  #hear(frame: Uint8Array | null): void {
    if (!this.#early) {
      this.#ear?.hear(frame);
      return;
    }
    this.#early.push(frame);
    this.#earlyBytes += frame?.byteLength ?? STRANGER_BYTES;
    if (this.#earlyBytes > STRANGER_BYTES) this.terminate();
  }
}

function frameIn(name: unknown, [frame, ...more]: readonly unknown[]): Uint8Array | null {
  return name === FRAME_EVENT && more.length === 0 && frame instanceof Uint8Array ? frame : null;
}
