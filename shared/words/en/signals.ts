import type { StaffCatalogue } from '../catalogue.ts';

/** What somebody at the table has told with one tap, as whoever leads reads it: who and what, and what to do. */
export const signals: StaffCatalogue['signals'] = {
  lines: 'What the leader has been told',
  say: {
    unclear: (name) => `${name} doesn’t understand.`,
    break: (name) => `${name} needs a break.`,
    notFinished: (name) => `${name} is not finished.`,
  },
  advice: {
    unclear: 'Ask what is unclear – and wait for the answer.',
    break: 'Suggest five minutes.',
    notFinished: 'Give a little more time before you go on.',
  },
  seen: 'I see it',
  /** Goes on from `seen`, for whoever only hears it. */
  seenLabel: (name) => ` – tell ${name}`,
  isSeen: (name) => `${name} has been told that it is seen.`,
};
