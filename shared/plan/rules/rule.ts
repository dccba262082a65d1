import type { Plan, Values } from '#shared/plan/plan.ts';
import { isAnswered } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Role } from '#shared/roles.ts';

/** What a plan is looked at in the light of. */
export interface Circumstances {
  /** The day of the meeting, `YYYY-MM-DD`. */
  on: string;
  /** Those who have joined. */
  people: readonly { name: string; role: Role }[];
}

/** Something doubtful that a rule found. */
export interface Found {
  /** Where it can be mended. */
  section: SectionKey;
  /** The fields that would mend it; empty for a text. */
  fields: string[];
  row?: string;
  /** What it is about, as it stands in the plan: a word, a number, what a row is called. */
  value?: string;
}

/** Looks for one kind of doubt. Pure, and throws on no plan. */
export type Rule = (plan: Plan, circumstances: Circumstances) => Found[];

const TITLE_LENGTH = 60;

/** Words on one line, and no more of them than it takes to know what is meant. */
export function shortly(words: string): string {
  const line = words
    .slice(0, 4 * TITLE_LENGTH)
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = [...line];
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH).join('').trimEnd()} …` : line;
}

/** Those of `fields` that are not answered. */
export function lackingOf(values: Values, fields: readonly string[]): string[] {
  return fields.filter((field) => !isAnswered(values[field]));
}
