import { isAnswered } from '#shared/plan/plan.ts';
import { lackingOf, shortly, type Found, type Rule } from './rule.ts';

/** An appointment without what, who or when. */
export const followupIncomplete: Rule = ({ followup }) =>
  followup.flatMap((row) => {
    const fields = lackingOf(row, ['what', 'who', 'on']);
    if (fields.length === 0 || fields.length === 3) return [];
    return [{ section: 'followup', fields, row: row.id, value: shortly(row.what) }];
  });

/** „Oppfølging hos fastlegen.” – and no more. */
const ONLY_FOLLOW_UP =
  /^(?:videre |vidare )?(?:oppfølging|oppfølgjing|følges opp|følgjast opp|kontroll(?:eres)?|følge opp) (?:(?:hos|av|ved|til|med) )?(?:fast)?legen?\.?$/iu;
/** An appointment says what it is, as long as it says when. */
const ONLY_APPOINTMENT = /^(?:bestille? )?time (?:(?:hos|til|ved) )?(?:fast)?legen?\.?$/iu;

/** Follow-up with the GP that says neither what nor when. */
export const followupVague: Rule = ({ followup, treatment, situation, clarifications }) => {
  const found = (section: Found['section'], field: string, words: string, row?: string): Found[] =>
    ONLY_FOLLOW_UP.test(shortly(words))
      ? [{ section, fields: [field], value: shortly(words), ...(row === undefined ? {} : { row }) }]
      : [];
  return [
    ...found('situation', 'advice', situation.advice),
    ...found('clarifications', 'plan', clarifications.plan),
    ...treatment.flatMap(({ id, action }) => found('treatment', 'action', action, id)),
    ...followup.flatMap(({ id, what, on }): Found[] =>
      on === null && ONLY_APPOINTMENT.test(shortly(what))
        ? [{ section: 'followup', fields: ['what', 'on'], row: id, value: shortly(what) }]
        : found('followup', 'what', what, id),
    ),
  ];
};

/** Follow-up before the patient has left. */
export const followupBeforeDeparture: Rule = ({ followup, departure }) =>
  followup
    .filter(({ on }) => on !== null && departure.on !== null && on < departure.on)
    .map(({ id, what }) => ({ section: 'followup', fields: ['on'], row: id, value: shortly(what) }));

export const departureMissing: Rule = ({ departure }) =>
  departure.on === null ? [{ section: 'departure', fields: ['on'] }] : [];

/** Home already before the meeting: the date was left standing. */
export const departurePast: Rule = ({ departure }, { on }) =>
  departure.on !== null && departure.on < on ? [{ section: 'departure', fields: ['on'], value: departure.on }] : [];

/** A sign in the yellow or red zone without whom to call. */
export const warningWithoutCall: Rule = ({ warnings }) =>
  warnings
    .filter(({ zone, sign, call }) => (zone === 'yellow' || zone === 'red') && isAnswered(sign) && !isAnswered(call))
    .map(({ id, sign }) => ({ section: 'warnings', fields: ['call'], row: id, value: shortly(sign) }));

/** A contact is named, and there is no number to reach them. */
export const phoneMissing: Rule = ({ coordination }) => {
  const fields = (['municipal', 'hospital'] as const)
    .filter((side) => isAnswered(coordination[`${side}Contact`]) && !isAnswered(coordination[`${side}Phone`]))
    .filter((side) => !/\d{2}.*\d{2}/.test(coordination[`${side}Contact`].slice(0, 500)))
    .map((side) => `${side}Phone`);
  return fields.length ? [{ section: 'coordination', fields }] : [];
};
