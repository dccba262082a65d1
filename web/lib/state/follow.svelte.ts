import type { PhaseId } from '#shared/ids.ts';

/**
 * Which phase this window shows. It follows the meeting, with two exceptions: whoever has the caret in a field is
 * never moved, and whoever went to look at another phase stays there.
 */
export class Follow {
  /** Where the meeting is; null before it starts. */
  #meetingAt = $state.raw<PhaseId | null>(null);
  /** Where this window stayed behind because somebody was writing. */
  #stayedAt = $state.raw<PhaseId | null>(null);

  /** Told on each change of the meeting; `writing`: the caret is in a field of this window. */
  meetingIsAt(phase: PhaseId | null, writing: boolean): void {
    const from = this.#meetingAt;
    this.#meetingAt = phase;
    if (phase === this.#stayedAt) this.#stayedAt = null;
    else if (writing && from !== null && from !== phase) this.#stayedAt ??= from;
  }

  /** What this window shows. `looked` is the phase that its user went to look at, if any. */
  shown(looked: PhaseId | null): PhaseId | null {
    return looked ?? this.#stayedAt ?? this.#meetingAt;
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
  return (
    focused instanceof HTMLElement && focused.matches('textarea, select, input:not([type="button"], [type="submit"])')
  );
}
