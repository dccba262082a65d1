import type { StaffCatalogue } from '../catalogue.ts';

/** Who has said what of which part, what they take on, and what is added to a version afterwards. */
export const signing: StaffCatalogue['signing'] = {
  rest: {
    agree: 'Då har du berre svart på dei delane du kryssar av for.',
    reserve: 'Då er du einig i resten av planen.',
    object: 'Då er du einig i resten av planen.',
  },
  about: 'Gjeld svaret berre nokre delar av planen?',
  takeOn: { one: 'Dette tek eg på meg', many: 'Dette tek vi på oss' },
  takeOnHint: 'Set kryss ved det du lovar med namnet ditt. Det du ikkje kryssar av for, står ope.',
  hadTaken: 'Du hadde teke dette på deg før det blei endra.',
  owner: (owner) => `Ansvar: ${owner}`,
  due: (date) => `Frist: ${date}`,

  yoursIn: (said, parts) => `Du har svart: ${said} – ${parts}`,
  yoursRest: (said) => `Resten av planen: ${said}`,
  yoursOpen: (count) => (count === 1 ? '1 del har du ikkje svart på.' : `${count} delar har du ikkje svart på.`),

  since: 'Endra etter at du svarte',
  sinceText: 'Det du har sagt om resten av planen, står.',
  sinceSaid: (said, part) => `Du svarte «${said}» om ${part}.`,
  renew: 'Einig i endringane',
  otherwise: 'Svar noko anna',
  notOtherwise: 'Avbryt',
  changesFailed: 'Vi får ikkje henta endringane.',

  parts: 'Del for del',
  partsAll: 'Kven som har sagt kva om kvar del, med fingeravtrykket av delen.',
  counts: {
    agree: (count) => (count === 1 ? '1 einig' : `${count} einige`),
    reserve: (count) => `${count} atterhald`,
    object: (count) => (count === 1 ? '1 ikkje einig' : `${count} ikkje einige`),
  },
  lapsedCount: (count) => `${count} endra etterpå`,
  partsLapsed: (count) => (count === 1 ? '1 del er endra etterpå' : `${count} delar er endra etterpå`),
  partsDoubted: (count) => (count === 1 ? '1 del er ikkje alle einige i' : `${count} delar er ikkje alle einige i`),
  nobody: 'Ingen har svart på denne delen enno.',
  emptyParts: 'Delar der det ikkje står noko, er ikkje med her.',
  fingerprint: 'Fingeravtrykk',
  changedAfter: 'endra etterpå',
  changedIn: (parts) => `Endra etterpå: ${parts}`,
  theRest: 'resten av planen',
  manyParts: (count) => `${count} delar`,
  reason: (words) => `«${words}»`,

  promises: 'Kven tek på seg kva',
  promisesTaken: (taken, count) =>
    count === 1 ? `Nokon har teke på seg ${taken} av 1 oppgåve` : `Nokon har teke på seg ${taken} av ${count} oppgåver`,
  promisesNone: 'Det står ingen oppgåver i planen.',
  takenBy: (names) => `Teke på seg av ${names}`,
  notTaken: 'Ikkje teke på seg enno',

  draft: (number) => `Versjon ${number} blir skriven no. Dei avtalte versjonane står som dei er.`,
  compare: 'Samanlikn',
  compareWith: 'Samanlikn med',
  compareNone: 'Vel',
  now: 'planen no',
  versionNumber: (number) => `versjon ${number}`,
  difference: (from, to) => `Frå ${from} til ${to}`,

  addenda: 'Tillegg',
  addendumBy: (who, when) => `${who}, ${when}`,
  add: 'Legg til eit tillegg',
  addLabel: 'Kva vil du leggje til?',
  addHint: 'Versjonen blir ikkje endra. Tillegget står under han, med namnet ditt, og kan ikkje takast bort.',
  addSend: 'Legg til',
  addMissing: 'Skriv kva du vil leggje til.',
};
