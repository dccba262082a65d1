import { Arrivals, countOf, decodeFrame, encodeFrame, type Frame, type FrameKind } from '#shared/line.ts';
import type { Ending } from './ending.ts';
import type { Attempt } from './lineWay.ts';
import type { World } from './world.ts';

/** How often we look whether the other end has been heard, and how many looks in vain make a dead connection. */
const LOOK_MS = 5_000;
const LOOKS_IN_VAIN = 5;
/** So long may the answer take when we ask for a sign of life. */
const ANSWER_MS = 5_000;
/** The code that a WebSocket gives for a connection that was lost. */
export const LOST: Ending = { code: 1006, reason: 'connection lost' };

/** What one connection tells of. Nothing more is told after `lost`. */
export interface LineNews {
  opened(): void;
  frame(frame: Frame): void;
  /** `wasHeard`: at least one frame had come. */
  lost(ending: Ending, wasHeard: boolean): void;
}

/**
 * One connection of the shared line, for as long as it lasts: frames go out numbered, and come in each once and in
 * order. When one is missing, on the way here or there, or nothing is heard any more, the connection is given up.
 */
export class LineSocket {
  readonly #socket: WebSocket;
  readonly #world: World;
  readonly #news: LineNews;
  readonly #arrivals = new Arrivals();
  #isOpen = false;
  #sent = 0;
  /** How many frames had been sent at the last looks, the oldest first: the server has had those by now. */
  #sentBefore: readonly number[] = [0, 0, 0];
  #looks = 0;
  #stopLooking: (() => void) | null = null;
  #stopAsking: (() => void) | null = null;

  constructor({ socket, withinMs }: Attempt, world: World, news: LineNews) {
    this.#socket = socket;
    this.#world = world;
    this.#news = news;
    const stopOpening = world.after(withinMs, () => this.lose());
    this.#stopLooking = stopOpening;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      this.#isOpen = true;
      stopOpening();
      this.#look();
      this.ask();
      news.opened();
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data instanceof ArrayBuffer) this.#hear(data);
    };
    // A close follows, and says more.
    socket.onerror = () => undefined;
    socket.onclose = ({ code, reason }) => this.lose({ code, reason });
  }

  send(kind: FrameKind, channel: number, payload: Uint8Array): void {
    if (this.#isOpen) this.#socket.send(encodeFrame({ kind, channel, number: this.#sent++, payload }));
  }

  /** Wants to hear from the other end now; a connection that died while the device slept is found out by it. */
  ask(): void {
    if (!this.#isOpen || this.#stopAsking) return;
    this.send('beat', 0, new Uint8Array());
    this.#stopAsking = this.#world.after(ANSWER_MS, () => this.lose());
  }

  /** Lets go of the connection; nothing is told of it any more. */
  leave(): void {
    this.#isOpen = false;
    this.#stopLooking?.();
    this.#stopAsking?.();
    const socket = this.#socket;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(1000);
  }

  #hear(data: ArrayBuffer): void {
    this.#looks = 0;
    this.#stopAsking?.();
    this.#stopAsking = null;
    const frame = decodeFrame(new Uint8Array(data));
    const place = frame && this.#arrivals.take(frame.number);
    if (!frame || place === 'gap') return this.lose();
    if (place === 'again') return;
    if (frame.kind === 'beat' && this.#missesOurs(countOf(frame.payload))) return this.lose();
    this.#news.frame(frame);
  }

  /** Whether the server, which has had so many frames, lacks some that have had long enough to get there. */
  #missesOurs(had: number): boolean {
    return had < (this.#sentBefore[0] ?? 0);
  }

  #look(): void {
    this.#stopLooking = this.#world.after(LOOK_MS, () => {
      this.#looks += 1;
      // What waits here has not been sent, however long it waits.
      if (this.#socket.bufferedAmount === 0) this.#sentBefore = [...this.#sentBefore.slice(1), this.#sent];
      if (this.#looks >= LOOKS_IN_VAIN) this.lose();
      else this.#look();
    });
  }

  /** Gives the connection up, and says so. */
  lose(ending: Ending = LOST): void {
    this.leave();
    this.#news.lost(ending, this.#arrivals.count > 0);
  }
}
