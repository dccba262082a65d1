import { AgreedVersion } from '#shared/agreement/version.ts';
import type { ExportFormat } from '#shared/api.ts';
import { FeedbackGiven, FeedbackView, type NewFeedback } from '#shared/feedback.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Language } from '#shared/words/language.ts';
import type { Calls } from './calls.ts';
import { searchWith } from './seat.ts';

/** The calls for what the patient takes home, and for how the meeting was. */
export class HomeApi {
  readonly #calls: Calls;
  readonly #seat: string | null;

  constructor(calls: Calls, seat: string | null) {
    this.#calls = calls;
    this.#seat = seat;
  }

  /** The version as it was frozen. */
  agreedVersion(meeting: MeetingId, version: number): Promise<AgreedVersion> {
    return this.#calls.ask('GET', addressOf(meeting, version), AgreedVersion);
  }

  /** Where a link downloads the patient's copy from, with headings in `language`. */
  copyAddress(meeting: MeetingId, version: number, language: Language): string {
    const asked = { format: 'patient' satisfies ExportFormat, language };
    return `${addressOf(meeting, version)}/export${searchWith(this.#seat, asked)}`;
  }

  /** Where a calendar gets the appointments of a version from, or that of one row. */
  appointmentsAddress(meeting: MeetingId, version: number, language: Language, row?: string): string {
    const asked = row === undefined ? { language } : { language, row };
    return `${addressOf(meeting, version)}/appointments.ics${searchWith(this.#seat, asked)}`;
  }

  /** Whether one has said how the meeting was. */
  async feedbackGiven(meeting: MeetingId): Promise<boolean> {
    const { given } = await this.#calls.ask('GET', `/api/meetings/${meeting}/feedback`, FeedbackGiven);
    return given;
  }

  /** @throws AppError `not-now` the second time. */
  async giveFeedback(meeting: MeetingId, said: NewFeedback): Promise<void> {
    await this.#calls.tell('POST', `/api/meetings/${meeting}/feedback`, said);
  }

  /** How the meetings of one's organisation were. @throws AppError `forbidden` for whoever comes for none. */
  feedback(): Promise<FeedbackView> {
    return this.#calls.ask('GET', '/api/feedback', FeedbackView);
  }
}

function addressOf(meeting: MeetingId, version: number): string {
  return `/api/meetings/${meeting}/versions/${version}`;
}
