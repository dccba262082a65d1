import { Redemption } from '#shared/api.ts';
import type { Help } from '#shared/coming.ts';
import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Api } from './api.ts';

/** Why one was not let in; `other` for what the server could not say. */
export type Refusal = 'wrong-code' | 'gone' | 'not-found' | 'too-many' | 'other';

/** Redeeming one invitation. Nothing is used up before `join`. */
export class Joining {
  #busy = $state.raw(false);
  #refusal = $state.raw<Refusal | null>(null);
  #malformed = $state.raw(false);
  #help = $state.raw<Help>({ phone: null, startsAt: null });
  readonly #api: Api;
  /** What the link's fragment says; null when it is no token. */
  readonly token: string | null;

  constructor(api: Api, fragment: string) {
    this.#api = api;
    const token = Redemption.shape.token.safeParse(fragment);
    this.token = token.success ? token.data : null;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get refusal(): Refusal | null {
    return this.#refusal;
  }

  /** What was typed is no code, so it was not sent. */
  get malformed(): boolean {
    return this.#malformed;
  }

  /** Whom to ring, and when the meeting is, once `askHelp` has ended. */
  get help(): Help {
    return this.#help;
  }

  /** Asks for help; uses nothing up. Whoever gets no answer comes in without. */
  async askHelp(): Promise<void> {
    if (this.token === null) return;
    try {
      this.#help = await this.#api.coming.help(this.token);
    } catch (refused) {
      if (!(refused instanceof AppError)) throw refused;
    }
  }

  /** The meeting that the code opens, or null when it was not taken. People type codes with spaces in them. */
  async join(typed: string): Promise<MeetingId | null> {
    const code = Redemption.shape.code.safeParse(typed.replace(/\s/g, ''));
    this.#malformed = !code.success;
    this.#refusal = null;
    if (!code.success || this.token === null || this.#busy) return null;
    this.#busy = true;
    try {
      await this.#api.redeem(this.token, code.data);
      return (await this.#api.me()).meeting;
    } catch (refused) {
      this.#refusal = refusalOf(refused);
      return null;
    } finally {
      this.#busy = false;
    }
  }
}

function refusalOf(refused: unknown): Refusal {
  if (!(refused instanceof AppError)) throw refused;
  const { code } = refused;
  return code === 'wrong-code' || code === 'gone' || code === 'not-found' || code === 'too-many' ? code : 'other';
}
