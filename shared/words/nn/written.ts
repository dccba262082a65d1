import type { Catalogue } from '../catalogue.ts';

/** What the others have just written, as the patient is told. */
export const written: Catalogue['written'] = {
  title: 'Nettopp skrive om deg',
  none: 'Her ser du det dei andre skriv om deg i møtet.',
  person: (name, what) => `${name} (${what})`,
  wrote: (who, where) => `${who} skreiv nettopp under «${where}»:`,
  /** Where it is not known who. */
  stands: (where) => `No står det under «${where}»:`,
  newest: 'Nyast',
  before: 'Litt før',
  open: 'Sjå meir',
  whole: (where) => `Les alt under «${where}»`,
};
