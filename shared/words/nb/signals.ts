import type { Signal } from '#shared/live.ts';

/** What somebody at the table has told with one tap, as whoever leads reads it: who and what, and what to do. */
export const signals = {
  lines: 'Sagt fra til den som leder',
  say: {
    unclear: (name: string) => `${name} forstår ikke.`,
    break: (name: string) => `${name} trenger pause.`,
    notFinished: (name: string) => `${name} er ikke ferdig.`,
  } satisfies Record<Exclude<Signal, 'hand'>, (name: string) => string>,
  advice: {
    unclear: 'Spør hva som er uklart – og vent på svaret.',
    break: 'Foreslå fem minutter.',
    notFinished: 'Gi litt mer tid før dere går videre.',
  } satisfies Record<Exclude<Signal, 'hand'>, string>,
  seen: 'Jeg ser det',
  /** Goes on from `seen`, for whoever only hears it. */
  seenLabel: (name: string) => ` – si det til ${name}`,
  isSeen: (name: string) => `Sagt til ${name} at det er sett.`,
};
