/** What staff get to know of how meetings were: month by month, never by person. */
export const howItWas = {
  title: 'Slik var møtene',
  lead: (fewest: number) =>
    `Svarene fra dem som var med, samlet for virksomheten din. Ingen ser hvem som svarte, og en måned vises først når minst ${fewest} har svart.`,
  none: (fewest: number) => `Ingen måned har ${fewest} svar ennå.`,
  noOrganisation: 'Du er ikke logget inn for en virksomhet, så det er ingen svar å vise.',
  month: 'Måned',
  answers: (count: number) => (count === 1 ? '1 svar' : `${count} svar`),
  said: 'Noe av det som ble sagt',
};
