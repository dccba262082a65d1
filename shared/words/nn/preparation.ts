import type { StaffCatalogue } from '../catalogue.ts';

/** Who has prepared what, before the meeting. */
export const preparation: StaffCatalogue['preparation'] = {
  mine: 'Dine delar før møtet',
  mineHint: 'Møtet treng at du har skrive noko om dette. Resten kan de ta saman.',
  title: 'Kven har førebudd kva',
  hint: 'Ein del som fleire kan skrive i, står hos kvar av dei.',
  party: 'Part',
  parts: 'Delar',
  of: (ready, all) => `${ready} av ${all} klare`,
  nothing: 'ingen faste delar',
  doctor: 'Legen på sjukehuset',
  invited: (names) => `${names} er invitert, men er ikkje inne enno`,
  nobody: 'ingen er med enno',
  state: { notBegun: 'ikkje byrja', begun: 'byrja', ready: 'klar' },
};
