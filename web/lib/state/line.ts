import { WIRE } from '#shared/errors.ts';
import {
  closeOf,
  closePayload,
  countOf,
  decodeFrame,
  encodeFrame,
  Refusal,
  wordsOf,
  wordsPayload,
  type Frame,
  type FrameKind,
} from '#shared/line.ts';
import { isFinal, type Ending } from './ending.ts';
import type { LineEnd, Receiver } from './receiver.ts';
import type { World } from './world.ts';

/** First and longest wait before connecting again; each wait is a random part of it, so that not all come at once. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
/** Those whom a server sends away, often all at the same moment, spread over four seconds. */
const ATTEMPTS_AFTER_RESTART = 2;
const GOING_AWAY: readonly number[] = [1001, 1012, WIRE.unavailable.close, WIRE['too-many'].close];
/** A line that is down for less than this is not worth telling. */
const OFFLINE_AFTER_MS = 2_000;
/** A message that ought to be answered and is not for so long has gone into a dead line. */
const UNANSWERED_MS = 20_000;
/** The code that a WebSocket gives for a connection that was lost. */
const LOST: Ending = { code: 1006, reason: 'connection lost' };
const CHANNELS = 0x10000;

type State =
  | { kind: 'idle' }
  | { kind: 'connecting' | 'open'; socket: WebSocket }
  | { kind: 'waiting'; stop: () => void }
  | { kind: 'ended'; ending: Ending };

/**
 * The one WebSocket that carries all documents of a meeting. It connects when the first channel is wanted and comes
 * back by itself, with random growing waits, for as long as any is. `changed` is called when `offline` or `ended` is.
 */
export class Line {
  readonly #url: string;
  readonly #world: World;
  readonly #changed: () => void;
  readonly #channels = new Map<number, { section: string; receiver: Receiver; open: boolean }>();
  #state: State = { kind: 'idle' };
  #number = 0;
  #attempts = 0;
  #offline = false;
  #stopOffline: (() => void) | null = null;
  #stopUnanswered: (() => void) | null = null;

  constructor(url: string, world: World, changed: () => void = () => undefined) {
    this.#url = url;
    this.#world = world;
    this.#changed = changed;
  }

  /** Whether the line has been down long enough to be told. */
  get offline(): boolean {
    return this.#offline;
  }

  /** Why the server ended the line for good; null while it may come back. */
  get ended(): Ending | null {
    return this.#state.kind === 'ended' ? this.#state.ending : null;
  }

