import type { Change } from '#shared/agreement/changes.ts';

/** What the plan says otherwise than before, in plain words. */
export const changes = {
  kind: {
    added: 'Lagt til',
    removed: 'Tatt bort',
    changed: 'Endret',
    moved: 'Flyttet',
  } satisfies Record<Change['kind'], string>,
  before: 'Før:',
  after: 'Nå:',
  added: 'Lagt til:',
  removed: 'Tatt bort:',
  by: (names: string) => `Av ${names}`,
  person: (name: string, what: string) => `${name} (${what})`,
  onlySpaces: 'Bare mellomrom eller linjeskift er endret.',
  same: 'Det er ingen forskjell.',
  noTitle: 'Uten navn',
  /** Said to the patient. */
  patient: {
    title: 'Dette er endret',
    you: 'du',
    /** `Kommunen har endret: Kommunens tjenester` */
    has: (who: string, where: string) => `${who} har endret: ${where}`,
    someone: (where: string) => `Endret: ${where}`,
    fromTo: (before: string, after: string) => `«${before}» er blitt «${after}»`,
    of: (label: string, words: string) => `${label}: ${words}`,
    in: (title: string, words: string) => `${title} – ${words}`,
    added: (words: string) => `nytt: «${words}»`,
    removed: (words: string) => `tatt bort: «${words}»`,
    moved: (words: string) => `flyttet: «${words}»`,
    more: (count: number) =>
      count === 1 ? 'Og én ting til. Den står i planen.' : `Og ${count} ting til. De står i planen.`,
    own: 'Dette vil jeg gjøre selv',
    ownHint: 'Sett et kryss ved det du vil gjøre. Du kan la det stå åpent.',
  },
};
