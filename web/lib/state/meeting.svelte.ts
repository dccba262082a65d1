import { io, type Socket } from 'socket.io-client';
import type { MeetingForMe } from '#shared/api.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { ParticipantId } from '#shared/ids.ts';
import { AgreementView, Answer, MeetingView, type Signal } from '#shared/live.ts';
import type { ClientToServer, ParticipantView, ServerToClient } from '#shared/live.ts';
import { fitsState, mayCommand, type Command, type CommandKind } from '#shared/meeting/command.ts';
import { may, type Action } from '#shared/meeting/rights.ts';
import { actorOf } from '#shared/meeting/steering.ts';
import type { Phase } from '#shared/meeting/template.ts';
import { readsAll } from '#shared/plan/rights.ts';
import { PLAN_SCHEMA } from '#shared/plan/schema.ts';
import { connectErrorCode } from './connectError.ts';

/**
 * The line to the meeting. `connecting` until it first answers, `lost` while we try again, `over` when the server will
 * not have us any more: `code` says why.
 */
export type Line = { kind: 'connecting' | 'open' | 'lost' } | { kind: 'over'; code: ErrorCode };

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

const ANSWER_WITHIN_MS = 10_000;
const TRY_AGAIN_MS = 2000;
/** Refusals after which trying again is no use. */
const FINAL: readonly ErrorCode[] = ['not-signed-in', 'forbidden', 'not-found', 'gone', 'out-of-date'];

/** A socket for one meeting, not yet connected. The seat goes along as it does with every request. */
export function liveSocket(meeting: string, seat: string | null): LiveSocket {
  return io({
    path: '/live',
    autoConnect: false,
    auth: { meeting, schema: PLAN_SCHEMA },
    query: seat === null ? {} : { seat },
  });
}

/** The meeting as this window knows it: what the server announced last, and what can be asked of it. */
export class Meeting {
  #view: MeetingView;
  #agreement = $state.raw<AgreementView | null>(null);
  #line = $state.raw<Line>({ kind: 'connecting' });
  /** How much the server's clock is ahead of this window's, in ms. */
  #aheadMs = $state.raw(0);
  readonly #myId: ParticipantId;
  readonly #socket: LiveSocket;

  constructor({ me, phase: _phase, ...view }: MeetingForMe, socket: LiveSocket) {
    this.#myId = me;
    this.#socket = socket;
    this.#view = $state.raw(view);
    this.#aheadMs = view.now - Date.now();
  }

  get view(): MeetingView {
    return this.#view;
  }

  /** Null until the server has announced it, and where the plan is not shared with us as a whole. */
  get agreement(): AgreementView | null {
    return this.readsAll ? this.#agreement : null;
  }

  /** Whether the whole plan is shared with us. Agreement is for those alone. */
  get readsAll(): boolean {
    return this.me === null || readsAll(this.me);
  }

  get line(): Line {
    return this.#line;
  }

  /** Null when we are no longer among the participants. */
  get me(): ParticipantView | null {
    return this.#view.participants.find(({ id }) => id === this.#myId) ?? null;
  }

  get facilitator(): ParticipantView | null {
    return this.#view.participants.find(({ id }) => id === this.#view.facilitator) ?? null;
  }

  /** The phase that the meeting is in; null before it starts. */
  get phase(): Phase | null {
    const { state, template } = this.#view;
    const id = 'phase' in state ? state.phase : null;
    return template.phases.find((phase) => phase.id === id) ?? null;
  }

  /** The server's time, from this window's; both in ms since 1970. */
  serverTime(now: number): number {
    return now + this.#aheadMs;
  }

  may(action: Action): boolean {
    const { me } = this;
    return me !== null && may({ role: me.role, isFacilitator: me.id === this.#view.facilitator }, action);
  }

  /** Whether the meeting would take the command from us as it is now. */
  canDo(kind: CommandKind): boolean {
    const { me } = this;
    const { state, talk } = this.#view;
    return me !== null && fitsState(kind, state) && mayCommand(actorOf(this.#view, me, talk.offered), kind);
  }

  /** Connects, and stays connected until the answer is called. */
  open(): () => void {
    const socket = this.#socket;
    socket.on('connect', () => (this.#line = { kind: 'open' }));
    socket.on('meeting', (view) => this.#take(view));
    socket.on('agreement', (view) => this.#takeAgreement(view));
    let retry: ReturnType<typeof setTimeout> | undefined;
    // Where the server itself said no, or hung up, socket.io does not try again by itself.
    const tryLater = () => {
      clearTimeout(retry);
      if (!socket.active && this.#line.kind !== 'over') retry = setTimeout(() => socket.connect(), TRY_AGAIN_MS);
    };
    socket.on('connect_error', (error) => {
      this.#fail(connectErrorCode(error));
      tryLater();
    });
    socket.on('disconnect', () => {
      this.#fail(null);
      tryLater();
    });
    socket.connect();
    return () => {
      clearTimeout(retry);
      socket.off();
      socket.disconnect();
    };
  }

  /** @throws AppError when the server refuses, or does not answer. */
  command(command: Command): Promise<void> {
    return this.#request((answer) => this.#socket.timeout(ANSWER_WITHIN_MS).emit('command', command, answer));
  }

  /** Tells the others something; null takes it back. @throws AppError as `command` does. */
  signal(signal: Signal | null): Promise<void> {
    return this.#request((answer) => this.#socket.timeout(ANSWER_WITHIN_MS).emit('signal', signal, answer));
  }

  async #request(send: (answer: (error: Error | null, answer: unknown) => void) => void): Promise<void> {
    const raw = await new Promise<unknown>((resolve, reject) => {
      send((error, answer) => {
        if (error) reject(new AppError('unavailable', 'The meeting gave no answer.'));
        else resolve(answer);
      });
    });
    const answer = Answer.safeParse(raw);
    if (!answer.success)
      throw new AppError('out-of-date', 'The meeting answered in a form that this page does not know.');
    if (!answer.data.ok) {
      const { type: _type, title: _title, status: _status, code, detail, ...extra } = answer.data.problem;
      throw new AppError(code, detail, extra);
    }
    this.#take(answer.data.meeting);
  }

  #take(raw: MeetingView): void {
    const view = MeetingView.safeParse(raw);
    if (!view.success) return this.#fail('out-of-date');
    const before = this.readsAll;
    this.#view = view.data;
    // Only when it changes: when it is given back, the agreement may be here before the view that says so.
    if (before && !this.readsAll) this.#agreement = null;
    this.#aheadMs = view.data.now - Date.now();
  }

  #takeAgreement(raw: AgreementView): void {
    const view = AgreementView.safeParse(raw);
    if (!view.success) return this.#fail('out-of-date');
    this.#agreement = view.data;
  }

  #fail(code: ErrorCode | null): void {
    if (this.#line.kind === 'over') return;
    if (code === null || !FINAL.includes(code)) {
      this.#line = { kind: this.#line.kind === 'connecting' ? 'connecting' : 'lost' };
      return;
    }
    this.#line = { kind: 'over', code };
    this.#socket.disconnect();
  }
}
