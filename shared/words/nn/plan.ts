import type { Catalogue } from '../catalogue.ts';

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
  saved: 'Lagra',
  /** How it stands with what I have written, for the corner of the screen. */
  saving: {
    saved: 'Lagra',
    saving: 'Lagrar …',
    unsaved: 'Ikkje lagra enno',
    offline: 'Inga tilkopling',
  },
  unsavedHere: 'Du har tekst som ikkje er lagra enno. La sida stå open.',
  /** The same, said aloud to those who listen to the page. */
  savingSaid: {
    unsaved: 'Det du skriv, er ikkje lagra enno. La sida stå open, så prøver vi igjen.',
    offline: 'Tilkoplinga er broten. Vi prøver å kople til igjen.',
    back: 'Tilkoplinga er tilbake. Alt du har skrive, er lagra.',
  },
  loading: 'Hentar …',
  loadingOffline: 'Vi får ikkje kontakt. Vi prøver igjen av oss sjølve.',

  youWrite: 'Du skriv her',
  onlyWrites: (writer) => `Berre ${writer} skriv`,
  theyWrite: (writers) => `${capital(listed(writers))} skriv`,
  writer: {
    hospital: 'sjukehuset',
    municipality: 'kommunen',
    gp: 'fastlegen',
    patient: 'pasienten',
    kin: 'pårørande',
    interpreter: 'tolken',
    'hospital:doctor': 'legen på sjukehuset',
    'hospital:nurse': 'sjukepleiaren på sjukehuset',
    'hospital:therapist': 'terapeuten på sjukehuset',
    'hospital:coordinator': 'koordinatoren på sjukehuset',
  },

  writesHere: (names) => `${listed(names)} skriv her no`,
  /** Said aloud to whoever stands in words that others change. */
  changesYours: (names) => `${names.length ? listed(names) : 'Nokon andre'} endrar teksten du står i.`,
  hearOthers: 'Skjermlesaren seier frå når andre skriv',
  locked: 'Du kan lese dette, men du kan ikkje skrive her lenger.',
  writesIn: (name, heading) => `${name} skriv i «${heading}».`,

  empty: 'Her er det ikkje skrive noko enno.',
  noAnswer: '–',
  choose: 'Vel',
  takeAway: 'Fjern svaret',
  rowGone: 'Er sletta',
  noRowsToChoose: 'Det er ikkje noko å velje enno.',

  moreFields: 'Meir om dette',
  addRow: 'Legg til',
  addRowOf: {
    goals: 'Legg til eit mål',
    services: 'Legg til ei teneste',
    medications: 'Legg til eit legemiddel',
    treatment: 'Legg til eit tiltak',
    warnings: 'Legg til eit teikn',
    followup: 'Legg til ein avtale',
    questions: 'Legg til eit spørsmål',
    'questions.answers': 'Legg til eit svar',
    disagreements: 'Legg til noko de er ueinige om',
    checklist: 'Legg til eit punkt',
    minutes: 'Legg til eit notat',
    function: 'Legg til ein risiko',
    'function.before': 'Legg til eit område',
    'function.now': 'Legg til eit område',
    'function.expected': 'Legg til eit område',
  },
  rowOf: (number, title) => (title ? `${number}. ${title}` : `${number}.`),
  noTitle: 'ikkje skrive enno',
  deleteRow: 'Slett',
  deleteRowNamed: (title) => `Slett «${title}»`,
  deleted: (title) => `«${title}» er sletta.`,
  undo: 'Angre',
  redo: 'Gjer om',
  moveUp: (title) => `Flytt «${title}» opp`,
  moveDown: (title) => `Flytt «${title}» ned`,
  moved: (title, number, count) => `«${title}» er no nummer ${number} av ${count}.`,
  /** Before one deletes what others are writing in. */
  othersInRow: (names) => `${listed(names)} skriv i denne no. Vil du slette han likevel?`,
  deleteAnyway: 'Slett likevel',
  keepRow: 'Ikkje slett',
  /** Others deleted what one was writing in, and it is kept here. */
  lostRow: (title) => `Nokon andre sletta «${title}» mens du hadde han open.`,
  lostRowKept: 'Dette stod her, med det du hadde skrive:',
  bringBack: 'Hent tilbake',
  lostRowBack: (title) => `Nokon andre har henta tilbake «${title}», men utan dette som du hadde skrive:`,

  function: {
    title: 'Funksjon før, no og forventa',
    when: { 'function.before': 'Før', 'function.now': 'No', 'function.expected': 'Forventa' },
    /** A part and an area: `Funksjon no: Bevege seg inne`. */
    cell: (heading, area) => `${heading}: ${area}`,
    describe: 'Beskriv',
    describeNamed: (cell) => `Beskriv ${cell}`,
    notDescribed: 'Ikkje beskrive',
    unknown: (reason) => `Ukjent: ${reason}`,
    unknownAsk: 'Ukjent?',
    level: (level) => `Tal: ${level} av 5`,
    more: 'Meir',
    noArea: 'Utan område',
    addArea: 'Legg til eit område',
  },
  needsHelp: 'Beskriv kva pasienten treng hjelp til. Kommunen seier kva teneste det blir.',
  services: {
    askDecision: 'Skriv kva vedtak det står i.',
    group: {
      home: 'Hjelp heime',
      safety: 'Tryggleik og teknologi',
      day: 'Om dagen',
      stay: 'Opphald',
      relief: 'Avlasting',
      else: 'Bustad og anna',
    },
  },
  medicines: {
    group: { new: 'Nye', changed: 'Endra', stopped: 'Stoppa', unchanged: 'Uendra' },
    noGroup: 'Ikkje sagt om det er endra',
    add: {
      new: 'Legg til eit nytt',
      changed: 'Legg til eit endra',
      stopped: 'Legg til eit stoppa',
      unchanged: 'Legg til eit uendra',
    },
    why: {
      new: 'Skriv kvifor det er nytt.',
      changed: 'Skriv kvifor det er endra.',
      stopped: 'Skriv kvifor det er stoppa.',
    },
  },
  zones: {
    title: {
      green: 'Grøn: som venta',
      yellow: 'Gul: det blir verre – ring',
      red: 'Raud: alvorleg – ring med ein gong',
    },
    none: 'Utan sone',
    add: { green: 'Legg til teikn i grøn', yellow: 'Legg til teikn i gul', red: 'Legg til teikn i raud' },
    change: 'Flytt til ei anna sone',
  },
  noDate: 'Utan dato',
  proposals: {
    title: 'Forslag',
    what: {
      homeVisit: 'Heimebesøk av sjukepleiar',
      gp: 'Time hos fastlegen',
      conversation: 'Samtale etter fire veker, ny skår 0–10',
    },
    when: {
      homeVisit: (date) => `seinast ${date}`,
      gp: (date) => `omkring ${date}`,
      conversation: (date) => `omkring ${date}`,
    },
    noDate: 'dato når heimreisa er sett',
    line: (what, when) => `${what} – ${when}`,
  },
  clarifications: { weighed: 'Vurdert', notWeighed: 'Ikkje vurdert' },
  phones: {
    title: 'Kven du kan ringje',
    titleForStaff: 'Nummer som pasienten får med heim',
    /** By number. */
    always: { '116117': 'Legevakt', '113': 'Når det står om livet' },
    noName: 'Telefon',
    /** `Mona Hansen, kommunen`. */
    at: (who, party) => `${who}, ${party}`,
    ring: (number, who) => `${number}, ring ${who}`,
  },
  promises: { change: 'Rett det som vart lova' },
  checklist: { change: 'Kven, når, eller rett punktet' },
  disagreements: {
    open: 'Open',
    settled: 'Avklart',
    askOwner: 'Skriv kven som avgjer. Utan det kan de ikkje bli einige.',
    noOwner: 'Ingen er sett til å avgjere dette enno.',
  },

  score: { low: '0 er «det går ikkje»', high: '10 er «det går som før»' },

  tooLong: 'Det vart for langt, og vart ikkje sett inn. Det som stod her, står her framleis.',
  refused: 'Det siste du skreiv, vart ikkje lagra.',
  refusedKept: 'Teksten står her, så du kan kopiere han:',
  ended: 'Du kan ikkje skrive her lenger.',
  tryAgain: 'Prøv igjen',
  withheld: 'Denne delen er ikkje delt med deg.',
  outOfDate: {
    title: 'Denne sida må lastast på nytt',
    text: 'Sida er blitt for gammal. Du kan lese, men ikkje skrive, før du har lasta henne på nytt.',
    kept: 'Noko av dette er ikkje lagra. Kopier det du vil ta vare på, før du lastar sida på nytt:',
    /** In each part that one was writing in. */
    here: 'Du kan ikkje skrive her før sida er lasta på nytt. Knappen står øvst på sida.',
    reload: 'Last sida på nytt',
  },
  copyText: 'Kopier teksten',
  copied: 'Kopiert',
  dismiss: 'Lukk',

  /** `2026-11-26` → `26. november 2026`. */
  date: (iso) => {
    const [year, month, day] = iso.split('-').map(Number);
    return `${day ?? ''}. ${MONTHS[(month ?? 1) - 1] ?? ''} ${year ?? ''}`;
  },
  /** `2026-11-26` → `26.11.2026`. */
  shortDate: (iso) => iso.split('-').toReversed().join('.'),
  /** `09:30` → `kl. 09:30`. */
  time: (time) => `kl. ${time}`,
};
