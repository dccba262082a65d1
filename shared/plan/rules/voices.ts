import { isAnswered, type Plan } from '#shared/plan/plan.ts';
import type { Role } from '#shared/roles.ts';
import { lackingOf, shortly, type Rule } from './rule.ts';

/** A question of the patient or kin that nobody has answered. */
export const questionUnanswered: Rule = (plan) =>
  plan.questions
    .filter(({ id, question }) => isAnswered(question) && !isReplied(id, plan))
    .map(({ question }) => ({ section: 'questions.answers', fields: ['answer'], value: shortly(question) }));

const isReplied = (id: string, plan: Plan) =>
  plan['questions.answers'].some(({ question, answer }) => question === id && isAnswered(answer));

/** An open disagreement without who settles it, or by when. */
export const disagreementIncomplete: Rule = ({ disagreements }) =>
  disagreements.flatMap((row) => {
    if (row.status === 'settled' || !isAnswered(row.topic)) return [];
    const fields = lackingOf(row, ['owner', 'due']);
    return fields.length ? [{ section: 'disagreements', fields, row: row.id, value: shortly(row.topic) }] : [];
  });

const VIEWS: readonly [Role, string][] = [
  ['patient', 'patientView'],
  ['hospital', 'hospitalView'],
  ['municipality', 'municipalityView'],
  ['gp', 'gpView'],
  ['kin', 'kinView'],
];

/** It takes two to disagree, and whatever it is about, it is about the patient. */
export const disagreementOneSided: Rule = ({ disagreements }, { people }) => {
  const joined = VIEWS.filter(([role]) => people.some((person) => person.role === role)).map(([, view]) => view);
  return disagreements.flatMap((row) => {
    if (row.status === 'settled' || !isAnswered(row.topic)) return [];
    const lacking = lackingOf(row, joined);
    const isOneSided =
      VIEWS.length -
        lackingOf(
          row,
          VIEWS.map(([, view]) => view),
        ).length <
      2;
    const fields = isOneSided ? lacking : lacking.filter((view) => view === 'patientView');
    return fields.length ? [{ section: 'disagreements', fields, row: row.id, value: shortly(row.topic) }] : [];
  });
};
