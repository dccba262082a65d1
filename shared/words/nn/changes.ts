import type { AsideCatalogue } from '../catalogue.ts';

/** What the plan says otherwise than before, in plain words. */
export const changes: AsideCatalogue['changes'] = {
  kind: { added: 'Lagt til', removed: 'Teke bort', changed: 'Endra', moved: 'Flytta' },
  before: 'Før:',
  after: 'No:',
  added: 'Lagt til:',
  removed: 'Teke bort:',
  by: (names) => `Av ${names}`,
  person: (name, what) => `${name} (${what})`,
  onlySpaces: 'Berre mellomrom eller linjeskift er endra.',
  same: 'Det er ingen skilnad.',
  noTitle: 'Utan namn',
  patient: {
    title: 'Dette er endra',
    you: 'du',
    has: (who, where) => `${who} har endra: ${where}`,
    someone: (where) => `Endra: ${where}`,
    fromTo: (before, after) => `«${before}» er blitt «${after}»`,
    of: (label, words) => `${label}: ${words}`,
    in: (title, words) => `${title} – ${words}`,
    added: (words) => `nytt: «${words}»`,
    removed: (words) => `teke bort: «${words}»`,
    moved: (words) => `flytta: «${words}»`,
    more: (count) => (count === 1 ? 'Og éin ting til. Han står i planen.' : `Og ${count} ting til. Dei står i planen.`),
    own: 'Dette vil eg gjere sjølv',
    ownHint: 'Set eit kryss ved det du vil gjere. Du kan la det stå ope.',
  },
};
