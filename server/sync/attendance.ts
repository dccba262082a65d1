import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { ParticipantId } from '#shared/ids.ts';
import type { Participant } from '#server/access/participant.ts';
import { LINES } from './limits.ts';

/** What is said to everybody when the house closes. */
export const CLOSING = 'The house closes for a moment.';

/** A socket or line that somebody holds. */
export interface Held {
  close(code: ErrorCode, reason: string): void;
  /** Who holds it, or what they may, is another from now on. */
  change(participant: Participant): void;
}

/** Everyone who holds a line, so that it can be cut or changed at once when a right ends or changes. */
export class Attendance {
  readonly #lines = new Map<ParticipantId, Set<Held>>();
  readonly #cutAt = new Map<ParticipantId, number>();
  readonly #changedAt = new Map<ParticipantId, number>();
  #count = 0;

  /** To be taken before somebody's rights are looked up, and shown when they enter. */
  mark(): number {
    return this.#count;
  }

  /**
   * Lets a line in; what comes back takes it out again.
   * @throws AppError `forbidden` when the participant was cut after `mark` was taken: what was looked up no longer holds.
   * @throws AppError `unavailable` when what was looked up has changed since; `too-many`.
   */
  enter(participant: ParticipantId, mark: number, line: Held): () => void {
    if ((this.#cutAt.get(participant) ?? 0) > mark)
      throw new AppError('forbidden', 'You are no longer in the meeting.');
    if ((this.#changedAt.get(participant) ?? 0) > mark)
      throw new AppError('unavailable', 'Your rights changed this moment. Try again.');
    const lines = this.#lines.get(participant) ?? new Set<Held>();
    if (lines.size >= LINES) throw new AppError('too-many', 'You have too many lines open.');
    this.#lines.set(participant, lines.add(line));
    return () => {
      lines.delete(line);
      if (lines.size === 0 && this.#lines.get(participant) === lines) this.#lines.delete(participant);
    };
  }

  /** Closes every line of the participant, also one that is just being let in. */
  cut(participant: ParticipantId, code: ErrorCode, reason: string): void {
    this.#count += 1;
    this.#cutAt.set(participant, this.#count);
    for (const line of [...(this.#lines.get(participant) ?? [])]) line.close(code, reason);
  }

  /** Tells every line of the participant who they are from now on. */
  change(participant: Participant): void {
    this.#count += 1;
    this.#changedAt.set(participant.id, this.#count);
    for (const line of [...(this.#lines.get(participant.id) ?? [])]) line.change(participant);
  }

  /** Closes every line there is. */
  closeAll(): void {
    for (const lines of [...this.#lines.values()]) for (const line of [...lines]) line.close('unavailable', CLOSING);
  }
}
