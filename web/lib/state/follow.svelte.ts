import type { PhaseId } from '#shared/ids.ts';
import type { MeetingState } from '#shared/meeting/meeting.ts';

/** Where a meeting can be: before it starts, in a phase, or summed up and to be agreed. */
export type Stop = ':prepare' | ':agreement' | PhaseId;

export function stopOf(state: MeetingState): Stop {
  if (state.status === 'planned' || state.status === 'open') return ':prepare';
  return state.status === 'inMeeting' ? state.phase : ':agreement';
}

/**
 * Where this window is. It follows the meeting, but whoever has the caret in a field is never moved: the window stays
 * behind until its user joins the others again.
 */
export class Follow {
  #meetingAt: Stop;
  /** Where this window stayed behind because somebody was writing. */
  #stayedAt: Stop | null;

  constructor(meetingAt: Stop) {
    this.#meetingAt = $state.raw(meetingAt);
    this.#stayedAt = $state.raw(null);
  }

  /** Told on each change of the meeting; `writing`: the caret is in a field of this window. */
  meetingIsAt(stop: Stop, writing: boolean): void {
    const from = this.#meetingAt;
    if (stop === from) return;
    this.#meetingAt = stop;
    if (stop === this.#stayedAt) this.#stayedAt = null;
    else if (writing) this.#stayedAt ??= from;
  }

  /** What this window shows. */
  get at(): Stop {
    return this.#stayedAt ?? this.#meetingAt;
  }

  /** Whether the meeting went on while somebody was writing here. */
  get stayed(): boolean {
    return this.#stayedAt !== null;
  }

  /** Where the meeting is, with the others. */
  join(): void {
    this.#stayedAt = null;
  }
}

/** Whether the caret is in a field, so that moving the page would take it away from somebody who writes. */
export function isWriting(document: Document): boolean {
  const focused = document.activeElement;
  return focused !== null && focused.matches('textarea, select, input:not([type="button"], [type="submit"])');
}
