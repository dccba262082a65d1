import { isAnswered, type Plan } from '#shared/plan/plan.ts';
import { shortly, type Found, type Rule } from './rule.ts';

const TIMES = ['function.before', 'function.now', 'function.expected'] as const;
type Time = (typeof TIMES)[number];

const isSaid = (plan: Plan, time: Time) =>
  plan[time].some(({ words, unknownReason }) => isAnswered(words) || isAnswered(unknownReason));

/** One point in time is described and the other is not: the reader cannot see what has changed, or will. */
const gap =
  (said: Time, missing: Time): Rule =>
  (plan) =>
    isSaid(plan, said) && !isSaid(plan, missing) ? [{ section: missing, fields: ['words', 'unknownReason'] }] : [];

export const beforeMissing = gap('function.now', 'function.before');
export const expectedMissing = gap('function.now', 'function.expected');
export const nowMissing = gap('function.expected', 'function.now');

const ONLY_A_NUMBER = /^\d+(?:[.,]\d+)?$/;

/** A number without words: it says something only to those who know the scale. */
export const numberAlone: Rule = (plan) =>
  TIMES.flatMap((section) =>
    plan[section].flatMap(({ id, words, level, unknownReason }) => {
      const number = ONLY_A_NUMBER.test(words.trim()) ? words.trim() : isAnswered(words) ? null : level;
      if (number === null || isAnswered(unknownReason)) return [];
      return [{ section, fields: ['words'], row: id, value: shortly(String(number)) }];
    }),
  );

const ONLY_UNKNOWN =
  /^(?:ukjent|ukjend|uvisst|usikkert?|uavklart|vet ikke|veit ikkje|ikke kjent|ikkje kjend|\?)[.?!]*$/iu;

const isOnlyUnknown = (words: string) => ONLY_UNKNOWN.test(shortly(words));

/** „Ukjent” and nothing more. Why it is not known, and when it may be, is what the others need. */
export const unknownWithoutWhy: Rule = (plan) => [
  ...TIMES.flatMap((section) =>
    plan[section]
      .filter(({ words, unknownReason }) =>
        isAnswered(unknownReason) ? isOnlyUnknown(unknownReason) : isOnlyUnknown(words),
      )
      .map(({ id }): Found => ({ section, fields: ['unknownReason'], row: id })),
  ),
  ...(['clarifications', 'situation'] as const).flatMap((section) =>
    Object.entries(plan[section])
      .filter(([, words]) => isOnlyUnknown(words))
      .map(([field]): Found => ({ section, fields: [field] })),
  ),
];
