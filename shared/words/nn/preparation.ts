import type { StaffCatalogue } from '../catalogue.ts';
/** Who has prepared what, before the meeting. */
export const preparation: StaffCatalogue['preparation'] = {
  mine: 'Dine deler før møtet',
  mineHint: 'Dette trenger møtet at du har skrevet noe om. Resten kan dere ta sammen.',
  title: 'Hvem har forberedt hva',
  hint: 'En del som flere kan skrive, står hos hver av dem.',
  party: 'Part',
  parts: 'Deler',
  of: (ready: number, all: number) => `${ready} av ${all} klare`,
  nothing: 'ingen faste deler',
  doctor: 'Legen på sykehuset',
  invited: (names: string) => `${names} er invitert, men er ikke inne ennå`,
  nobody: 'ingen er med ennå',
  state: { notBegun: 'ikke begynt', begun: 'begynt', ready: 'klar' },
};
