import type { StaffCatalogue } from '../catalogue.ts';

type Advice = StaffCatalogue['advice'];

/** One gentle sentence for each rule. Advice never blocks, and never scolds. */
const say: Advice['say'] = {
  'service-in-needs': ({ value }) =>
    `Her står «${value}». Skriv heller kva pasienten treng hjelp til. Kommunen vurderer kva teneste det blir.`,
  'service-promised': ({ value }) =>
    `Kommunen vurderer «${value}». Skriv kva pasienten treng, så ingen lovar noko for tidleg.`,
  'goal-without-score': ({ value }) =>
    `Målet «${value}» har ingen skår. Spør korleis det går no, frå 0 til 10, eller skriv kvifor de ikkje har spurt.`,
  'goal-without-action': ({ value }) => `Ingen tiltak høyrer til målet «${value}» enno.`,
  'action-without-ground': ({ value }) =>
    `Tiltaket «${value}» høyrer ikkje til noko mål. Vel eitt av måla til pasienten, eller skriv den medisinske grunnen.`,
  'action-incomplete': ({ value, labels }) => `Tiltaket «${value}» manglar ${labels}.`,
  'before-missing': () =>
    'Funksjonen no er beskriven, men ikkje korleis det var før. Då er det vanskeleg å sjå endringa.',
  'now-missing': () => 'De har skrive kva de ventar, men ikkje korleis det er no.',
  'expected-missing': () =>
    'Funksjonen no er beskriven, men ikkje det de ventar. Skriv det de trur, eller at det er ukjent og kvifor.',
  'number-alone': ({ value }) => `Talet ${value} seier lite åleine. Skriv med ord kva pasienten klarer.`,
  'unknown-without-why': () => 'Her står det at noko er ukjent. Skriv gjerne kvifor, og når de trur at de veit meir.',
  'medicine-without-reason': ({ value }) => `Det står ikkje kvifor det er gjort noko med «${value}».`,
  'multidose-unanswered': () => 'Ingen har svart på om pasienten har multidose.',
  'warning-without-call': ({ value }) => `Det står ikkje kven ein skal ringje ved «${value}».`,
  'followup-incomplete': ({ value, labels }) =>
    value ? `Avtalen «${value}» manglar ${labels}.` : `Ein avtale manglar ${labels}.`,
  'followup-vague': ({ value }) => `«${value}» seier ikkje nok. Skriv kva det gjeld, og når.`,
  'followup-before-departure': ({ value }) => `«${value}» har ein dato før heimreisa. Stemmer han?`,
  'departure-missing': () => 'Heimreisa har ingen dato enno. Ein førebels dato hjelper alle å planleggje.',
  'departure-past': ({ value }) => `${value} er før møtet. Stemmer datoen for heimreisa framleis?`,
  'phone-missing': ({ labels }) => `${labels} manglar. Pasienten treng eit nummer å ringje.`,
  'question-unanswered': ({ value }) => `«${value}» har ikkje fått svar enno.`,
  'disagreement-incomplete': ({ value, labels }) => `Usemja «${value}» manglar ${labels}.`,
  'disagreement-one-sided': ({ value, labels }) => `I usemja «${value}» manglar synet til ${labels}.`,
  'hard-word': ({ value, instead }) =>
    instead
      ? `«${value}» er ikkje eit ord alle kjenner. Skriv gjerne «${instead}».`
      : `«${value}» er ikkje eit ord alle kjenner.`,
};

/** What could be better in the plan, in words. */
export const advice: Advice = {
  title: 'Dette kan bli betre',
  /** Before the advice under a card, for those who do not see the picture. */
  label: 'Råd',
  hardWords: (words) => `${words} er ikkje ord alle kjenner. Trykk på eit ord for å sjå kva det tyder.`,
  say,
};
