import { onTestFinished } from 'vitest';
import { Arrivals, countOf, decodeFrame, encodeFrame, wordsPayload, type Frame, type FrameKind } from '#shared/line.ts';
import { PLAN_SCHEMA } from '#shared/plan/schema.ts';
import { PollingSocket } from '#lib/state/pollingSocket.ts';
import type { Participant } from '#server/access/participant.ts';
import { cookieOf, MEETING, type SyncHouse } from './syncHouse.ts';

export interface PollingVisit {
  meeting?: string;
  schema?: number | string;
  headers?: Record<string, string>;
}

/** The far end of a line that polls, on which any frame can be said. */
export class PollingEnd {
  readonly socket: PollingSocket;
  readonly frames: Frame[] = [];
  isOpen = false;
  ended: { code: number; reason: string } | null = null;
  /** Frames that did not follow on the one before. */
  outOfOrder = 0;
  readonly #arrivals = new Arrivals();
  #said = 0;

  constructor(house: SyncHouse, who: Participant | null, visit: PollingVisit = {}) {
    const { meeting = MEETING, schema = PLAN_SCHEMA, headers = {} } = visit;
    const cookie: Record<string, string> = who ? { Cookie: cookieOf(who) } : {};
    this.socket = new PollingSocket(`${house.url}/line/${meeting}?schema=${schema}`, { ...cookie, ...headers });
    this.socket.onopen = () => (this.isOpen = true);
    this.socket.onclose = (ending) => (this.ended = ending);
    this.socket.onmessage = ({ data }) => {
      const frame = decodeFrame(new Uint8Array(data));
      if (!frame || this.#arrivals.take(frame.number) !== 'next') this.outOfOrder += 1;
      else this.frames.push(frame);
    };
    onTestFinished(() => this.socket.close());
  }

  say(kind: FrameKind, channel: number, payload: Uint8Array = new Uint8Array()): void {
    this.socket.send(encodeFrame({ kind, channel, number: this.#said++, payload }));
  }

  open(section: string, channel: number): void {
    this.say('open', channel, wordsPayload(section));
  }

  /** How many of the channel's updates are done with. */
  acknowledged(channel: number): number {
    const last = this.frames.findLast((frame) => frame.kind === 'ack' && frame.channel === channel);
    return last ? countOf(last.payload) : 0;
  }
}
