import type { Refusal } from '#shared/line.ts';
import type { Ending } from './ending.ts';
import type { Line } from './line.ts';
import type { LineEnd, Receiver } from './receiver.ts';

/** What a channel tells of beyond the y-websocket protocol. */
export interface ChannelNews {
  /** One more of our updates is safely stored. `all`: everything that the document holds is. */
  stored(all: boolean): void;
  /** The server did not take one of our updates. */
  refused(refusal: Refusal): void;
}

type CloseLike = Pick<CloseEvent, 'code' | 'reason' | 'wasClean'>;

/** The first two numbers of a message of the y-websocket protocol. */
const SYNC = 0;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
/** Presence of nobody: the provider wants to hear something now and then. */
const NOBODY = Uint8Array.of(1, 1, 0);

/**
 * One document's channel on the shared line, with as much of the browser's WebSocket as y-websocket's provider uses.
 * It counts the updates that it sends, so that it knows when all of them are stored.
 */
export class Channel implements Receiver {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = Channel.CONNECTING;
  readonly OPEN = Channel.OPEN;
  readonly CLOSING = Channel.CLOSING;
  readonly CLOSED = Channel.CLOSED;

  binaryType: BinaryType = 'arraybuffer';
  readyState: number = Channel.CONNECTING;
  onopen: ((event: object) => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: CloseLike) => void) | null = null;
  onerror: ((event: object) => void) | null = null;

  readonly #end: LineEnd;
  readonly #news: ChannelNews;
  #sent = 0;
  #acked = 0;
  #caughtUp = false;

  constructor(line: Line, section: string, news: ChannelNews) {
    this.#news = news;
    this.#end = line.attach(section, this);
  }

  /** Sends one message of the protocol. */
  send(data: Uint8Array | ArrayBuffer): void {
    if (this.readyState !== Channel.OPEN) return;
    const message = data instanceof Uint8Array ? data : new Uint8Array(data);
    const isSync = message[0] === SYNC;
    if (isSync && message[1] === STEP_2) this.#caughtUp = true;
    // What was written while the line was down goes up in step 2. An update that overtook it would leave a gap in our
    // clock, which the server refuses; and step 2, made later, holds that update too.
    if (isSync && message[1] === UPDATE && !this.#caughtUp) return;
    if (isSync && message[1] !== STEP_1) this.#sent += 1;
    this.#end.send(message);
  }

  close(): void {
    if (this.readyState === Channel.CLOSED) return;
    this.readyState = Channel.CLOSED;
    this.#end.close();
  }

  opened(): void {
    this.readyState = Channel.OPEN;
    this.onopen?.({});
  }

  data(message: Uint8Array): void {
    this.onmessage?.({ data: message.slice().buffer });
  }

  beat(): void {
    this.data(NOBODY);
  }

  acked(count: number): void {
    this.#acked = count;
    this.#news.stored(this.#caughtUp && this.#acked >= this.#sent);
  }

  refused(refusal: Refusal): void {
    this.#news.refused(refusal);
  }

  closed({ code, reason }: Ending): void {
    if (this.readyState === Channel.CLOSED) return;
    this.readyState = Channel.CLOSED;
    this.onclose?.({ code, reason, wasClean: code === 1000 });
  }
}

/** A class for the provider's `WebSocketPolyfill`: each `new` of it is a fresh channel for `section` on `line`. */
export function channelOn(line: Line, section: string, news: ChannelNews): typeof WebSocket {
  const ChannelHere = class extends Channel {
    constructor() {
      super(line, section, news);
    }
  };
  // The provider uses what Channel has; the rest of the browser's class is not needed.
  return ChannelHere as unknown as typeof WebSocket;
}
