import { isAnswered } from '#shared/plan/plan.ts';
import { shortly, type Rule } from './rule.ts';

/** New, changed or stopped, and not a word on why. */
export const medicineWithoutReason: Rule = ({ medications }) =>
  medications
    .filter(
      ({ drug, change, reason }) =>
        isAnswered(drug) && change !== null && change !== 'unchanged' && !isAnswered(reason),
    )
    .map(({ id, drug }) => ({ section: 'medications', fields: ['reason'], row: id, value: shortly(drug) }));

/** There are medicines, and nobody has said whether they come as multidose. */
export const multidoseUnanswered: Rule = (plan) =>
  plan.medications.some(({ drug }) => isAnswered(drug)) && plan['medications.reconciled'].multidose === null
    ? [{ section: 'medications.reconciled', fields: ['multidose'] }]
    : [];
