import { isAnswered } from '#shared/plan/plan.ts';
import { lackingOf, shortly, type Circumstances, type Rule } from './rule.ts';

/** A goal that no action points to: wanted, and nobody does anything for it. */
export const goalWithoutAction: Rule = ({ goals, treatment }) =>
  goals
    .filter(({ id, activity }) => isAnswered(activity) && !treatment.some(({ forGoal }) => forGoal === id))
    .map(({ activity }) => ({ section: 'treatment', fields: ['forGoal'], value: shortly(activity) }));

/** A goal without a score, and without a word on why. */
export const goalWithoutScore: Rule = ({ goals }) =>
  goals
    .filter(
      ({ activity, scoreNow, noGoalReason }) => isAnswered(activity) && scoreNow === null && !isAnswered(noGoalReason),
    )
    .map(({ id, activity }) => ({
      ...{ section: 'goals' as const, fields: ['scoreNow', 'noGoalReason'], row: id, value: shortly(activity) },
    }));

/** An action that follows neither from a goal of the patient nor from a medical reason. */
export const actionWithoutGround: Rule = ({ goals, treatment }) =>
  treatment
    .filter(({ action }) => isAnswered(action))
    .filter(({ forGoal, medicalReason }) => !isAnswered(medicalReason) && !goals.some(({ id }) => id === forGoal))
    .map(({ id, action }) => ({
      ...{ section: 'treatment' as const, fields: ['forGoal', 'medicalReason'], row: id, value: shortly(action) },
    }));

/** An action without who, from where, or when. */
export const actionIncomplete: Rule = ({ treatment }, circumstances) =>
  treatment.flatMap((row) => {
    if (!isAnswered(row.action)) return [];
    const fields = [
      ...lackingOf(row, ['owner']),
      ...(belongsSomewhere(row.owner, circumstances) ? lackingOf(row, ['organisation']) : []),
      ...(isAnswered(row.due) || isAnswered(row.when) ? [] : ['due']),
    ];
    return fields.length ? [{ section: 'treatment', fields, row: row.id, value: shortly(row.action) }] : [];
  });

const PRIVATE =
  /(?<!\p{L})(?:pasienten|pårørende|pårørande|selv|sjølv|datter\p{L}*|sønn?(?:en)?|son(?:en)?|kon[ea]|mannen|ektefellen?|samboer\p{L}*)(?!\p{L})/iu;
const NAMES_ITSELF =
  /kommun|sykehus|sjukehus|helse|klinikk|kontor|tjenest|tenest|avdeling|posten|apotek|legevakt|legesenter/iu;

/** Whether one has to ask where the owner is from: not of the patient and kin, nor where the name itself says it. */
function belongsSomewhere(owner: string, { people }: Circumstances): boolean {
  const isPrivate = people.some(
    ({ name, role }) => (role === 'patient' || role === 'kin') && owner.toLowerCase().includes(name.toLowerCase()),
  );
  return !isPrivate && !PRIVATE.test(owner) && !NAMES_ITSELF.test(owner);
}
