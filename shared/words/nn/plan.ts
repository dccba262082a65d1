import type { Catalogue } from '../catalogue.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Writer } from '#shared/roles.ts';

/** „A, B og C”. */
const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} og ${names.at(-1) ?? ''}`;
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const MONTHS = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

/** Words of the plan's forms: fields, rows, saving. Headings and labels of the plan itself stand in its registry. */
export const plan: Catalogue['plan'] = {
  saved: 'Lagret',
  /** How it stands with what I have written, for the corner of the screen. */
  saving: {
    saved: 'Lagret',
    saving: 'Lagrer …',
    unsaved: 'Ikke lagret ennå',
    offline: 'Ingen forbindelse',
  },
  unsavedHere: 'Du har tekst som ikke er lagret ennå. La siden stå åpen.',
  /** The same, said aloud to those who listen to the page. */
  savingSaid: {
    unsaved: 'Det du skriver, er ikke lagret ennå. La siden stå åpen, så prøver vi igjen.',
    offline: 'Forbindelsen er brutt. Vi prøver å koble til igjen.',
    back: 'Forbindelsen er tilbake. Alt du har skrevet, er lagret.',
  },
  loading: 'Henter …',
  loadingOffline: 'Vi får ikke kontakt. Vi prøver igjen av oss selv.',

  youWrite: 'Du skriver her',
  onlyWrites: (writer: string) => `Bare ${writer} skriver`,
  theyWrite: (writers: readonly string[]) => `${capital(listed(writers))} skriver`,
  writer: {
    hospital: 'sykehuset',
    municipality: 'kommunen',
    gp: 'fastlegen',
    patient: 'pasienten',
    kin: 'pårørende',
    interpreter: 'tolken',
    'hospital:doctor': 'legen på sykehuset',
    'hospital:nurse': 'sykepleieren på sykehuset',
    'hospital:therapist': 'terapeuten på sykehuset',
    'hospital:coordinator': 'koordinatoren på sykehuset',
  } satisfies Record<Writer, string>,

  writesHere: (names: readonly string[]) => `${listed(names)} skriver her nå`,
  /** Said aloud to whoever stands in words that others change. */
  changesYours: (names: readonly string[]) => `${names.length ? listed(names) : 'En annen'} endrer teksten du står i.`,
  hearOthers: 'Skjermleseren sier fra når andre skriver',
  locked: 'Du kan lese dette, men du kan ikke skrive her lenger.',
  writesIn: (name: string, heading: string) => `${name} skriver i «${heading}».`,

  empty: 'Her er det ikke skrevet noe ennå.',
  noAnswer: '–',
  choose: 'Velg',
  takeAway: 'Fjern svaret',
  rowGone: 'Er slettet',
  noRowsToChoose: 'Det er ikke noe å velge ennå.',

  moreFields: 'Mer om dette',
  addRow: 'Legg til',
  addRowOf: {
    goals: 'Legg til et mål',
    services: 'Legg til en tjeneste',
    medications: 'Legg til et legemiddel',
    treatment: 'Legg til et tiltak',
    warnings: 'Legg til et tegn',
    followup: 'Legg til en avtale',
    questions: 'Legg til et spørsmål',
    'questions.answers': 'Legg til et svar',
    disagreements: 'Legg til noe dere er uenige om',
    checklist: 'Legg til et punkt',
    minutes: 'Legg til et notat',
    function: 'Legg til en risiko',
    'function.before': 'Legg til et område',
    'function.now': 'Legg til et område',
    'function.expected': 'Legg til et område',
  } satisfies Partial<Record<SectionKey, string>>,
  rowOf: (number: number, title: string) => (title ? `${number}. ${title}` : `${number}.`),
  noTitle: 'ikke skrevet ennå',
  deleteRow: 'Slett',
  deleteRowNamed: (title: string) => `Slett «${title}»`,
  deleted: (title: string) => `«${title}» er slettet.`,
  undo: 'Angre',
  redo: 'Gjør om',
  moveUp: (title: string) => `Flytt «${title}» opp`,
  moveDown: (title: string) => `Flytt «${title}» ned`,
  moved: (title: string, number: number, count: number) => `«${title}» er nå nummer ${number} av ${count}.`,
  /** Before one deletes what others are writing in. */
  othersInRow: (names: readonly string[]) => `${listed(names)} skriver i denne nå. Vil du slette den likevel?`,
  deleteAnyway: 'Slett likevel',
  keepRow: 'Ikke slett',
  /** Others deleted what one was writing in, and it is kept here. */
  lostRow: (title: string) => `En annen slettet «${title}» mens du hadde den åpen.`,
  lostRowKept: 'Dette sto her, med det du hadde skrevet:',
  bringBack: 'Hent tilbake',
  lostRowBack: (title: string) => `En annen har hentet tilbake «${title}», men uten dette som du hadde skrevet:`,

  function: {
    title: 'Funksjon før, nå og forventet',
    when: { 'function.before': 'Før', 'function.now': 'Nå', 'function.expected': 'Forventet' },
    /** A part and an area: `Funksjon nå: Bevege seg inne`. */
    cell: (heading: string, area: string) => `${heading}: ${area}`,
    describe: 'Beskriv',
    describeNamed: (cell: string) => `Beskriv ${cell}`,
    notDescribed: 'Ikke beskrevet',
    unknown: (reason: string) => `Ukjent: ${reason}`,
    unknownAsk: 'Ukjent?',
    level: (level: string | number) => `Tall: ${level} av 5`,
    more: 'Mer',
    noArea: 'Uten område',
    addArea: 'Legg til et område',
  },
  needsHelp: 'Beskriv hva pasienten trenger hjelp til. Kommunen sier hvilken tjeneste det blir.',
  services: {
    askDecision: 'Skriv hvilket vedtak det står i.',
    group: {
      home: 'Hjelp hjemme',
      safety: 'Trygghet og teknologi',
      day: 'Om dagen',
      stay: 'Opphold',
      relief: 'Avlastning',
      else: 'Bolig og annet',
    },
  },
  medicines: {
    group: { new: 'Nye', changed: 'Endret', stopped: 'Stoppet', unchanged: 'Uendret' },
    noGroup: 'Ikke sagt om det er endret',
    add: {
      new: 'Legg til et nytt',
      changed: 'Legg til et endret',
      stopped: 'Legg til et stoppet',
      unchanged: 'Legg til et uendret',
    },
    why: {
      new: 'Skriv hvorfor det er nytt.',
      changed: 'Skriv hvorfor det er endret.',
      stopped: 'Skriv hvorfor det er stoppet.',
    },
  },
  zones: {
    title: {
      green: 'Grønn: som ventet',
      yellow: 'Gul: det blir verre – ring',
      red: 'Rød: alvorlig – ring med en gang',
    },
    none: 'Uten sone',
    add: { green: 'Legg til tegn i grønn', yellow: 'Legg til tegn i gul', red: 'Legg til tegn i rød' },
    change: 'Flytt til en annen sone',
  },
  noDate: 'Uten dato',
  proposals: {
    title: 'Forslag',
    what: {
      homeVisit: 'Hjemmebesøk av sykepleier',
      gp: 'Time hos fastlegen',
      conversation: 'Samtale etter fire uker, ny skår 0–10',
    },
    when: {
      homeVisit: (date: string) => `senest ${date}`,
      gp: (date: string) => `omkring ${date}`,
      conversation: (date: string) => `omkring ${date}`,
    },
    noDate: 'dato når hjemreisen er satt',
    line: (what: string, when: string) => `${what} – ${when}`,
  },
  clarifications: { weighed: 'Vurdert', notWeighed: 'Ikke vurdert' },
  phones: {
    title: 'Hvem du kan ringe',
    titleForStaff: 'Numre som pasienten får med hjem',
    /** By number. */
    always: { '116117': 'Legevakt', '113': 'Når det står om livet' },
    noName: 'Telefon',
    /** `Mona Hansen, kommunen`. */
    at: (who: string, party: string) => `${who}, ${party}`,
    ring: (number: string, who: string) => `${number}, ring ${who}`,
  },
  promises: { change: 'Rett det som ble lovet' },
  checklist: { change: 'Hvem, når, eller rett punktet' },
  disagreements: {
    open: 'Åpen',
    settled: 'Avklart',
    askOwner: 'Skriv hvem som avgjør. Uten det kan dere ikke bli enige.',
    noOwner: 'Ingen er satt til å avgjøre dette ennå.',
  },

  score: { low: '0 er «det går ikke»', high: '10 er «det går som før»' },

  tooLong: 'Det ble for langt, og ble ikke satt inn. Det som sto her, står her fortsatt.',
  refused: 'Det siste du skrev, ble ikke lagret.',
  refusedKept: 'Teksten står her, så du kan kopiere den:',
  ended: 'Du kan ikke skrive her lenger.',
  tryAgain: 'Prøv igjen',
  withheld: 'Denne delen er ikke delt med deg.',
  outOfDate: {
    title: 'Denne siden må lastes på nytt',
    text: 'Siden er blitt for gammel. Du kan lese, men ikke skrive, før du har lastet den på nytt.',
    kept: 'Noe av dette er ikke lagret. Kopier det du vil ta vare på, før du laster siden på nytt:',
    /** In each part that one was writing in. */
    here: 'Du kan ikke skrive her før siden er lastet på nytt. Knappen står øverst på siden.',
    reload: 'Last siden på nytt',
  },
  copyText: 'Kopier teksten',
  copied: 'Kopiert',
  dismiss: 'Lukk',

  /** `2026-11-26` → `26. november 2026`. */
  date: (iso: string) => {
    const [year, month, day] = iso.split('-').map(Number);
    return `${day ?? ''}. ${MONTHS[(month ?? 1) - 1] ?? ''} ${year ?? ''}`;
  },
  /** `2026-11-26` → `26.11.2026`. */
  shortDate: (iso: string) => iso.split('-').toReversed().join('.'),
  /** `09:30` → `kl. 09:30`. */
  time: (time: string) => `kl. ${time}`,
};
