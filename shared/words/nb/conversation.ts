/** „4 av 10”, as it is read and heard. */
const outOfTen = (score: string | number) => `${score} av 10`;

/** The patient's own conversation before the meeting: what matters, one question at a time. */
export const conversation = {
  title: 'Hva er viktig for deg?',
  card: {
    title: 'Forbered deg – ta det i ditt eget tempo',
    text: 'Du kan tenke gjennom hva som er viktig for deg, og hva du vil spørre om. Du kan også vente og fortelle det i møtet.',
    titleForKin: (patient: string) => `Hjelp ${patient} med å forberede seg`,
    textForKin: 'Spørsmålene handler om hva som er viktig. Dere kan svare sammen.',
    none: 'Du har ikke begynt.',
    some: (answered: number, count: number, goals: number) =>
      `Du har svart på ${answered} av ${count} spørsmål, og har ${goals || 'ingen'} mål.`,
    finished: 'Du er ferdig. Du kan endre det du har skrevet.',
    noneForKin: 'Ingen har begynt.',
    someForKin: (answered: number, count: number, goals: number) =>
      `${answered} av ${count} spørsmål har svar, og det er skrevet ${goals || 'ingen'} mål.`,
    finishedForKin: 'Alt har svar. Det kan endres.',
    begin: 'Begynn',
    goOn: 'Fortsett',
    look: 'Se det som er skrevet',
  },
  /** Where one is: `Del 3 av 8`. */
  topic: (number: number, count: number) => `Del ${number} av ${count}`,
  topicGoal: (place: string, number: number, count: number) => `${place} – mål ${number} av ${count}`,
  next: 'Neste',
  back: 'Forrige',
  skip: 'Hopp over',
  later: 'Fortsett en annen gang',
  toMeeting: 'Gå til møtet',
  begun: 'Møtet har begynt. Du kan skrive ferdig først.',
  withoutPictures: 'Uten bilder',
  speak: 'Du kan trykke på mikrofonen på tastaturet og snakke inn.',
  welcome: {
    text: [
      'Her kan du tenke gjennom det før møtet, ett spørsmål om gangen. Det tar omtrent ti minutter.',
      'Du kan hoppe over alt du ikke vil svare på. Du kan stoppe når du vil, og gå videre en annen dag.',
      'De andre i møtet kan lese det du skriver. Du kan endre det når du vil.',
    ],
    begin: 'Begynn',
    look: 'Se det som er skrevet',
  },
  starters: 'Du kan begynne slik',
  themes: {
    people: {
      title: 'Mennesker',
      question: 'Hvem er viktige for deg?',
      help: 'Familie, venner, naboer – eller noen du savner.',
      starters: ['Jeg er mest sammen med', 'Jeg savner', 'Jeg vil gjerne treffe'],
    },
    doing: {
      title: 'Det du gjør',
      question: 'Hva vil du kunne gjøre i hverdagen?',
      help: 'Stort eller smått. Tenk på det du gjorde før.',
      starters: ['Jeg vil klare å', 'Før pleide jeg å', 'Hjemme liker jeg å'],
    },
    health: {
      title: 'Helsa di',
      question: 'Hva plager deg mest nå?',
      help: 'Fortell også hva som hjelper.',
      starters: ['Det verste er', 'Det hjelper når', 'Jeg er redd for'],
    },
    joy: {
      title: 'Glede',
      question: 'Hva gjør dagen din god?',
      help: 'Det du gleder deg til, eller det som gir deg ro.',
      starters: ['Jeg gleder meg til', 'En god dag er når', 'Jeg liker'],
    },
  },
  story: {
    question: 'Hva er aller viktigst for deg nå?',
    help: 'Dette leser alle i møtet først. Noen få setninger er nok.',
    lean: 'Dette er skrevet før',
    take: 'Ta med dette',
    taken: 'Tatt med',
  },
  goals: {
    question: 'Hva vil du klare?',
    help: 'Skriv ett mål om gangen, med dine egne ord. Tre til fem mål er passe. Ett er også bra.',
    offers: 'Du kan begynne med det du skrev',
    make: 'Lag et mål av dette',
    enough: 'Du har fem mål. Det er nok.',
    numbered: (number: number) => `Mål ${number}`,
    remove: 'Ta bort',
    removeNamed: (name: string) => `Ta bort «${name}»`,
    removeTitle: 'Vil du ta bort dette målet?',
    removeYes: 'Ja, ta det bort',
    keep: 'Behold det',
  },
  score: {
    question: 'Hvordan går det nå?',
    help: 'Velg et tall fra 0 til 10.',
    option: (score: string | number) => outOfTen(score),
    low: 'Går ikke',
    middle: 'Midt imellom',
    high: 'Går som før',
    chosen: (score: string | number) => `Du har valgt ${outOfTen(score)}.`,
    notChosen: 'Du har ikke valgt noe tall.',
    decline: 'Jeg vet ikke, eller vil ikke svare',
    declined: 'Du har valgt å ikke svare. Det er helt greit.',
    /** What then stands in the plan. */
    reason: 'Vet ikke, eller vil ikke svare',
  },
  questions: {
    question: 'Hva vil du spørre om i møtet?',
    help: 'Skriv ett spørsmål om gangen. Ingen spørsmål er for små.',
    numbered: (number: number) => `Spørsmål ${number}`,
    removeTitle: 'Vil du ta bort dette spørsmålet?',
  },
  done: {
    title: 'Takk. Dette er skrevet',
    text: 'Du kan komme tilbake når du vil, helt til møtet.',
    nothing: 'Ikke skrevet noe her. Det er helt greit.',
    change: 'Endre',
    write: 'Skriv',
    scored: (goal: string, score: string | number) => `${goal} (${outOfTen(score)})`,
    leave: 'Ferdig for nå',
  },
  /** What was written before the meeting, on the page of the meeting. */
  fromHome: 'Det du skrev hjemme',
};
