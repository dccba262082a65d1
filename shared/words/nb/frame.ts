import type { Language } from '../language.ts';

/** Words around every page: its name, the skip link, buttons that mean the same everywhere. */
export const frame = {
  name: 'Tverrfaglig møte',
  /** The title of the browser's tab. */
  title: (page: string) => `${page} – Tverrfaglig møte`,
  skip: 'Hopp til innholdet',
  home: 'Til forsiden',
  demo: 'Demo – bare oppdiktede personer',
  language: 'Språk',
  /** Each in itself, so that whoever reads no other finds it. */
  languages: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } satisfies Record<Language, string>,
  accessibility: 'Tilgjengelighet',
  verify: 'Sjekk en fil',
  loading: 'Henter …',
  notLoaded: 'Vi får ikke hentet dette akkurat nå.',
  tryAgain: 'Prøv igjen',
  cancel: 'Avbryt',
  /** What somebody wrote, or the name of a field, in the marks of the language. */
  quoted: (words: string) => `«${words}»`,
  notJournal:
    'Planen er et arbeidsdokument som dere skriver sammen. Den erstatter ikke journalen, vedtak eller meldinger mellom tjenestene. Møtet blir ikke tatt opp.',
};
