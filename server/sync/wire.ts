import { WIRE, type ErrorCode } from '#shared/errors.ts';
import { COST, STRANGER_BYTES, UNREAD_BYTES } from './limits.ts';
import type { Pipe } from './pipe.ts';
import type { Purse } from './purse.ts';

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
 * One way in, whatever is spoken on it: binary frames only, within an allowance, to somebody who reads and is alive.
 * Nothing is read from it before somebody listens.
 */
export class Wire {
  readonly #pipe: Pipe;
  readonly #over: () => void;
  #listener: Listener | null = null;
  #purse: Purse | null = null;
  #isOver = false;
  /** What somebody who was never let in goes on sending. */
  #strangerBytes = 0;

  /** `over` is told once, when nothing more will be said on it. */
  constructor(pipe: Pipe, over: () => void) {
    this.#pipe = pipe;
    this.#over = over;
    pipe.attend({ hear: (frame) => this.#hear(frame), closed: () => this.#end() });
  }

  /** Begins to read; what it costs is paid from `purse`. */
  listen(listener: Listener, purse: Purse): void {
    if (this.#isOver) {
      listener.closed();
      return;
    }
    this.#listener = listener;
    this.#purse = purse;
    this.#pipe.open();
  }

  send(frame: Uint8Array): void {
    if (this.#isOver) return;
    if (this.#pipe.unread > UNREAD_BYTES) this.close('too-slow', 'You do not read what is sent to you.');
    else this.#pipe.send(frame);
  }

  /** Whatever is received from here on is not looked at any more. */
  close(code: ErrorCode, reason: string): void {
    if (this.#isOver) return;
    this.#end();
    this.#pipe.close(WIRE[code].close, Buffer.from(reason).subarray(0, REASON_BYTES).toString());
  }

  /** Takes the cost of a message off the allowance; false, and the end, when there was not enough. */
  charge(points: number): boolean {
    if (!this.#purse?.points.spend(points)) {
      this.close('too-many', 'That is too much at once.');
      return false;
    }
    return true;
  }

  /** Asks for a sign of life; who has given none for too long is let go. */
  beat(): void {
    this.#pipe.ping();
    if (!this.#isOver) this.#listener?.beat();
  }

  #hear(frame: Uint8Array | null): void {
    if (this.#isOver) {
      this.#ignore(frame?.byteLength ?? 0);
      return;
    }
    if (!frame) this.close('bad-input', 'Frames are binary.');
    else if (!this.#purse?.bytes.spend(frame.byteLength)) this.close('too-many', 'That is too much at once.');
    else if (this.charge(COST.frame)) this.#listener?.receive(frame);
  }

  /** What was under way when we closed is nobody's fault; but who was never let in has nothing to say. */
  #ignore(bytes: number): void {
    this.#strangerBytes += bytes;
    if (!this.#listener && this.#strangerBytes > STRANGER_BYTES) this.#pipe.terminate();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#over();
    this.#listener?.closed();
  }
}
