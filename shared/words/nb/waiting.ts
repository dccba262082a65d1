import type { Profession, Role } from '#shared/roles.ts';

/** The waiting room, and getting in: said to somebody who may never have done this before. */
export const waiting = {
  today: 'i dag',
  tomorrow: 'i morgen',
  inMinutes: (count: number) => (count === 1 ? 'om 1 minutt' : `om ${count} minutter`),
  inHours: (hours: number, minutes: number) => {
    const told = hours === 1 ? 'om 1 time' : `om ${hours} timer`;
    if (minutes === 0) return told;
    return `${told} og ${minutes === 1 ? '1 minutt' : `${minutes} minutter`}`;
  },
  inDays: (count: number) => (count === 1 ? 'om 1 dag' : `om ${count} dager`),
  meetingIs: (when: string) => `Møtet er ${when}.`,
  soon: 'Møtet begynner når alle er klare. Du er på rett sted.',
  whoTitle: 'Hvem er med?',
  here: 'er her nå',
  coming: 'kommer',
  invited: 'er invitert',
  alone: 'Ingen andre har kommet inn ennå.',
  /** What somebody is, in words that need no explaining. */
  what: {
    hospital: 'jobber på sykehuset',
    municipality: 'jobber i kommunen',
    gp: 'fastlege',
    patient: 'det er denne personen møtet handler om',
    kin: 'pårørende',
    interpreter: 'tolk',
  } satisfies Record<Role, string>,
  profession: {
    doctor: 'lege på sykehuset',
    nurse: 'sykepleier på sykehuset',
    therapist: 'fysioterapeut eller ergoterapeut på sykehuset',
    coordinator: 'ordner hjemreisen, på sykehuset',
  } satisfies Record<Profession, string>,
  happensTitle: 'Hva skjer nå?',
  happens: [
    'La siden stå åpen, eller åpne den igjen når møtet er.',
    'Når møtet begynner, skifter siden av seg selv.',
    'Den som leder møtet, ønsker velkommen.',
  ] as readonly string[],
  helpTitle: 'Trenger du hjelp?',
  help: 'Ring, så hjelper vi deg inn.',
  ring: (number: string) => `Ring ${number}`,
  check: {
    title: 'Prøv før møtet',
    lead: 'Vi prøver nettet, lyden og teksten. Det tar under ett minutt.',
    start: 'Test lyd, tekst og nett',
    connecting: 'Vi prøver nettet …',
    heard: 'Hørte du to toner?',
    again: 'Spill en gang til',
    silent: 'Skru opp lyden. Se etter en bryter på siden av nettbrettet, og slå av stille modus. Spill så en gang til.',
    canRead: 'Kan du lese dette?',
    sample: 'I møtet får du ordet først, og alle hører på deg.',
    larger: 'Større',
    largest: 'Større blir det ikke her. Be noen lese for deg, eller bruk nettbrettets egen forstørring.',
    enlarge: 'Gjør teksten større i nettleseren: Trykk Ctrl og +, eller spre to fingre på skjermen.',
    yes: 'Ja',
    no: 'Nei',
    goOn: 'Gå videre',
    allWell: 'Alt virker. Du er klar til møtet.',
    notAll: 'Noe kan bli bedre:',
    once: 'Test en gang til',
    connection: {
      good: 'Nettet er godt.',
      slow: 'Nettet er tregt. Sett deg nærmere ruteren, eller lukk andre programmer.',
      lost: 'Vi får ikke god kontakt. Se om nettbrettet er på nett, og test en gang til.',
    },
    sound: { heard: 'Du hører lyden.', silent: 'Du hørte ikke lyden. Be noen hjelpe deg å skru den opp.' },
    sight: { reads: 'Du kan lese teksten.', hard: 'Teksten er vanskelig å lese. Be noen lese for deg i møtet.' },
  },
};
