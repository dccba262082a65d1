import { Verified, type Verifying } from '#shared/agreement/verification.ts';
import { DeliveryView } from '#shared/delivery.ts';
import type { MeetingId } from '#shared/ids.ts';
import { journalPath, type JournalChoice } from '#shared/journal.ts';
import type { Calls } from './calls.ts';

/** The calls for what becomes of an agreed plan: its way into the journals, and its end here. */
export class AgreedCalls {
  readonly #calls: Calls;
  readonly #seat: string | null;

  constructor(calls: Calls, seat: string | null) {
    this.#calls = calls;
    this.#seat = seat;
  }

  /** Says that one's organisation has it in its journal. @throws AppError `not-a-receiver` */
  file(meeting: MeetingId, version: number): Promise<DeliveryView> {
    return this.#calls.ask('POST', `/api/meetings/${meeting}/versions/${version}/filing`, DeliveryView, {});
  }

  /** Sends again what did not get there. @throws AppError `not-now` when it has not failed */
  sendAgain(meeting: MeetingId, delivery: string): Promise<void> {
    return this.#calls.tell('POST', `/api/meetings/${meeting}/deliveries/${encodeURIComponent(delivery)}/again`, {});
  }

  /** Deletes the meeting before its time. @throws AppError `not-now` while a copy is on its way */
  delete(meeting: MeetingId, reason: string): Promise<void> {
    return this.#calls.tell('DELETE', `/api/meetings/${meeting}`, { reason });
  }

  /** What a receiver needs of a version, as text. */
  journalText(meeting: MeetingId, version: number, choice: JournalChoice): Promise<string> {
    return this.#calls.text(`/api/meetings/${meeting}${journalPath(version, choice)}`);
  }

  /** Where a link downloads that text from. */
  journalAddress(meeting: MeetingId, version: number, choice: JournalChoice): string {
    const path = `/api/meetings/${meeting}${journalPath(version, choice)}`;
    return this.#seat === null ? path : `${path}&${new URLSearchParams({ seat: this.#seat }).toString()}`;
  }

  /** What is known of a file, by its fingerprint. @throws AppError `too-many` */
  verify(held: Verifying): Promise<Verified> {
    return this.#calls.ask('POST', '/api/verify', Verified, held);
  }
}
