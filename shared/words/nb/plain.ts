/** Words of the trade, and what they mean. */
export const plain = {
  link: 'Ord og forklaringer',
  title: 'Ord og forklaringer',
  intro: 'Her står ord som fagfolk bruker, og hva de betyr. I planen kan du trykke på et ord som har prikker under.',
  search: 'Søk etter et ord',
  found: (count: number) => (count === 1 ? '1 ord' : `${count} ord`),
  none: 'Vi har ingen forklaring på det ordet. Spør i møtet.',
};
