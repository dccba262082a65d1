import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { Refusal } from '#shared/line.ts';
import { mayRead } from '#shared/plan/rights.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import { Gate } from './gate.ts';
import type { Landed } from './groupCommit.ts';
import type { Refused } from './guard.ts';
import { COST, FOR_A_POINT, MESSAGE_BYTES, REFUSALS } from './limits.ts';
import { answerMessage, deniedMessage, presenceMessage, readMessage } from './message.ts';
import { NOBODY } from './presence.ts';
import { Receipts } from './receipts.ts';
import type { Member, Room } from './room.ts';
import type { Rooms, Seat } from './rooms.ts';

/** What carries a connection: a socket of its own, or a channel of a shared line. */
export interface Carrier {
  send(message: Uint8Array): void;
  close(code: ErrorCode, reason: string): void;
  /** Takes what a message costs off the sender's allowance; false when that was too much and the line is closing. */
  charge(points: number): boolean;
  /** The first `count` updates are done with. Stock sockets have no word for it. */
  acknowledge(count: number): void;
  /** An update was not taken; said besides the protocol's own denial. */
  refuse(refusal: Refusal): void;
}

/** What is noted of a connection, for the access log. When one of these fails, the connection ends. */
export interface ConnectionHooks {
  /** Before anything of the document is sent. */
  onJoin(participant: Participant, section: SectionKey): void | Promise<void>;
  /** Before what they wrote is stored: it is not when this fails. Null when there is nothing to note. */
  onWrite(participant: Participant, section: SectionKey): Promise<void> | null;
  onRefused(participant: Participant, section: SectionKey, code: ErrorCode, detail: string): void | Promise<void>;
}

export interface ConnectionParts {
  participant: Participant;
  section: SectionKey;
  rooms: Rooms;
  carrier: Carrier;
  hooks: ConnectionHooks;
  report: (error: unknown) => void;
}

/** One participant's way into one document, behind every door: it speaks the y-websocket protocol. */
export class Connection implements Member {
  #participant: Participant;
  readonly #parts: ConnectionParts;
  readonly #gate = new Gate();
  readonly #receipts: Receipts;
  #seat: Seat | null = null;
  #isOver = false;
  /** Whether the client has sent what we asked for when it came. */
  #hasAnswered = false;
  #refusals = 0;

  /** Begins to enter at once; what is received meanwhile waits. */
  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#participant = parts.participant;
    this.#receipts = new Receipts((count) => {
      if (!this.#isOver) parts.carrier.acknowledge(count);
    });
    void this.#guarded(() => this.#enter());
  }

  get participant(): Participant {
    return this.#participant;
  }

  /** Who is behind it, or what they may, is another from now on. */
  change(participant: Participant): void {
    this.#participant = participant;
    if (mayRead(participant, this.#parts.section)) this.#seat?.room.presence.restamp(this);
    else this.close('forbidden', 'You may not read this part.');
  }

  /** Takes one frame's message from the other end. */
  receive(message: Uint8Array): void {
    if (message.byteLength > MESSAGE_BYTES) this.close('too-large', 'A message is at most 256 KiB.');
    else this.#guard(() => this.#gate.push(message));
  }

  /** Says something harmless: stock clients take half a minute of silence for a dead line. */
  beat(): void {
    if (this.#seat) this.send(presenceMessage(NOBODY));
  }

  send(message: Uint8Array): void {
    if (!this.#isOver) this.#parts.carrier.send(message);
  }

  /** Ends it from this side, with a word. */
  close(code: ErrorCode, reason: string): void {
    if (this.#isOver) return;
    this.leave();
    this.#parts.carrier.close(code, reason);
  }

  /** The other end is gone. */
  leave(): void {
    this.#isOver = true;
    this.#seat?.leave();
    this.#seat = null;
  }

  async #enter(): Promise<void> {
    const { section, rooms, hooks } = this.#parts;
    this.#checkMayRead();
    await hooks.onJoin(this.#participant, section);
    if (this.#isOver) return;
    const seat = await rooms.enter({ meeting: this.#participant.meeting, section }, this);
    if (this.#isOver) {
      seat.leave();
      return;
    }
    this.#seat = seat;
    this.#gate.open((message) => this.#guard(() => this.#handle(message, seat.room)));
  }

  /** @throws AppError `forbidden` */
  #checkMayRead(): void {
    const { section, hooks } = this.#parts;
    if (mayRead(this.#participant, section)) return;
    this.#note(() => hooks.onRefused(this.#participant, section, 'forbidden', 'reading'));
    throw new AppError('forbidden', 'You may not read this part.');
  }

  #handle(bytes: Uint8Array, room: Room): void {
    if (this.#isOver) return;
    // Rights are asked for on every message, not only at the door.
    this.#checkMayRead();
    const message = readMessage(bytes);
    switch (message.kind) {
      case 'ask':
        if (this.#parts.carrier.charge(COST.ask)) this.#answer(answerMessage(room.doc, message.stateVector));
        return;
      case 'update':
        this.#hasAnswered ||= message.isAnswer;
        if (this.#parts.carrier.charge(COST.update)) this.#take(message.update, room);
        return;
      case 'presence':
        if (!this.#parts.carrier.charge(Math.floor(bytes.byteLength / FOR_A_POINT.presenceBytes))) return;
        if (room.presence.take(message.update, this)) this.#parts.carrier.charge(COST.presence);
        return;
      case 'askPresence':
        if (!this.#parts.carrier.charge(COST.ask)) return;
        this.send(presenceMessage(room.presence.everyone()));
    }
  }

  #answer(message: Uint8Array): void {
    this.send(message);
    this.#parts.carrier.charge(Math.floor(message.byteLength / FOR_A_POINT.answerBytes));
  }

  #take(update: Uint8Array, room: Room): void {
    if (this.#parts.rooms.isFull()) throw new AppError('unavailable', 'Too much waits to be stored. Try again.');
    const { hooks, section } = this.#parts;
    const settle = this.#receipts.take();
    const landed: Landed = (failure) => {
      if (!failure) settle();
    };
    const note = () => hooks.onWrite(this.participant, section);
    const verdict = room.take(update, this.participant, this, landed, note);
    if (verdict.kind === 'garbage') throw new AppError('bad-input', 'That is no update.');
    if (verdict.kind === 'nothing') return;
    this.#parts.carrier.charge(Math.floor(verdict.steps / FOR_A_POINT.steps));
    if (verdict.kind === 'news') return;
    this.#refuse(verdict);
    settle();
  }

  #refuse({ code, detail, tooSoon }: Refused): void {
    const { carrier, hooks, section } = this.#parts;
    carrier.refuse({ code, detail });
    this.send(deniedMessage(detail));
    // A stock client that comes back may write before it has sent what it wrote while it was away. It is soon right.
    if (tooSoon && !this.#hasAnswered) return;
    this.#note(() => hooks.onRefused(this.participant, section, code, detail));
    this.#refusals += 1;
    if (this.#refusals >= REFUSALS) this.close('forbidden', 'Too many refused changes.');
  }

  #note(hook: () => void | Promise<void>): void {
    void this.#guarded(async () => hook());
  }

  #guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#endWith(error);
    }
  }

  async #guarded(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.#endWith(error);
    }
  }

  /** What was thrown on purpose is told; anything else is ours to look into. */
  #endWith(error: unknown): void {
    if (error instanceof AppError) {
      this.close(error.code, error.message);
      return;
    }
    this.#parts.report(error);
    this.close('internal', 'Something went wrong on our side.');
  }
}
