import type { StaffCatalogue } from '../catalogue.ts';

type Missing = StaffCatalogue['missing'];

/** What is missing in a part, and what one can do about it. */
const say: Missing['say'] = {
  story: { 'not-written': () => 'Det står ikkje kva som er viktig – skriv det med orda til pasienten' },
  goals: { 'no-rows': () => 'Ingen mål enno – skriv eitt med orda til pasienten, eller kvifor det ikkje er noko mål' },
  situation: { 'not-answered': ({ labels }) => `${labels} manglar – nokre få setningar er nok` },
  clarifications: {
    'not-answered': ({ labels }) =>
      `${labels} er ikkje vurdert – skriv kva som er avklart, eller kva som er uklart og kvifor`,
  },
  'function.before': {
    'no-rows': () => 'Funksjon før innlegginga manglar – skriv det de veit, eller vel ukjent og kvifor',
  },
  'function.now': { 'no-rows': () => 'Funksjon no manglar – skriv det de ser, eller vel ukjent og kvifor' },
  'function.expected': {
    'no-rows': () => 'Forventa funksjon manglar – skriv det de trur, eller vel ukjent og kvifor',
  },
  needs: { 'not-written': () => 'Behova manglar – skriv kva pasienten treng hjelp til, ikkje kva tenester' },
  services: { 'row-incomplete': ({ labels }) => `Ei teneste manglar ${labels} – «blir vurdert» er også eit svar` },
  medications: { 'row-incomplete': ({ labels }) => `Ei linje manglar ${labels} – skriv namnet, eller slett linja` },
  'medications.reconciled': {
    'not-answered': () =>
      'Legemidla er ikkje samstemte – skriv kven som har gjort det, eller kvifor det ikkje er gjort',
  },
  treatment: {
    'row-incomplete': ({ labels }) => `Eit tiltak manglar ${labels} – skriv eit namn og ein dato, så veit alle det`,
  },
  warnings: {
    'value-missing': ({ value }) =>
      `Ingen teikn i ${value} sone – skriv kva ein skal sjå etter, og kven ein skal ringje`,
  },
  intensity: {
    'not-answered': ({ labels }) =>
      `${labels} har ikkje fått svar for behandlingsnivå – «blir teke opp seinare» er også eit svar`,
  },
  kin: { 'not-answered': () => 'Pårørande har ikkje skrive noko – skriv kva du kan, vil eller ikkje vil' },
  coordination: { 'not-answered': ({ labels }) => `${labels} manglar – skriv kven pasienten kan ringje` },
  followup: { 'row-incomplete': ({ labels }) => `Ein avtale manglar ${labels} – ein førebels dato er nok` },
  departure: { 'not-answered': () => 'Datoen for heimreisa manglar – ein førebels dato er nok' },
  conversation: {
    'not-answered': ({ labels }) => `Utskrivingssamtalen manglar svar – fyll ut ${labels}`,
  },
  questions: { 'not-replied': () => 'Eit spørsmål har ikkje fått svar – svar, eller sei kven som finn det ut' },
  disagreements: { 'not-settled': ({ labels }) => `Ei usemje manglar ${labels} – skriv kven som tek henne vidare` },
};

/** What stands between the plan and agreement, in words. */
export const missing: Missing = {
  title: 'Dette manglar',
  none: 'Alt som må vere med, er på plass.',
  waiting: 'Vi ser etter kva som manglar …',
  count: (done, all) => `${done} av ${all} delar på plass`,
  mine: 'Du kan skrive',
  everyone: 'Alle kan skrive',
  more: (count) => `Vis ${count} til`,
  times: (count) => `${count} stader`,
  say,
  /** For a part that asks for something that this page does not know. */
  other: (heading) => `«${heading}» er ikkje ferdig`,
};
