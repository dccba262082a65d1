import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import { encodeAwarenessUpdate, Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Arrivals, closeOf, countOf, decodeFrame, encodeFrame, Refusal, wordsOf, wordsPayload } from '#shared/line.ts';
import type { FrameKind } from '#shared/line.ts';
import { PLAN_SCHEMA } from '#shared/plan/schema.ts';
import type { Participant } from '#server/access/participant.ts';
import { cookieOf, MEETING, type SyncHouse } from './syncHouse.ts';
import { until } from './until.ts';

/** The far end of a connection to one document, with nothing of Yjs' own client in between: it says what it is told to. */
export class WireEnd {
  /** What it was told of the document. */
  readonly doc = new Y.Doc();
  readonly presence = new Awareness(new Y.Doc());
  /** Updates that came by themselves, not as an answer. */
  readonly updates: Uint8Array[] = [];
  /** Reasons of the protocol's own denials. */
  readonly denials: string[] = [];
  /** On the line: what was refused, and up to where all is done with. */
  readonly refusals: Refusal[] = [];
  acknowledged = 0;
  /** Everything that came, in order, by kind. */
  readonly order: string[] = [];
  answers = 0;
  asked = 0;
  ended: { code: number; reason: string } | null = null;
  #waiting: (() => void)[] = [];
  /** Sends one message. */
  readonly say: (message: Uint8Array) => void;
  readonly leave: () => void;

  constructor(say: (message: Uint8Array) => void, leave: () => void) {
    this.say = say;
    this.leave = leave;
    this.presence.setLocalState(null);
    onTestFinished(() => this.presence.destroy());
  }

  hear(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === 0) this.#hearSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    else if (type === 1) {
      applyAwarenessUpdate(this.presence, decoding.readVarUint8Array(decoder), 'wire');
      this.order.push('presence');
    } else if (type === 2) {
      decoding.readVarUint(decoder);
      this.denials.push(decoding.readVarString(decoder));
      this.order.push('denied');
    }
  }

  #hearSync(step: number, bytes: Uint8Array): void {
    if (step === 0) {
      this.asked += 1;
      this.order.push('asked');
      return;
    }
    Y.applyUpdate(this.doc, bytes);
    if (step === 1) this.answers += 1;
    else this.updates.push(bytes);
    if (step === 1) for (const wake of this.#waiting.splice(0)) wake();
    this.order.push(step === 1 ? 'answer' : 'update');
  }

  /** The text of the document as it was told. */
  get text(): string {
    return this.doc.getText('content').toJSON();
  }

  /** Asks for all that the server has, and waits until it has come. */
  async sync(): Promise<this> {
    const before = this.answers;
    const answered = () => this.answers > before || this.ended !== null;
    const woken = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.say(askFor(this.doc));
    await Promise.race([woken, until(answered, 'an answer')]);
    return this;
  }
}

const message = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write);

/** Sync step 1. */
export const askFor = (doc: Y.Doc): Uint8Array => {
  return syncMessage(0, Y.encodeStateVector(doc));
};
/** Sync step 2: the answer to the server's question. */
export const answerWith = (update: Uint8Array): Uint8Array => syncMessage(1, update);
export const change = (update: Uint8Array): Uint8Array => syncMessage(2, update);
export const presenceOf = (update: Uint8Array): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, update);
  });
export const QUERY_PRESENCE = Uint8Array.of(3);

export const syncMessage = (step: number, bytes: Uint8Array): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** An awareness update about any client id, whoever that belongs to. */
export function presenceFor(client: number, clock: number, state: unknown): Uint8Array {
  const about = { states: new Map([[client, state]]), meta: new Map([[client, { clock, lastUpdated: 0 }]]) };
  return presenceOf(encodeAwarenessUpdate(about as unknown as Awareness, [client]));
}

export interface Visit {
  meeting?: string;
  section?: string;
  /** The version of the plan's form that a line says it knows. */
  schema?: number | string | null;
  headers?: ClientOptions['headers'];
  /** False for a client that gives no sign of life. */
  autoPong?: boolean;
}

/** A socket of one's own at `/sync/:meeting/:section`. */
export function socketEnd(
  house: Pick<SyncHouse, 'url'>,
  who: Participant | null,
  visit: Visit = {},
): WireEnd & { socket: WebSocket } {
  const { meeting = MEETING, section = 'story', ...options } = visit;
  const socket = openSocket(`${house.url}/sync/${meeting}/${section}`, who, options);
  const end = new WireEnd(whenOpen(socket), () => socket.close());
  socket.on('message', (data: Buffer) => end.hear(data));
  socket.on('close', (code, reason) => (end.ended = { code, reason: String(reason) }));
  return Object.assign(end, { socket });
}

