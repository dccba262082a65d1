import type { RuleKey } from '#shared/plan/lint.ts';

/** What a piece of advice is about: `value` as it stands in the plan, `labels` the names of fields «in guillemets». */
interface Said {
  value: string;
  labels: string;
  /** Plainer words for a hard one; absent where none are known. */
  instead?: string | undefined;
}

/** One gentle sentence for each rule. Advice never blocks, and never scolds. */
const say: Readonly<Record<RuleKey, (said: Said) => string>> = {
  'service-in-needs': ({ value }) =>
    `Her står «${value}». Skriv heller hva pasienten trenger hjelp til. Kommunen vurderer hvilken tjeneste det blir.`,
  'service-promised': ({ value }) =>
    `Kommunen vurderer «${value}». Skriv hva pasienten trenger, så ingen lover noe for tidlig.`,
  'goal-without-score': ({ value }) =>
    `Målet «${value}» har ingen skår. Spør hvordan det går nå, fra 0 til 10, eller skriv hvorfor det ikke er spurt.`,
  'goal-without-action': ({ value }) => `Ingen tiltak hører til målet «${value}» ennå.`,
  'action-without-ground': ({ value }) =>
    `Tiltaket «${value}» hører ikke til noe mål. Velg et av pasientens mål, eller skriv den medisinske grunnen.`,
  'action-incomplete': ({ value, labels }) => `Tiltaket «${value}» mangler ${labels}.`,
  'before-missing': () =>
    'Funksjonen nå er beskrevet, men ikke hvordan det var før. Da er det vanskelig å se endringen.',
  'now-missing': () => 'Dere har skrevet hva dere venter, men ikke hvordan det er nå.',
  'expected-missing': () =>
    'Funksjonen nå er beskrevet, men ikke det dere venter. Skriv det dere tror, eller at det er ukjent og hvorfor.',
  'number-alone': ({ value }) => `Tallet ${value} sier lite alene. Skriv med ord hva pasienten klarer.`,
  'unknown-without-why': () => 'Her står det at noe er ukjent. Skriv gjerne hvorfor, og når dere tror at dere vet mer.',
  'medicine-without-reason': ({ value }) => `Det står ikke hvorfor det er gjort noe med «${value}».`,
  'multidose-unanswered': () => 'Det er ikke svart på om pasienten har multidose.',
  'warning-without-call': ({ value }) => `Det står ikke hvem en skal ringe ved «${value}».`,
  'followup-incomplete': ({ value, labels }) =>
    value ? `Avtalen «${value}» mangler ${labels}.` : `En avtale mangler ${labels}.`,
  'followup-vague': ({ value }) => `«${value}» sier ikke nok. Skriv hva det gjelder, og når.`,
  'followup-before-departure': ({ value }) => `«${value}» har en dato før hjemreisen. Stemmer den?`,
  'departure-missing': () => 'Hjemreisen har ingen dato ennå. En foreløpig dato hjelper alle å planlegge.',
  'departure-past': ({ value }) => `${value} er før møtet. Stemmer datoen for hjemreisen fortsatt?`,
  'phone-missing': ({ labels }) => `${labels} mangler. Pasienten trenger et nummer å ringe.`,
  'question-unanswered': ({ value }) => `«${value}» har ikke fått svar ennå.`,
  'disagreement-incomplete': ({ value, labels }) => `Uenigheten «${value}» mangler ${labels}.`,
  'disagreement-one-sided': ({ value, labels }) => `I uenigheten «${value}» mangler synet til ${labels}.`,
  'hard-word': ({ value, instead }) =>
    instead
      ? `«${value}» er ikke et ord alle kjenner. Skriv gjerne «${instead}».`
      : `«${value}» er ikke et ord alle kjenner.`,
};

/** What could be better in the plan, in words. */
export const advice = {
  title: 'Dette kan bli bedre',
  /** Before the advice under a card, for those who do not see the picture. */
  label: 'Råd',
  /** Several hard words of one part, «in guillemets», when `say` would say it again and again. */
  hardWords: (words: string) => `${words} er ikke ord alle kjenner. Trykk på et ord for å se hva det betyr.`,
  say,
};
