import type { StaffCatalogue } from '../catalogue.ts';

/** Choosing a text for a journal, and taking it there. The text itself is in bokmål, as `journal` has its headings. */
export const journalText: StaffCatalogue['journalText'] = {
  title: 'Text for the records',
  lead: 'Choose who the text is for and what it should contain. Copy it, and paste it into the records or a message. The text itself is in Norwegian.',
  forWhom: 'Who is the text for?',
  receiver: { hospital: 'The hospital', municipality: 'The municipality', gp: 'The GP' },
  parts: 'What should it contain?',
  partsHint: 'The parts are in the order of the message. Everything is in one place only.',
  empty: (part) => `${part} (not filled in)`,
  none: 'Tick at least one part.',
  text: 'The text',
  copy: 'Copy the text',
  copied: 'Copied. Paste it into the records.',
  copyFailed: 'The browser would not let us copy. The text is selected: press Ctrl and C, or download it.',
  download: 'Download as text',
};