  /** Takes a channel for `section`. Nothing is called before this returns. */
  attach(section: string, receiver: Receiver): LineEnd {
    const number = this.#freeNumber();
    this.#channels.set(number, { section, receiver, open: false });
    queueMicrotask(() => this.#admit(number));
    if (this.#state.kind === 'idle') this.#connect();
    return {
      send: (message, answered) => {
        if (this.#channels.get(number)?.open) this.#send('data', number, message, answered);
      },
      close: () => {
        const open = this.#channels.get(number)?.open;
        this.#channels.delete(number);
        if (open) this.#send('close', number, closePayload(1000, ''));
      },
    };
  }

  /** Connects at once instead of waiting: the device has woken up, or found its network. */
  wake(): void {
    if (this.#state.kind !== 'waiting') return;
    this.#state.stop();
    this.#connect();
  }

  /** Gives up the connection as it is: the device says that its network is gone. */
  drop(): void {
    if (this.#state.kind === 'open' || this.#state.kind === 'connecting') this.#lost(this.#state.socket, LOST);
  }

  /** Lets a line that the server ended try again, because somebody asked for it. */
  resume(): void {
    if (this.#state.kind === 'ended') this.#state = { kind: 'idle' };
    this.#changed();
  }

  /** Ends the line and everything on it, for good. */
  close(): void {
    const state = this.#state;
    this.#end({ code: 1000, reason: 'left' });
    if (state.kind === 'waiting') state.stop();
    if (state.kind === 'open' || state.kind === 'connecting') letGo(state.socket);
  }

  #connect(): void {
    const socket = this.#world.openSocket(this.#url);
    socket.binaryType = 'arraybuffer';
    this.#state = { kind: 'connecting', socket };
    this.#stopOffline ??= this.#world.after(OFFLINE_AFTER_MS, () => this.#setOffline(true));
    socket.onopen = () => {
      this.#state = { kind: 'open', socket };
      this.#setOffline(false);
      for (const number of [...this.#channels.keys()]) this.#admit(number);
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (!(event.data instanceof ArrayBuffer)) return;
      const frame = decodeFrame(new Uint8Array(event.data));
      if (frame) this.#take(frame);
    };
    // A close follows, and says more.
    socket.onerror = () => undefined;
    socket.onclose = ({ code, reason }) => this.#lost(socket, { code, reason });
  }

  #admit(number: number): void {
    const channel = this.#channels.get(number);
    if (!channel || channel.open) return;
    if (this.#state.kind === 'ended') {
      this.#channels.delete(number);
      return channel.receiver.closed(this.#state.ending);
    }
    if (this.#state.kind !== 'open') return;
    channel.open = true;
    this.#send('open', number, wordsPayload(channel.section));
    channel.receiver.opened();
  }

  #take({ kind, channel: number, payload }: Frame): void {
    this.#attempts = 0;
    this.#heard();
    const receiver = this.#channels.get(number)?.receiver;
    if (!receiver) return;
    if (kind === 'data') receiver.data(payload);
    else if (kind === 'ack') receiver.acked(countOf(payload));
    else if (kind === 'refused') receiver.refused(refusalIn(payload));
    else if (kind === 'close') {
      this.#channels.delete(number);
      receiver.closed(closeOf(payload));
    }
  }

  #send(kind: FrameKind, channel: number, payload: Uint8Array, answered = false): void {
    if (this.#state.kind !== 'open') return;
    this.#state.socket.send(encodeFrame({ kind, channel, payload }));
    if (answered) this.#stopUnanswered ??= this.#world.after(UNANSWERED_MS, () => this.drop());
  }

  #heard(): void {
    this.#stopUnanswered?.();
    this.#stopUnanswered = null;
  }

  /** Channels that were open are closed with the line; those that still wait for it go on waiting. */
  #lost(socket: WebSocket, ending: Ending): void {
    letGo(socket);
    this.#heard();
    if (isFinal(ending.code)) {
      this.#end(ending);
      return this.#changed();
    }
    if (GOING_AWAY.includes(ending.code)) this.#attempts = Math.max(this.#attempts, ATTEMPTS_AFTER_RESTART);
    const wait = this.#world.chance() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#attempts);
    this.#attempts += 1;
    const stop = this.#world.after(wait, () => {
      if (this.#channels.size > 0) this.#connect();
      else this.#state = { kind: 'idle' };
    });
    this.#state = { kind: 'waiting', stop };
    this.#stopOffline ??= this.#world.after(OFFLINE_AFTER_MS, () => this.#setOffline(true));
    this.#closeChannels(ending, (channel) => channel.open);
  }

  #end(ending: Ending): void {
    this.#state = { kind: 'ended', ending };
    this.#stopOffline?.();
    this.#stopOffline = null;
    this.#heard();
    this.#closeChannels(ending, () => true);
  }

  #closeChannels(ending: Ending, which: (channel: { open: boolean }) => boolean): void {
    for (const [number, channel] of [...this.#channels]) {
      if (!which(channel)) continue;
      this.#channels.delete(number);
      channel.receiver.closed(ending);
    }
  }

  #setOffline(offline: boolean): void {
    this.#stopOffline?.();
    this.#stopOffline = null;
    if (this.#offline === offline) return;
    this.#offline = offline;
    this.#changed();
  }

  #freeNumber(): number {
    do this.#number = (this.#number + 1) % CHANNELS;
    while (this.#channels.has(this.#number));
    return this.#number;
  }
}

/** Nothing that a socket still has to say matters once it is let go. */
function letGo(socket: WebSocket): void {
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close(1000);
}

function refusalIn(payload: Uint8Array): Refusal {
  try {
    return Refusal.parse(JSON.parse(wordsOf(payload)));
  } catch (cause) {
    return { code: 'internal', detail: `The refusal could not be read: ${String(cause)}` };
  }
}
