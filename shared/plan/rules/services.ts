import { shortly, type Found, type Rule } from './rule.ts';
import { promisesIn, servicesIn } from './serviceWords.ts';

/** Needs are described as needs, never as services. */
export const serviceInNeeds: Rule = ({ needs }) => {
  const named = servicesIn(needs);
  return named.length ? [{ section: 'needs', fields: [], value: shortly(named.join(', ')) }] : [];
};

/** What the municipality does is its own to say, also in the shared plan of treatment. */
const isMunicipal = (organisation: string) => /kommun/iu.test(organisation);

/** A service that only the municipality can grant, named as settled where the others write. */
export const servicePromised: Rule = ({ treatment, followup, situation }) => {
  const found = (section: Found['section'], field: string, words: string, row?: string): Found[] => {
    const named = promisesIn(words);
    if (!named.length) return [];
    return [{ section, fields: [field], value: shortly(named.join(', ')), ...(row === undefined ? {} : { row }) }];
  };
  return [
    ...found('situation', 'advice', situation.advice),
    ...treatment.flatMap(({ id, action, organisation }) =>
      isMunicipal(organisation) ? [] : found('treatment', 'action', action, id),
    ),
    ...followup.flatMap(({ id, what, organisation, who }) =>
      isMunicipal(`${organisation} ${who}`) ? [] : found('followup', 'what', what, id),
    ),
  ];
};
