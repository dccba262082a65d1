import type { Row } from '#shared/plan/plan.ts';
import type { ActionWords } from './proposal.ts';
import type { ActionSection } from './talk.ts';

/** The fields of a row that say who does it, and when. */
export const ACTION_FIELDS = {
  treatment: { words: 'action', owner: 'owner', due: ['due', 'when'], reason: ['forGoal', 'medicalReason'] },
  followup: { words: 'what', owner: 'who', due: ['on'], reason: [] },
} as const satisfies Record<
  ActionSection,
  { words: string; owner: string; due: readonly string[]; reason: readonly string[] }
>;

/** What is talked about stands in every view of the meeting, and for good in its course: no more of a field than this. */
export const MOST_CHARS = 2000;

/** A row of the plan as an action. Its words are cut. What is not answered is `''`; a goal stands as its row's id. */
export function actionIn(section: ActionSection, row: Row): ActionWords {
  const { words, owner, due, reason } = ACTION_FIELDS[section];
  const say = (...keys: readonly string[]) =>
    clipped(keys.map((key) => String(row[key] ?? '').trim()).find((told) => told !== '') ?? '');
  return {
    ...{ section, row: row.id, words: say(words), owner: say(owner), organisation: say('organisation') },
    ...{ due: say(...due), reason: say(...reason) },
  };
}

/** What is longer than `MOST_CHARS` ends there, with three dots. */
export const clipped = (words: string): string =>
  words.length > MOST_CHARS ? `${words.slice(0, MOST_CHARS).toWellFormed()}…` : words;
