import { isAnswered } from '#shared/plan/plan.ts';
import { setValue, findRow } from './rows.ts';
import type { SharedPart } from './sharedPart.svelte.ts';
import { WordsPlace } from './wordsPlace.ts';

const REASON = 'noGoalReason';

/** Gives the goal its score, 0–10. What `decline` wrote is taken away; what anybody else wrote there stays. */
export function giveScore(goals: SharedPart, goal: string, score: number, reason: string): void {
  goals.doc.transact(() => {
    goals.answer('scoreNow', score, goal);
    const { text, words } = reasonOf(goals, goal);
    if (!goals.isReadonly && text && words === reason) text.delete(0, text.length);
  });
}

/** Takes the score away, and says why; a reason that stands there already stays. */
export function declineScore(goals: SharedPart, goal: string, reason: string): void {
  const row = findRow(goals.doc, goal);
  if (goals.isReadonly || !row) return;
  goals.doc.transact(() => {
    setValue(row.map, 'scoreNow', null);
    const place = reasonOf(goals, goal);
    if (!isAnswered(place.words)) place.makeText(row)?.insert(0, reason);
  });
}

const reasonOf = (goals: SharedPart, goal: string) =>
  new WordsPlace(goals.doc, goals.key, { field: REASON, row: goal });
