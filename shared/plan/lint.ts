import { rolesOf, type Role } from '#shared/roles.ts';
import type { Plan } from './plan.ts';
import { mayRead, type Reader } from './rights.ts';
import * as ahead from './rules/ahead.ts';
import * as functioning from './rules/function.ts';
import * as goals from './rules/goals.ts';
import { hardWord } from './rules/hardWords.ts';
import * as medicines from './rules/medicines.ts';
import type { Circumstances, Found, Rule } from './rules/rule.ts';
import * as services from './rules/services.ts';
import * as voices from './rules/voices.ts';
import { section, SECTION_KEYS, type SectionKey } from './sections.ts';

/** A rule, and the parts that it tells something of beside the one in which it can be mended. */
interface Declared {
  find: Rule;
  reads: readonly SectionKey[];
}
const rule = (find: Rule, ...reads: SectionKey[]): Declared => ({ find, reads });

/** Every rule of good writing. They advise and never block; what blocks stands in the registry, as `required`. */
const RULES = {
  'service-in-needs': rule(services.serviceInNeeds),
  'service-promised': rule(services.servicePromised),
  'goal-without-score': rule(goals.goalWithoutScore),
  'goal-without-action': rule(goals.goalWithoutAction, 'goals'),
  'action-without-ground': rule(goals.actionWithoutGround, 'goals'),
  'action-incomplete': rule(goals.actionIncomplete),
  'before-missing': rule(functioning.beforeMissing, 'function.now'),
  'now-missing': rule(functioning.nowMissing, 'function.expected'),
  'expected-missing': rule(functioning.expectedMissing, 'function.now'),
  'number-alone': rule(functioning.numberAlone),
  'unknown-without-why': rule(functioning.unknownWithoutWhy),
  'medicine-without-reason': rule(medicines.medicineWithoutReason),
  'multidose-unanswered': rule(medicines.multidoseUnanswered, 'medications'),
  'warning-without-call': rule(ahead.warningWithoutCall),
  'followup-incomplete': rule(ahead.followupIncomplete),
  'followup-vague': rule(ahead.followupVague),
  'followup-before-departure': rule(ahead.followupBeforeDeparture, 'departure'),
  'departure-missing': rule(ahead.departureMissing),
  'departure-past': rule(ahead.departurePast),
  'phone-missing': rule(ahead.phoneMissing),
  'question-unanswered': rule(voices.questionUnanswered, 'questions'),
  'disagreement-incomplete': rule(voices.disagreementIncomplete),
  'disagreement-one-sided': rule(voices.disagreementOneSided),
  'hard-word': rule(hardWord),
} as const satisfies Record<string, Declared>;

export type RuleKey = keyof typeof RULES;
export const RULE_KEYS = Object.keys(RULES) as RuleKey[];

/** A piece of advice: something in the plan that is doubtful, and who can mend it. */
export interface Advice extends Found {
  /** The words for it stand in the catalogue of each language. */
  rule: RuleKey;
  /** Roles that can mend it. */
  who: Role[];
}

/** What could be better in the plan, in the order of the registry. Throws on no plan, however it is filled. */
export function adviceOn(plan: Plan, circumstances: Circumstances): Advice[] {
  return RULE_KEYS.flatMap((key) =>
    RULES[key]
      .find(plan, circumstances)
      .map((found): Advice => ({ ...found, rule: key, who: rolesOf(section(found.section).writers) })),
  ).toSorted((a, b) => SECTION_KEYS.indexOf(a.section) - SECTION_KEYS.indexOf(b.section));
}

/** As much of `advice` as says nothing of parts that `who` may not read. */
export function adviceFor(who: Reader, advice: readonly Advice[]): Advice[] {
  return advice.filter((piece) => [piece.section, ...RULES[piece.rule].reads].every((key) => mayRead(who, key)));
}
