import type { StaffCatalogue } from '../catalogue.ts';

/** What staff get to know of how meetings were: month by month, never by person. */
export const howItWas: StaffCatalogue['howItWas'] = {
  title: 'How the meetings were',
  lead: (fewest) =>
    `What those who took part answered, gathered for your organisation. Nobody sees who answered, and a month is shown only once at least ${fewest} have answered.`,
  none: (fewest) => `No month has ${fewest} answers yet.`,
  noOrganisation: 'You are not signed in for an organisation, so there are no answers to show.',
  month: 'Month',
  answers: (count) => (count === 1 ? '1 answer' : `${count} answers`),
  said: 'Some of what was said',
};
