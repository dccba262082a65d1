import { AppError, WIRE, type ErrorCode } from '#shared/errors.ts';
import { Arrivals, closePayload, countPayload, decodeFrame, encodeFrame, wordsOf, wordsPayload } from '#shared/line.ts';
import type { Frame, FrameKind } from '#shared/line.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Held } from './attendance.ts';
import { Connection, type Carrier, type ConnectionHooks } from './connection.ts';
import { CHANNELS, COST } from './limits.ts';
import type { Rooms } from './rooms.ts';
import type { Listener, Wire } from './wire.ts';

export interface LineParts {
  wire: Wire;
  participant: Participant;
  rooms: Rooms;
  hooks: ConnectionHooks;
  report: (error: unknown) => void;
}

/**
 * The shared line: one wire with many channels, each a connection to one document. A channel that breaks a rule is
 * closed alone; whoever breaks the rules of the line itself loses the line. A channel's number is used once.
 */
export class Line implements Listener, Pick<Held, 'change'> {
  readonly #parts: LineParts;
  readonly #open = new Map<number, Connection>();
  /** Every number that was ever used. */
  readonly #used = new Set<number>();
  readonly #arrivals = new Arrivals();
  #sent = 0;
  #participant: Participant;

  constructor(parts: LineParts) {
    this.#parts = parts;
    this.#participant = parts.participant;
  }

  change(participant: Participant): void {
    this.#participant = participant;
    for (const connection of [...this.#open.values()]) connection.change(participant);
  }

  receive(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    try {
      if (!frame) throw new AppError('bad-input', 'That is no frame of the line.');
      const place = this.#arrivals.take(frame.number);
      if (place === 'gap') throw new AppError('bad-input', 'A frame before this one is missing.');
      if (place === 'next') this.#handle(frame);
    } catch (error) {
      const { code, message } = error instanceof AppError ? error : this.#unexpected(error);
      this.#parts.wire.close(code, message);
    }
  }

  closed(): void {
    for (const connection of this.#open.values()) connection.leave();
    this.#open.clear();
  }

  /** Says how many frames have come, so that the other end can tell when its last ones were lost. */
  beat(): void {
    this.#send('beat', 0, countPayload(this.#arrivals.count));
  }

  #handle({ kind, channel, payload }: Frame): void {
    if (kind === 'open') {
      this.#openChannel(channel, payload);
      return;
    }
    if (kind === 'beat') {
      this.beat();
      return;
    }
    if (!this.#used.has(channel)) throw new AppError('bad-input', 'The channel was not opened.');
    // What was under way to a channel that we have closed meanwhile is nobody's fault.
    const connection = this.#open.get(channel);
    switch (kind) {
      case 'data':
        connection?.receive(payload);
        return;
      case 'close':
        this.#open.delete(channel);
        connection?.leave();
        return;
      default:
        throw new AppError('bad-input', 'Only the server says that.');
    }
  }

  #openChannel(channel: number, payload: Uint8Array): void {
    if (this.#used.has(channel)) throw new AppError('bad-input', 'The channel has been used.');
    if (this.#open.size >= CHANNELS) throw new AppError('bad-input', 'Too many channels.');
    if (!this.#parts.wire.charge(COST.update)) return;
    this.#used.add(channel);
    const section = SectionKey.safeParse(sectionNameOf(payload));
    if (!section.success) {
      this.#closeChannel(channel, 'not-found', 'There is no such section.');
      return;
    }
    const { rooms, hooks, report } = this.#parts;
    const participant = this.#participant;
    const carrier = this.#carrier(channel);
    this.#open.set(channel, new Connection({ participant, section: section.data, rooms, carrier, hooks, report }));
  }

  #carrier(channel: number): Carrier {
    return {
      send: (message) => this.#send('data', channel, message),
      close: (code, reason) => {
        this.#open.delete(channel);
        this.#closeChannel(channel, code, reason);
      },
      charge: (points) => this.#parts.wire.charge(points),
      acknowledge: (count) => this.#send('ack', channel, countPayload(count)),
      refuse: (refusal) => this.#send('refused', channel, wordsPayload(JSON.stringify(refusal))),
    };
  }

  #closeChannel(channel: number, code: ErrorCode, reason: string): void {
    this.#send('close', channel, closePayload(WIRE[code].close, reason));
  }

  #send(kind: FrameKind, channel: number, payload: Uint8Array): void {
    this.#parts.wire.send(encodeFrame({ kind, channel, number: this.#sent++, payload }));
  }

  #unexpected(error: unknown): AppError {
    this.#parts.report(error);
    return new AppError('internal', 'Something went wrong on our side.');
  }
}

function sectionNameOf(payload: Uint8Array): string {
  try {
    return wordsOf(payload);
  } catch {
    throw new AppError('bad-input', 'A section is named in UTF-8.');
  }
}
