import type { Catalogue } from '../catalogue.ts';

/** What the others have just written, as the patient is told. */
export const written: Catalogue['written'] = {
  title: 'Just written about you',
  none: 'Here you see what the others write about you in the meeting.',
  person: (name, what) => `${name} (${what})`,
  wrote: (who, where) => `${who} has just written under “${where}”:`,
  /** Where it is not known who. */
  stands: (where) => `It now says under “${where}”:`,
  newest: 'Newest',
  before: 'A little earlier',
  open: 'See more',
  whole: (where) => `Read everything under “${where}”`,
};
