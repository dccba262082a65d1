import type { ParticipantId } from '#shared/ids.ts';
import type { MeetingView, ParticipantView } from '#shared/live.ts';
import { endTurn } from '#shared/meeting/round.ts';
import { roundOn } from '#shared/meeting/talk.ts';

/** Where somebody stands in the round: `passed` is asked once more at the end. */
export type Standing = 'speaking' | 'waiting' | 'passed' | 'had';

/** The round that is on, as everyone sees it. */
export interface Turns {
  /** Null when everyone has had the word. */
  speaker: ParticipantView | null;
  /** Whose turn it is again afterwards, when the word was given out of turn. */
  back: ParticipantView | null;
  /** Who has the word when the speaker is done. */
  next: ParticipantView | null;
  /** Everyone here who speaks, in turn. */
  lines: { person: ParticipantView; standing: Standing }[];
  /** Raised hands, the first that was raised first. */
  hands: ParticipantView[];
}

export function turnsOf({ participants, talk }: Pick<MeetingView, 'participants' | 'talk'>): Turns {
  const round = roundOn(talk);
  const find = (id: ParticipantId | null) => participants.find((person) => person.id === id) ?? null;
  const standingOf = (id: ParticipantId): Standing => {
    if (id === round.turn) return 'speaking';
    if (round.had.includes(id)) return 'had';
    return round.passed.includes(id) ? 'passed' : 'waiting';
  };
  const those = (ids: readonly ParticipantId[]) => ids.map(find).filter((person) => person !== null);
  return {
    speaker: find(round.turn),
    back: find(round.back),
    next: round.turn === null ? null : find(endTurn(round, talk.order).turn),
    lines: those(talk.order).map((person) => ({ person, standing: standingOf(person.id) })),
    hands: those(talk.signals.filter(({ signal }) => signal === 'hand').map(({ by }) => by)),
  };
}
