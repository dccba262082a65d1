import { WIRE } from '#shared/errors.ts';
import { closeOf, closePayload, countOf, Refusal, wordsOf, wordsPayload, type Frame } from '#shared/line.ts';
import { isFinal, isFinalForLine, type Ending } from './ending.ts';
import { LineSocket, LOST } from './lineSocket.ts';
import { LineWay } from './lineWay.ts';
import type { LineEnd, Receiver } from './receiver.ts';
import type { World } from './world.ts';

/** First and longest wait before connecting again; each wait is a random part of it, so that not all come at once. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
const GROWTH = 3;
/** Those whom a server sends away, often all at the same moment, spread over nine seconds. */
const ATTEMPTS_AFTER_RESTART = 2;
const GOING_AWAY: readonly number[] = [1001, 1012, WIRE.unavailable.close, WIRE['too-many'].close];
/** A line that is down for less than this is not worth telling. */
const OFFLINE_AFTER_MS = 2_000;
const CHANNELS = 0x10000;

type State =
  | { kind: 'idle' }
  | { kind: 'connecting' | 'open'; socket: LineSocket }
  | { kind: 'waiting'; stop: () => void }
  | { kind: 'ended'; ending: Ending };

/**
 * The one WebSocket that carries all documents of a meeting. It connects when the first channel is wanted and comes
 * back by itself, with random growing waits, for as long as any is. `changed` is called when `offline` or `ended` is.
 */
export class Line {
  readonly #way: LineWay;
  readonly #world: World;
  readonly #changed: () => void;
  readonly #channels = new Map<number, { section: string; receiver: Receiver; open: boolean }>();
  #state: State = { kind: 'idle' };
  #number = 0;
  #attempts = 0;
  #offline = false;
  #stopOffline: (() => void) | null = null;

  constructor(url: string, world: World, changed: () => void = () => undefined) {
    // Who knows a better way takes it at once.
    this.#way = new LineWay(url, world, () => {
      this.drop();
      this.wake();
    });
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
      send: (message) => {
        if (this.#channels.get(number)?.open) this.#send('data', number, message);
      },
      close: () => {
        const open = this.#channels.get(number)?.open;
        this.#channels.delete(number);
        if (open) this.#send('close', number, closePayload(1000, ''));
      },
    };
  }

  /** The device has woken up, or found its network: connects at once instead of waiting, or sees if it still is. */
  wake(): void {
    if (this.#state.kind === 'open') {
      this.#state.socket.ask();
      this.#way.tryWebSocket();
    }
    if (this.#state.kind !== 'waiting') return;
    this.#state.stop();
    this.#connect();
  }

  /** Gives up the connection as it is: the device says that its network is gone. */
  drop(): void {
    if (this.#state.kind === 'open' || this.#state.kind === 'connecting') this.#state.socket.lose();
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
    if (state.kind === 'open' || state.kind === 'connecting') state.socket.leave();
  }

  #connect(): void {
    const socket: LineSocket = new LineSocket(this.#way.open(), this.#world, {
      opened: () => {
        this.#state = { kind: 'open', socket };
        this.#setOffline(false);
        this.#way.opened();
        for (const number of [...this.#channels.keys()]) this.#admit(number);
      },
      frame: (frame) => this.#take(frame),
      lost: (ending, wasHeard) => this.#lost(ending, wasHeard),
    });
    this.#state = { kind: 'connecting', socket };
    this.#stopOffline ??= this.#world.after(OFFLINE_AFTER_MS, () => this.#setOffline(true));
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
    this.#way.heard();
    if (kind === 'beat') {
      for (const { receiver, open } of [...this.#channels.values()]) if (open) receiver.beat();
      return;
    }
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

  #send(kind: 'open' | 'data' | 'close', channel: number, payload: Uint8Array): void {
    if (this.#state.kind === 'open') this.#state.socket.send(kind, channel, payload);
  }

  /** Channels that were open are closed with the line; those that still wait for it go on waiting. */
  #lost(ending: Ending, wasHeard: boolean): void {
    this.#way.lost(ending.code, wasHeard);
    if (isFinalForLine(ending.code)) {
      this.#end(ending);
      return this.#changed();
    }
    if (GOING_AWAY.includes(ending.code)) this.#attempts = Math.max(this.#attempts, ATTEMPTS_AFTER_RESTART);
    const wait = this.#world.chance() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * GROWTH ** this.#attempts);
    this.#attempts += 1;
    const stop = this.#world.after(wait, () => {
      if (this.#channels.size > 0) this.#connect();
      else this.#state = { kind: 'idle' };
    });
    this.#state = { kind: 'waiting', stop };
    this.#stopOffline ??= this.#world.after(OFFLINE_AFTER_MS, () => this.#setOffline(true));
    // A word that ends nothing here must not end the parts either: they come back with the line.
    this.#closeChannels(isFinal(ending.code) ? LOST : ending, (channel) => channel.open);
  }

  #end(ending: Ending): void {
    this.#state = { kind: 'ended', ending };
    this.#stopOffline?.();
    this.#stopOffline = null;
    this.#way.lost(ending.code, true);
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

function refusalIn(payload: Uint8Array): Refusal {
  try {
    return Refusal.parse(JSON.parse(wordsOf(payload)));
  } catch (cause) {
    return { code: 'internal', detail: `The refusal could not be read: ${String(cause)}` };
  }
}
