import * as z from 'zod/mini';
import { ParticipantId } from '#shared/ids.ts';
import type { Role } from '#shared/roles.ts';

/** Who has the word, and who has had it. The order itself follows from who is here: `speakingOrder`. */
export const Round = z.strictObject({
  /** Whose turn it is; null when everyone has had the word. */
  turn: z.nullable(ParticipantId),
  /** Whose turn it is again, when somebody was given the word out of turn. */
  back: z.nullable(ParticipantId),
  had: z.array(ParticipantId),
  /** Those who let it pass: they are asked once more when all others have had the word. */
  passed: z.array(ParticipantId),
});
export type Round = z.infer<typeof Round>;

/** Nobody has the word. */
export const NO_ROUND: Round = { turn: null, back: null, had: [], passed: [] };

/** The patient first, then those who know home, and the hospital last. The interpreter speaks for others. */
const ORDER: readonly Role[] = ['patient', 'kin', 'municipality', 'gp', 'hospital'];

/** Those who speak, in turn: the party that begins, then the fixed order; within a party whoever leads comes first. */
export function speakingOrder<P extends { id: string; role: Role }>(
  people: readonly P[],
  first: Role,
  leads: string | null = null,
): P[] {
  const place = ({ id, role }: P) => (role === first ? -10 : ORDER.indexOf(role)) - (id === leads ? 0.5 : 0);
  return people.filter(({ role }) => ORDER.includes(role)).toSorted((a, b) => place(a) - place(b));
}

/** The word goes to the first in `order`. */
export function openRound(order: readonly ParticipantId[]): Round {
  return { ...NO_ROUND, turn: order[0] ?? null };
}

/** Whoever has the word has said it: back to whom it was taken from, else to the next who is here. */
export function endTurn(round: Round, order: readonly ParticipantId[]): Round {
  return goOn({ ...round, had: withOne(round.had, round.turn) }, order);
}

/** Whoever has the word lets it pass, and is asked again at the end; the second time that is an answer. */
export function passTurn(round: Round, order: readonly ParticipantId[]): Round {
  if (round.turn !== null && round.passed.includes(round.turn)) return endTurn(round, order);
  return goOn({ ...round, passed: withOne(round.passed, round.turn) }, order);
}

/** The word to somebody out of turn; whoever had it has it again afterwards. */
export function giveWord(round: Round, to: ParticipantId): Round {
  if (round.turn === to) return round;
  const back = round.back ?? (round.turn !== null && !round.had.includes(round.turn) ? round.turn : null);
  return { ...round, turn: to, back: back === to ? null : back };
}

/** The round without somebody who is no longer in the meeting. */
export function withoutSpeaker(round: Round, gone: ParticipantId, order: readonly ParticipantId[]): Round {
  const rest: Round = {
    turn: round.turn,
    back: round.back === gone ? null : round.back,
    had: round.had.filter((id) => id !== gone),
    passed: round.passed.filter((id) => id !== gone),
  };
  return rest.turn === gone ? goOn(rest, order) : rest;
}

function goOn(round: Round, order: readonly ParticipantId[]): Round {
  const { back, had, passed, turn } = round;
  if (back !== null) return { ...round, turn: back, back: null };
  const waiting = order.filter((id) => id !== turn && !had.includes(id));
  const next = waiting.find((id) => !passed.includes(id)) ?? waiting[0] ?? null;
  // Who alone is left and passes is asked once more at once; that is the end of it.
  const alone = next === null && turn !== null && passed.includes(turn) && !had.includes(turn) ? turn : null;
  return { ...round, turn: next ?? alone };
}

function withOne(list: readonly ParticipantId[], one: ParticipantId | null): ParticipantId[] {
  return one === null || list.includes(one) ? [...list] : [...list, one];
}
