import type { Catalogue } from '../catalogue.ts';

/** Words around every page: its name, the skip link, buttons that mean the same everywhere. */
export const frame: Catalogue['frame'] = {
  name: 'Tverrfagleg møte',
  /** The title of the browser's tab. */
  title: (page) => `${page} – Tverrfagleg møte`,
  skip: 'Hopp til innhaldet',
  home: 'Til forsida',
  demo: 'Demo – berre oppdikta personar',
  language: 'Språk',
  /** Each in itself, so that whoever reads no other finds it. */
  languages: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
  accessibility: 'Tilgjenge',
  verify: 'Sjekk ei fil',
  loading: 'Hentar …',
  notLoaded: 'Vi får ikkje henta dette akkurat no.',
  tryAgain: 'Prøv igjen',
  cancel: 'Avbryt',
  /** What somebody wrote, or the name of a field, in the marks of the language. */
  quoted: (words) => `«${words}»`,
  notJournal:
    'Planen er eit arbeidsdokument som de skriv saman. Han erstattar ikkje journalen, vedtak eller meldingar mellom tenestene. Møtet blir ikkje teke opp.',
};
