import type { StaffCatalogue } from '../catalogue.ts';

/** What somebody at the table has told with one tap, as whoever leads reads it: who and what, and what to do. */
export const signals: StaffCatalogue['signals'] = {
  lines: 'Sagt frå til den som leier',
  say: {
    unclear: (name) => `${name} forstår ikkje.`,
    break: (name) => `${name} treng pause.`,
    notFinished: (name) => `${name} er ikkje ferdig.`,
  },
  advice: {
    unclear: 'Spør kva som er uklart – og vent på svaret.',
    break: 'Foreslå fem minutt.',
    notFinished: 'Gi litt meir tid før de går vidare.',
  },
  seen: 'Eg ser det',
  /** Goes on from `seen`, for whoever only hears it. */
  seenLabel: (name) => ` – sei det til ${name}`,
  isSeen: (name) => `Sagt til ${name} at det er sett.`,
};
