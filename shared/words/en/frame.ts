import type { Catalogue } from '../catalogue.ts';

/** Words around every page: its name, the skip link, buttons that mean the same everywhere. */
export const frame: Catalogue['frame'] = {
  name: 'Multidisciplinary meeting',
  /** The title of the browser's tab. */
  title: (page) => `${page} – Multidisciplinary meeting`,
  skip: 'Skip to the content',
  home: 'To the front page',
  demo: 'Demo – invented people only',
  language: 'Language',
  /** Each in itself, so that whoever reads no other finds it. */
  languages: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
  accessibility: 'Accessibility',
  verify: 'Check a file',
  loading: 'Loading …',
  notLoaded: 'We cannot fetch this right now.',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  /** What somebody wrote, or the name of a field, in the marks of the language. */
  quoted: (words) => `“${words}”`,
  notJournal:
    'The plan is a working document that you write together. It does not replace the medical record, decisions (vedtak) or messages between the services. The meeting is not recorded.',
};
