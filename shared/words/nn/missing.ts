import type { StaffCatalogue } from '../catalogue.ts';
import type { MissingCode } from '#shared/plan/readiness.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

/** `labels`: the names of the fields that are wanted, «in guillemets»; `value`: the choice that no row has. */
interface Said {
  labels: string;
  value: string;
}
type Say = (said: Said) => string;

/** What is missing in a part, and what one can do about it. */
const say: Readonly<Partial<Record<SectionKey, Partial<Record<MissingCode, Say>>>>> = {
  story: { 'not-written': () => 'Det står ikke hva som er viktig – skriv det med pasientens egne ord' },
  goals: { 'no-rows': () => 'Ingen mål ennå – skriv ett med pasientens egne ord, eller hvorfor det ikke er noe mål' },
  situation: { 'not-answered': ({ labels }) => `${labels} mangler – noen få setninger er nok` },
  clarifications: {
    'not-answered': ({ labels }) =>
      `${labels} er ikke vurdert – skriv hva som er avklart, eller hva som er uklart og hvorfor`,
  },
  'function.before': {
    'no-rows': () => 'Funksjon før innleggelsen mangler – skriv det dere vet, eller velg ukjent og hvorfor',
  },
  'function.now': { 'no-rows': () => 'Funksjon nå mangler – skriv det dere ser, eller velg ukjent og hvorfor' },
  'function.expected': {
    'no-rows': () => 'Forventet funksjon mangler – skriv det dere tror, eller velg ukjent og hvorfor',
  },
  needs: { 'not-written': () => 'Behovene mangler – skriv hva pasienten trenger hjelp til, ikke hvilke tjenester' },
  services: { 'row-incomplete': ({ labels }) => `En tjeneste mangler ${labels} – «vurderes» er også et svar` },
  medications: { 'row-incomplete': ({ labels }) => `En linje mangler ${labels} – skriv navnet, eller slett linja` },
  'medications.reconciled': {
    'not-answered': () =>
      'Legemidlene er ikke samstemt – skriv hvem som har gjort det, eller hvorfor det ikke er gjort',
  },
  treatment: {
    'row-incomplete': ({ labels }) => `Et tiltak mangler ${labels} – skriv et navn og en dato, så vet alle det`,
  },
  warnings: {
    'value-missing': ({ value }) => `Ingen tegn i ${value} sone – skriv hva en skal se etter, og hvem en skal ringe`,
  },
  intensity: {
    'not-answered': ({ labels }) => `${labels} er ikke besvart for behandlingsnivå – «tas opp senere» er også et svar`,
  },
  kin: { 'not-answered': () => 'Pårørende har ikke skrevet noe – skriv hva du kan, vil eller ikke vil' },
  coordination: { 'not-answered': ({ labels }) => `${labels} mangler – skriv hvem pasienten kan ringe` },
  followup: { 'row-incomplete': ({ labels }) => `En avtale mangler ${labels} – en foreløpig dato er nok` },
  departure: { 'not-answered': () => 'Datoen for hjemreisen mangler – en foreløpig dato er nok' },
  conversation: {
    'not-answered': ({ labels }) => `Utskrivningssamtalen mangler svar – fyll ut ${labels}`,
  },
  questions: { 'not-replied': () => 'Et spørsmål har ikke fått svar – svar, eller si hvem som finner det ut' },
  disagreements: { 'not-settled': ({ labels }) => `En uenighet mangler ${labels} – skriv hvem som tar den videre` },
};

/** What stands between the plan and agreement, in words. */
export const missing: StaffCatalogue['missing'] = {
  title: 'Dette mangler',
  none: 'Alt som må være med, er på plass.',
  waiting: 'Vi ser etter hva som mangler …',
  count: (done: number, all: number) => `${done} av ${all} deler på plass`,
  mine: 'Du kan skrive',
  everyone: 'Alle kan skrive',
  more: (count: number) => `Vis ${count} til`,
  times: (count: number) => `${count} steder`,
  say,
  /** For a part that asks for something that this page does not know. */
  other: (heading: string) => `«${heading}» er ikke ferdig`,
};
