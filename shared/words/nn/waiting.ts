import type { Catalogue } from '../catalogue.ts';

/** The waiting room, and getting in: said to somebody who may never have done this before. */
export const waiting: Catalogue['waiting'] = {
  today: 'i dag',
  tomorrow: 'i morgon',
  inMinutes: (count) => (count === 1 ? 'om 1 minutt' : `om ${count} minutt`),
  inHours: (hours, minutes) => {
    const told = hours === 1 ? 'om 1 time' : `om ${hours} timar`;
    return minutes === 0 ? told : `${told} og ${minutes} minutt`;
  },
  inDays: (count) => (count === 1 ? 'om 1 dag' : `om ${count} dagar`),
  meetingIs: (when) => `Møtet er ${when}.`,
  soon: 'Møtet startar når alle er klare. Du er på rett stad.',
  whoTitle: 'Kven er med?',
  here: 'er her no',
  coming: 'kjem',
  invited: 'er invitert',
  alone: 'Ingen andre har kome inn enno.',
  what: {
    hospital: 'jobbar på sjukehuset',
    municipality: 'jobbar i kommunen',
    gp: 'fastlege',
    patient: 'det er denne personen møtet handlar om',
    kin: 'pårørande',
    interpreter: 'tolk',
  },
  profession: {
    doctor: 'lege på sjukehuset',
    nurse: 'sjukepleiar på sjukehuset',
    therapist: 'fysioterapeut eller ergoterapeut på sjukehuset',
    coordinator: 'ordnar heimreisa, på sjukehuset',
  },
  happensTitle: 'Kva skjer no?',
  happens: [
    'La sida stå open, eller opne ho att når møtet er.',
    'Når møtet startar, skiftar sida av seg sjølv.',
    'Den som leier møtet, ønskjer velkomen.',
  ],
  helpTitle: 'Treng du hjelp?',
  help: 'Ring, så hjelper vi deg inn.',
  ring: (number) => `Ring ${number}`,
  check: {
    title: 'Prøv før møtet',
    lead: 'Vi prøver nettet, lyden og teksten. Det tek under eitt minutt.',
    start: 'Test lyd, tekst og nett',
    connecting: 'Vi prøver nettet …',
    heard: 'Høyrde du to tonar?',
    again: 'Spel ein gong til',
    silent:
      'Skru opp lyden. Sjå etter ein brytar på sida av nettbrettet, og slå av stille modus. Spel så ein gong til.',
    canRead: 'Kan du lese dette?',
    sample: 'I møtet får du ordet først, og alle høyrer på deg.',
    larger: 'Større',
    largest: 'Større blir det ikkje her. Be nokon lese for deg, eller bruk forstørringa på nettbrettet.',
    enlarge: 'Gjer teksten større i nettlesaren: Trykk Ctrl og +, eller sprei to fingrar på skjermen.',
    yes: 'Ja',
    no: 'Nei',
    goOn: 'Gå vidare',
    allWell: 'Alt verkar. Du er klar til møtet.',
    notAll: 'Noko kan bli betre:',
    once: 'Test ein gong til',
    connection: {
      good: 'Nettet er godt.',
      slow: 'Nettet er tregt. Set deg nærare ruteren, eller lukk andre program.',
      lost: 'Vi får ikkje god kontakt. Sjå om nettbrettet er på nett, og test ein gong til.',
    },
    sound: { heard: 'Du høyrer lyden.', silent: 'Du høyrde ikkje lyden. Be nokon hjelpe deg å skru han opp.' },
    sight: { reads: 'Du kan lese teksten.', hard: 'Teksten er vanskeleg å lese. Be nokon lese for deg i møtet.' },
  },
};
