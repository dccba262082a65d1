import type { Decision } from '#shared/agreement/signature.ts';

/** Who has said what of which part, what they take on, and what is added to a version afterwards. */
export const signing = {
  /** Below the choice of parts: what the answer means for the others. */
  rest: {
    agree: 'Da har du bare svart på de delene du krysser av for.',
    reserve: 'Da er du enig i resten av planen.',
    object: 'Da er du enig i resten av planen.',
  } satisfies Record<Decision, string>,
  about: 'Gjelder svaret bare noen deler av planen?',
  takeOn: { one: 'Dette tar jeg på meg', many: 'Dette tar vi på oss' },
  takeOnHint: 'Sett kryss ved det du lover med navnet ditt. Det du ikke krysser av for, står åpent.',
  hadTaken: 'Du hadde tatt dette på deg før det ble endret.',
  owner: (owner: string) => `Ansvar: ${owner}`,
  due: (date: string) => `Frist: ${date}`,

  /** My own word, part by part. */
  yoursIn: (said: string, parts: string) => `Du har svart: ${said} – ${parts}`,
  yoursRest: (said: string) => `Resten av planen: ${said}`,
  yoursOpen: (count: number) => (count === 1 ? '1 del har du ikke svart på.' : `${count} deler har du ikke svart på.`),

  since: 'Endret etter at du svarte',
  sinceText: 'Det du har sagt om resten av planen, står.',
  sinceSaid: (said: string, part: string) => `Du svarte «${said}» om ${part}.`,
  renew: 'Enig i endringene',
  otherwise: 'Svar noe annet',
  notOtherwise: 'Avbryt',
  changesFailed: 'Vi får ikke hentet endringene.',

  parts: 'Del for del',
  partsAll: 'Hvem som har sagt hva om hver del, med fingeravtrykket av delen.',
  counts: {
    agree: (count: number) => (count === 1 ? '1 enig' : `${count} enige`),
    reserve: (count: number) => (count === 1 ? '1 forbehold' : `${count} forbehold`),
    object: (count: number) => (count === 1 ? '1 ikke enig' : `${count} ikke enige`),
  } satisfies Record<Decision, (count: number) => string>,
  lapsedCount: (count: number) => `${count} endret etterpå`,
  partsLapsed: (count: number) => (count === 1 ? '1 del er endret etterpå' : `${count} deler er endret etterpå`),
  partsDoubted: (count: number) => (count === 1 ? '1 del er ikke alle enige i' : `${count} deler er ikke alle enige i`),
  nobody: 'Ingen har svart på denne delen ennå.',
  emptyParts: 'Deler der det ikke står noe, er ikke med her.',
  fingerprint: 'Fingeravtrykk',
  changedAfter: 'endret etterpå',
  changedIn: (parts: string) => `Endret etterpå: ${parts}`,
  theRest: 'resten av planen',
  manyParts: (count: number) => `${count} deler`,
  reason: (words: string) => `«${words}»`,

  promises: 'Hvem tar på seg hva',
  promisesTaken: (taken: number, count: number) =>
    count === 1 ? `${taken} av 1 oppgave er tatt på seg` : `${taken} av ${count} oppgaver er tatt på seg`,
  promisesNone: 'Det står ingen oppgaver i planen.',
  takenBy: (names: string) => `Tatt på seg av ${names}`,
  notTaken: 'Ikke tatt på seg ennå',

  draft: (number: number) => `Versjon ${number} skrives nå. De avtalte versjonene står som de er.`,
  compare: 'Sammenlign',
  compareWith: 'Sammenlign med',
  compareNone: 'Velg',
  now: 'planen nå',
  versionNumber: (number: number) => `versjon ${number}`,
  difference: (from: string, to: string) => `Fra ${from} til ${to}`,

  addenda: 'Tillegg',
  addendumBy: (who: string, when: string) => `${who}, ${when}`,
  add: 'Legg til et tillegg',
  addLabel: 'Hva vil du legge til?',
  addHint: 'Versjonen blir ikke endret. Tillegget står under den, med navnet ditt, og kan ikke tas bort.',
  addSend: 'Legg til',
  addMissing: 'Skriv hva du vil legge til.',
};
