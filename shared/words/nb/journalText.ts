import type { JournalReceiver } from '#shared/journal.ts';

/** Choosing a text for a journal, and taking it there. The text itself is in bokmål, as `journal` has its headings. */
export const journalText = {
  title: 'Tekst til journalen',
  lead: 'Velg hvem teksten er til, og hva som skal være med. Kopier den, og lim den inn i journalen eller i en melding.',
  forWhom: 'Hvem er teksten til?',
  receiver: {
    hospital: 'Sykehuset',
    municipality: 'Kommunen',
    gp: 'Fastlegen',
  } satisfies Record<JournalReceiver, string>,
  parts: 'Hva skal være med?',
  partsHint: 'Delene står i samme rekkefølge som i meldingen. Alt står bare ett sted.',
  empty: (part: string) => `${part} (ikke fylt ut)`,
  none: 'Kryss av for minst én del.',
  text: 'Slik blir teksten',
  copy: 'Kopier teksten',
  copied: 'Kopiert. Lim inn i journalen.',
  copyFailed: 'Nettleseren lot oss ikke kopiere. Teksten er merket: Trykk Ctrl og C, eller last den ned.',
  download: 'Last ned som tekst',
};