/** The shared line, on which any frame can be said. */
export class LineEnd {
  readonly socket: WebSocket;
  readonly ends = new Map<number, WireEnd>();
  /** Channels that the server spoke on without their having been opened here. */
  readonly strays: number[] = [];
  /** Frames that did not follow on the one before. */
  outOfOrder = 0;
  /** How many of our frames the server has had, as it said last. */
  had: number | null = null;
  /** The number of the next frame that is said here. */
  number = 0;
  ended: { code: number; reason: string } | null = null;
  readonly #arrivals = new Arrivals();
  #next = 1;

  constructor(
    house: Pick<SyncHouse, 'url'>,
    who: Participant | null,
    { meeting = MEETING, schema = PLAN_SCHEMA, ...options }: Visit = {},
  ) {
    this.socket = openSocket(`${house.url}/line/${meeting}${schema === null ? '' : `?schema=${schema}`}`, who, options);
    this.socket.on('message', (data: Buffer) => this.#hear(data));
    this.socket.on('close', (code, reason) => {
      this.ended = { code, reason: String(reason) };
      for (const end of this.ends.values()) end.ended ??= this.ended;
    });
  }

  say(kind: FrameKind, channel: number, payload: Uint8Array = new Uint8Array(), number = this.number++): void {
    whenOpen(this.socket)(encodeFrame({ kind, channel, number, payload }));
  }

  open(section = 'story', channel = this.#next++): WireEnd {
    this.say('open', channel, wordsPayload(section));
    const end = new WireEnd(
      (bytes) => this.say('data', channel, bytes),
      () => this.say('close', channel, Uint8Array.of(3, 232)),
    );
    this.ends.set(channel, end);
    return end;
  }

  #hear(data: Uint8Array): void {
    const frame = decodeFrame(data);
    if (frame && this.#arrivals.take(frame.number) !== 'next') this.outOfOrder += 1;
    if (frame?.kind === 'beat') {
      this.had = countOf(frame.payload);
      for (const each of this.ends.values()) each.order.push('beat');
      return;
    }
    const end = frame && this.ends.get(frame.channel);
    if (!frame || !end) {
      this.strays.push(frame?.channel ?? -1);
      return;
    }
    const { kind, payload } = frame;
    if (kind === 'data') end.hear(payload);
    else if (kind === 'close') end.ended = closeOf(payload);
    else if (kind === 'ack') {
      end.acknowledged = countOf(payload);
      end.order.push(`ack ${end.acknowledged}`);
    } else if (kind === 'refused') {
      end.refusals.push(Refusal.parse(JSON.parse(wordsOf(payload))));
      end.order.push('refused');
    }
  }
}

/** How it was ended. */
export async function ending(end: Pick<WireEnd, 'ended'>): Promise<WireEnd['ended']> {
  await until(() => end.ended !== null, 'a close');
  return end.ended;
}

/** Each door opens the same kind of end. */
export const DOORS = {
  'a socket of one’s own': (house: SyncHouse, who: Participant, section = 'story'): WireEnd =>
    socketEnd(house, who, { section }),
  'a channel of the line': (house: SyncHouse, who: Participant, section = 'story'): WireEnd =>
    new LineEnd(house, who).open(section),
} as const;
export const DOOR_NAMES = Object.keys(DOORS) as (keyof typeof DOORS)[];

/** Comes in and knows all that is there. */
export function enter(house: SyncHouse, who: Participant, section = 'story', door = DOOR_NAMES[0]!): Promise<WireEnd> {
  return DOORS[door](house, who, section).sync();
}

function openSocket(url: string, who: Participant | null, { headers = {}, autoPong = true }: Visit): WebSocket {
  const socket = new WebSocket(url, { autoPong, headers: { ...(who ? { Cookie: cookieOf(who) } : {}), ...headers } });
  // What is said before it opens waits, each message for itself.
  socket.setMaxListeners(0);
  // A refusal by HTTP, and a connection that is cut, show as a close.
  socket.on('error', () => undefined);
  onTestFinished(() => socket.terminate());
  return socket;
}

/** Sends at once, or as the first thing when the socket opens. */
function whenOpen(socket: WebSocket): (bytes: Uint8Array) => void {
  return (bytes) => {
    if (socket.readyState === WebSocket.CONNECTING) socket.once('open', () => socket.send(bytes));
    else if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
  };
}
