import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { AgreementView, MeetingView } from '#shared/live.ts';
import type { Minutes } from '#shared/meeting/minutes.ts';

/** Read anew at most this often: much happens in a meeting, and each reading is logged. */
const AT_MOST_EVERY_MS = 5000;

/** The minutes as this window last read them. */
export class MinutesReading {
  #minutes = $state.raw<Minutes | null>(null);
  #refused = $state.raw<ErrorCode | null>(null);
  #readAt = -Infinity;
  #readOf: string | null = null;
  #isReading = false;
  readonly #read: () => Promise<Minutes>;

  constructor(read: () => Promise<Minutes>) {
    this.#read = read;
  }

  /** Null until they have come. */
  get minutes(): Minutes | null {
    return this.#minutes;
  }

  /** Why they could not be read. */
  get refused(): ErrorCode | null {
    return this.#refused;
  }

  /** Told again and again how the meeting stands (see `standOf`) and what time it is: reads when that is worth it. */
  async look(stand: string, now: number): Promise<void> {
    if (this.#isReading || stand === this.#readOf || now - this.#readAt < AT_MOST_EVERY_MS) return;
    this.#isReading = true;
    this.#readAt = now;
    this.#readOf = stand;
    try {
      this.#minutes = await this.#read();
      this.#refused = null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#refused = error.code;
      this.#readOf = null;
    } finally {
      this.#isReading = false;
    }
  }
}

/** Another word whenever minutes may say something else; the same while only time goes by. */
export function standOf(
  { state, facilitator, participants, talk }: MeetingView,
  agreement: AgreementView | null,
): string {
  const { proposal, minutes } = talk;
  return JSON.stringify([
    ...[state, facilitator, minutes, proposal && [proposal.row, proposal.comments.length]],
    participants.map(({ id, present, role }) => [id, present, role]),
    agreement && [agreement.hash, agreement.versions.length, agreement.signatures.map(({ at }) => at)],
  ]);
}
