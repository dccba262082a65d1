import type { AsideCatalogue } from '../catalogue.ts';

/** What the program is good for whom, and where it falls short: the accessibility statement. */
export const accessibility: AsideCatalogue['accessibility'] = {
  title: 'Accessibility',
  lead: 'Everyone should be able to take part in the meeting: also those who see or hear poorly, use no mouse, or are tired.',
  aim: {
    title: 'What we build to',
    text: 'We build to WCAG 2.2, levels A and AA. That is more than Norwegian law asks for, which builds on WCAG 2.1.',
  },
  can: {
    title: 'What you can do',
    points: [
      'Use everything by keyboard, by finger or with a screen reader.',
      'Make the text larger in three steps, and zoom the page to 400 per cent.',
      'Have the page read aloud, when your device has a voice for its language.',
      'Choose bokmål, nynorsk or English at any time.',
      'Tap difficult words to have them explained.',
      'Switch off messages about what the others write.',
      'Use dark colours, high contrast and reduced motion, as your device is set.',
    ],
  },
  lacks: {
    title: 'What is not good enough yet',
    points: [
      'We have tried the page in Chromium. Other browsers and real tablets have not been tried.',
      'Nobody who uses a screen reader every day has tried the whole meeting yet.',
      'What the others write is in the language that they write. Only buttons and headings are translated.',
      'The plan as PDF is marked up for screen readers, but has not been checked by a separate checking program.',
    ],
  },
  tell: {
    title: 'Tell us',
    text: 'Is there something you cannot do? Call the person who invited you. The hospital that uses the program is to answer you, and has a statement of its own at uustatus.no.',
    authority: 'You can also complain to the Authority for Universal Design of ICT, uutilsynet.no.',
  },
  tested: 'Last gone through on 22 November 2026.',
};
