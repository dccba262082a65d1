/**
 * Names of municipal services in running text, bokmål and nynorsk. Needs are described as needs: what comes of them the
 * municipality decides, and a service that is named is soon taken for promised.
 */

/** What is granted: a stay, an alarm, an assistant. */
const GRANTED = [
  '(?:sykehjem|sjukehe?im)(?:s(?:plass|opphold|opphald)\\w*|met|en|et)?',
  'kort(?:ids|tids|tid|id)s?[-\\s]?(?:opphold|opphald|plass|avdeling|seng)\\w*',
  'kort(?:id|tid)',
  'langtids?[-\\s]?(?:opphold|opphald|plass)\\w*',
  '(?:døgn)?rehabiliterings[-\\s]?(?:opphold|opphald|plass)\\w*',
  '(?:hverdags|kvardags)rehabilitering\\w*',
  'avlast(?:n)?ings[-\\s]?(?:opphold|opphald|plass|tilbud|tilbod)\\w*',
  '(?:trygghets|tryggleiks)alarm\\w*',
  'BPA',
  '(?:brukerstyrt|brukarstyrt)\\s+person(?:lig|leg)\\s+assistan\\w*',
  'støttekontakt\\w*',
  'omsorgs(?:bolig|bustad|lønn|løn|stønad)\\w*',
  'dag(?:senter|tilbud|tilbod|opphold|opphald)\\w*',
  'mat(?:ombringing|levering)\\w*',
  'praktisk\\s+bistand',
  'digitalt\\s+tilsyn',
];

/** Those who come: in needs they name a service; elsewhere only with how often they are to come. */
const COMING = [
  '(?:hjemme|heime)(?:sykeplei|sjukeplei)\\w*',
  '(?:hjemme|heime)(?:tjenest|tenest)\\w*',
  '(?:hjemme|heime)hjelp\\w*',
];

const asWords = (patterns: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
const ANY = asWords([...GRANTED, ...COMING]);
const GRANTED_ONLY = asWords(GRANTED);
const COMING_ONLY = asWords(COMING);

/** «tre ganger», «2 x daglig», «morgen og kveld» */
const HOW_OFTEN =
  /(?<![\p{L}])(?:gange?r?|gonge?r?|ggr|daglig|dagleg|hver|kvar|morgen|morgon|kveld|natt|døgnet|ukentlig|[x×]\s?\d|\d\s?[x×])(?![\p{L}])/iu;

/** What has been, or is: it orders nothing. */
const NOT_ORDERED =
  /(?<![\p{L}])(?:hadde|hatt|fikk|fekk|før (?:innleggelse|innlegging)\p{L}*|før dette|fra før|frå før|tidligere|tidlegare|har allerede|har allereie|har i dag|bor|bur|bodde|budde|bruke|bruker|brukar|brukte|har(?! (?:behov|bruk|krav|rett|søkt)))(?![\p{L}])/iu;

/** Clauses, so that «hadde hjemmesykepleie før, trenger nå sykehjemsplass» is heard in both its halves. */
const clausesOf = (words: string) =>
  words.split(/[.,;:!?()\n\r]+|(?<!\p{L})(?:men|nå|no|og trenger|og treng)(?!\p{L})/iu);

const namedIn = (clause: string, names: RegExp) => clause.match(names) ?? [];

function found(words: string, names: (clause: string) => string[]): string[] {
  const all = clausesOf(words).flatMap((clause) => (NOT_ORDERED.test(clause) ? [] : names(clause)));
  return [...new Map(all.map((word) => [word.toLowerCase(), word])).values()];
}

/** Services that the text names, as they stand in it, each once. What the patient has or has had is none. */
export const servicesIn = (words: string): string[] => found(words, (clause) => namedIn(clause, ANY));

/** The same for a text that may well say who does something: those who come count only with how often. */
export const promisesIn = (words: string): string[] =>
  found(words, (clause) => [
    ...namedIn(clause, GRANTED_ONLY),
    ...(HOW_OFTEN.test(clause) ? namedIn(clause, COMING_ONLY) : []),
  ]);
