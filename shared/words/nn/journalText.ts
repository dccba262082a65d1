import type { StaffCatalogue } from '../catalogue.ts';

/** Choosing a text for a journal, and taking it there. The text itself is in bokmål, as `journal` has its headings. */
export const journalText: StaffCatalogue['journalText'] = {
  title: 'Tekst til journalen',
  lead: 'Vel kven teksten er til, og kva som skal vere med. Kopier han, og lim han inn i journalen eller i ei melding.',
  forWhom: 'Kven er teksten til?',
  receiver: { hospital: 'Sjukehuset', municipality: 'Kommunen', gp: 'Fastlegen' },
  parts: 'Kva skal vere med?',
  partsHint: 'Delane står i same rekkjefølgje som i meldinga. Alt står berre éin stad.',
  empty: (part) => `${part} (ikkje fylt ut)`,
  none: 'Kryss av for minst éin del.',
  text: 'Slik blir teksten',
  copy: 'Kopier teksten',
  copied: 'Kopiert. Lim inn i journalen.',
  copyFailed: 'Nettlesaren let oss ikkje kopiere. Teksten er merkt: Trykk Ctrl og C, eller last han ned.',
  download: 'Last ned som tekst',
};
