import { Expected, Help, type NewLetter } from '#shared/coming.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Calls } from './calls.ts';

/** What the server is asked on the way into a meeting, and while one waits for it. */
export class ComingCalls {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Whom to ring, for whoever holds the link. @throws AppError `too-many` */
  help(token: string): Promise<Help> {
    return this.#calls.ask('POST', '/api/invitations/help', Help, { token });
  }

  /** Who is invited and has not come in yet. */
  expected(meeting: MeetingId): Promise<Expected> {
    return this.#calls.ask('GET', `/api/meetings/${meeting}/coming`, Expected);
  }

  /** An invitation as a letter, PDF. @throws AppError `not-found`, `gone` */
  letter(meeting: MeetingId, letter: NewLetter): Promise<Blob> {
    return this.#calls.file('POST', `/api/meetings/${meeting}/letter`, letter);
  }

  /** Asks the server for next to nothing, to see whether it answers. */
  knock(): Promise<void> {
    return this.#calls.tell('GET', '/healthz');
  }
}
