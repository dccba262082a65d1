import type { Catalogue } from '../catalogue.ts';

/** Words of the trade, and what they mean. */
export const plain: Catalogue['plain'] = {
  link: 'Ord og forklaringar',
  title: 'Ord og forklaringar',
  intro: 'Her står ord som fagfolk bruker, og kva dei tyder. I planen kan du trykkje på eit ord som har prikkar under.',
  search: 'Søk etter eit ord',
  found: (count) => (count === 1 ? '1 ord' : `${count} ord`),
  none: 'Vi har inga forklaring på det ordet. Spør i møtet.',
};
