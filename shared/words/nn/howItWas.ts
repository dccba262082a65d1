import type { StaffCatalogue } from '../catalogue.ts';

/** What staff get to know of how meetings were: month by month, never by person. */
export const howItWas: StaffCatalogue['howItWas'] = {
  title: 'Slik var møta',
  lead: (fewest) =>
    `Svara frå dei som var med, samla for verksemda di. Ingen ser kven som svara, og ein månad blir vist først når minst ${fewest} har svart.`,
  none: (fewest) => `Ingen månad har ${fewest} svar enno.`,
  noOrganisation: 'Du er ikkje logga inn for ei verksemd, så det er ingen svar å vise.',
  month: 'Månad',
  answers: (count) => (count === 1 ? '1 svar' : `${count} svar`),
  said: 'Noko av det som vart sagt',
};
