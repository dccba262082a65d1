import type { Topic } from '#shared/plan/topics.ts';
import type { Receiver } from '#shared/receivers.ts';
import type { Role } from '#shared/roles.ts';

/** Who sees what and why, and who gets the plan: what the patient decides, and what the others are told of it. */
export const consent = {
  title: 'Hvem ser hva?',
  /** The title of the access log, and the way to it. */
  whoLooked: 'Hvem har sett på dette?',
  lead: 'Alle i møtet ser planen mens dere lager den. Du bestemmer hva pårørende ser, og hvem som får planen etterpå.',
  why: 'De som hjelper deg, kan dele det som trengs for å hjelpe. Slik er loven. Du kan si nei til det.',
  sayNo: (leader: string) => `Er det noen du ikke vil ha med i møtet? Si det til ${leader}, som leder møtet.`,
  people: 'De som er med',
  /** Why somebody is here and sees it, by first name. */
  because: {
    hospital: (name: string) => `${name} hjelper deg på sykehuset, og ser hele planen for å gi deg riktig behandling.`,
    municipality: (name: string) =>
      `${name} jobber i kommunen, og ser hele planen fordi kommunen skal ordne hjelpen hjemme.`,
    gp: (name: string) => `${name} er fastlege, og ser hele planen fordi fastlegen følger deg opp når du er hjemme.`,
    patient: (name: string) => `${name} er den planen handler om.`,
    kin: (name: string) => `${name} er med fordi du vil det. Du bestemmer hva ${name} får se.`,
    interpreter: (name: string) =>
      `${name} er tolk, og ser planen for å oversette riktig. Tolken har taushetsplikt og skriver ingenting.`,
  } satisfies Record<Role, (name: string) => string>,
  kin: {
    choose: (name: string) => `Hva kan ${name} se?`,
    all: 'Alt',
    nothing: 'Ingenting',
    sees: (name: string) => `${name} ser dette`,
    seesSome: (name: string) => `${name} ser noe av dette`,
    seesNot: (name: string) => `${name} ser ikke dette`,
    nowSees: (name: string, what: string) => `${name} ser dette nå: ${what}.`,
    nowSeesNot: (name: string, what: string) => `${name} ser det ikke lenger: ${what}.`,
    nowSeesAll: (name: string) => `${name} ser alt nå.`,
    nowSeesNothing: (name: string) => `${name} ser ikke noe av planen lenger.`,
    eachPart: 'Vis hver del',
    fewerParts: 'Vis bare temaene',
    own: (name: string) => `Det ${name} selv kan, vil og ikke vil, ser ${name} alltid.`,
    spread: 'Det samme kan være skrevet flere steder. Vil du være helt sikker, velger du «Ingenting».',
    remove: (name: string) => `Ta ${name} ut av møtet`,
  },
  topic: {
    self: 'Det du har skrevet om deg selv',
    illness: 'Sykdom og behandling',
    function: 'Hva du klarer, og hva du trenger hjelp til',
    medicines: 'Medisiner',
    home: 'Hjelp hjemme',
    after: 'Når du skal hjem, og etterpå',
    talk: 'Spørsmål, uenighet og notater',
  } satisfies Record<Topic, string>,
  receivers: {
    title: 'Hvem får planen etterpå?',
    lead: 'Når dere er enige, får disse en kopi av planen. Du kan si nei.',
    hospital: 'Sykehuset må ta vare på planen i journalen sin. Det kan du ikke si nei til.',
    party: { municipality: 'Kommunen', gp: 'Fastlegen', kin: 'Pårørende' } satisfies Record<Receiver, string>,
    why: {
      municipality: 'Kommunen trenger planen for å ordne hjelpen hjemme.',
      gp: 'Fastlegen trenger planen for å følge deg opp.',
      kin: 'Pårørende kan ta med seg planen og hjelpe deg å huske.',
    } satisfies Record<Receiver, string>,
    kinPartly: 'Pårørende som ikke ser alt, får ikke kopien.',
    gets: 'Får planen',
    getsNot: 'Får ikke planen',
    now: { gets: 'får planen.', getsNot: 'får ikke planen. De som er med i møtet, kan fortsatt lese den der.' },
    /** Before a list of parties, in what goes to a journal. */
    refusedLabel: 'Pasienten ønsker ikke at planen sendes til',
    /** The same in the patient's own copy. */
    refusedMine: 'Jeg ønsker ikke at planen sendes til',
    /** To staff and kin. */
    refused: (patient: string, parties: string) => `${patient} ønsker ikke at planen sendes til ${parties}.`,
    refusedYou: 'Det gjelder deg. Du kan lese planen her i møtet, men ikke laste den ned.',
  },
  failed: (why: string) => `Det ble ikke endret. ${why}`,
  /** To kin, of what the patient keeps from them. */
  notShared: {
    some: (patient: string, topics: string) => `${patient} har valgt å ikke dele dette med deg nå: ${topics}.`,
    /** One part of a topic, by its heading. */
    part: (heading: string) => `«${heading}»`,
    all: (patient: string) => `${patient} har valgt å ikke dele planen med deg nå.`,
    kindly: (patient: string) => `Det er helt greit, og ${patient} kan ombestemme seg når som helst.`,
    /** In a sentence, said to kin. */
    topic: {
      self: 'egne ord',
      illness: 'sykdom og behandling',
      function: 'hva som går bra, og hva det trengs hjelp til',
      medicines: 'medisiner',
      home: 'hjelp hjemme',
      after: 'hjemreisen og tiden etterpå',
      talk: 'spørsmål, uenighet og notater',
    } satisfies Record<Topic, string>,
  },
  /** Kin's own place. */
  place: {
    title: (patient: string) => `Du er pårørende til ${patient}`,
    role: 'Du kjenner hverdagen hjemme. Her sier du hva du kan, hva du vil og hva du ikke vil. Alt er frivillig.',
    summary: 'Din plass: det du kan, vil og ikke vil',
    /** What one is asked, by the field of one's own part. */
    asks: {
      can: 'Hva kan du hjelpe med?',
      want: 'Hva vil du gjerne gjøre?',
      wantNot: 'Hva vil du ikke gjøre?',
      relief: 'Hva trenger du avlastning til?',
    },
    more: 'Mer du kan skrive om, hvis du vil',
  },
};
