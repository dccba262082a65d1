import type { Plan } from '#shared/plan/plan.ts';
import { aaseState } from './aaseState.ts';
import { fill, rowId, tell } from './aaseRows.ts';

/** What Åse says for herself, and what Line says. Everybody here is invented, and nothing here is medical advice. */
const toldByAase = {
  story:
    'Jeg vil hjem til mitt eget. Jeg vil kunne gå til postkassen og ha Bjørg på kaffe på fredager. Jeg er redd for å falle når ingen er der. Og jeg vil ikke være til bry for Line.',
  'story.themes': fill('story.themes', {
    people: 'Line. Og Bjørg i første etasje, hun kommer på kaffe på fredager.',
    doing: 'Hente posten selv og lage mat. Gå til postkassen og tilbake uten å holde i noen.',
    health: 'Jeg er redd for å falle når ingen er der. Det hjelper å vite hvem jeg kan ringe.',
    joy: 'Å sitte ved mitt eget kjøkkenvindu om morgenen.',
  }),
  goals: tell('goals', 101, [
    { activity: 'Gå til postkassen og tilbake alene', scoreNow: 2, priority: 1 },
    { activity: 'Dusje uten å være redd', scoreNow: 3, priority: 2 },
    { activity: 'Lage fredagskaffe til Bjørg', scoreNow: 5, priority: 3 },
  ]),
  'treatment.own': 'Jeg går i gangen hver time på dagen. Jeg reiser meg sakte. Jeg ringer Bjørg hver dag.',
  'warnings.own': 'Blir jeg svimmel to dager på rad, ringer jeg nummeret på lappen.',
  questions: tell('questions', 201, [
    { question: 'Får jeg komme tilbake hvis det ikke går?' },
    { question: 'Kan jeg bade i badekar?' },
  ]),
  'conversation.confirmed': fill('conversation.confirmed', { confirmed: 'yes' }),
  kin: fill('kin', {
    can: 'Ligge over 26.–28.11. Handle på tirsdager.',
    want: 'Være med til fastlegen.',
    wantNot: 'Hjelpe til i dusjen.',
  }),
} satisfies Partial<Plan>;

/** What will be done, by whom and when. */
const ahead = {
  needs: [
    'Trenger noen til stede når hun dusjer.',
    'Trenger hjelp opp og ned trappa den første tiden.',
    'Klarer ikke å hente post eller bære varmt.',
    'Våkner to ganger om natten og må på toalettet; utrygg i mørket.',
    'Trenger hjelp til støttestrømper.',
  ].join('\n'),
  services: tell('services', 501, [
    {
      kind: '15',
      extent: 'Morgen og kveld',
      status: 'offered',
      start: '2026-11-26',
      contact: 'Mona Hansen, 33 00 00 00',
    },
    {
      kind: 'other',
      extent: 'Hverdagsrehabilitering i fire uker',
      status: 'considered',
      note: 'Vurderes etter hjemmebesøk 27.11.',
    },
    { kind: '6', extent: 'Med fallsensor', status: 'granted', decision: '2026/1182', start: '2026-11-25' },
    { kind: '28', extent: 'Klokka 02 og 05', status: 'considered' },
  ]),
  treatment: tell('treatment', 601, [
    {
      problem: 'Hofte',
      goal: 'Gå sikkert i trapp',
      forGoal: rowId(101),
      action: 'Trening med fysioterapeut i kommunen',
      owner: 'Mona Hansen',
      due: '2026-11-28',
      when: 'Tre ganger i uken',
      organisation: 'Larvik kommune',
    },
    {
      problem: 'Fall',
      goal: 'Finne årsaken',
      forGoal: rowId(102),
      action: 'Måle blodtrykk liggende og stående',
      owner: 'Hjemmesykepleien',
      organisation: 'Larvik kommune',
      when: 'Hver uke',
    },
    {
      problem: 'Fall',
      goal: 'Finne årsaken',
      forGoal: rowId(102),
      action: 'Bestille synstest',
      owner: 'Line Fiktiv',
      when: 'Så snart det er en ledig time',
    },
    {
      problem: 'Ernæring',
      goal: 'Gå opp 2 kg',
      action: 'Næringsdrikk to ganger om dagen. Veie seg.',
      owner: 'Hjemmesykepleien',
      organisation: 'Larvik kommune',
      medicalReason: 'Vekttap på 4 kg det siste halvåret',
      when: 'Veies hver mandag',
    },
    {
      problem: 'Osteoporose',
      action: 'Starte alendronat',
      medicalReason: 'Ny osteoporose etter brudd',
      owner: 'Per Berg',
      organisation: 'Fastlegekontoret',
      due: '2026-12-08',
    },
  ]),
  warnings: tell('warnings', 701, [
    {
      zone: 'green',
      sign: 'Vondt, men bedre dag for dag',
      patientDoes: 'Fortsett som før. Ta paracetamol fast.',
    },
    {
      zone: 'yellow',
      sign: 'Mer smerte i hofta, svimmel to dager på rad, spiser lite eller er mer forvirret',
      patientDoes: 'Ring hjemmesykepleien.',
      nurseDoes: 'Måler, og ringer Per Berg samme dag.',
      call: 'Hjemmesykepleien 33 00 00 01',
    },
    {
      zone: 'red',
      sign: 'Nytt fall med smerte, kan ikke stå på beinet, brystsmerter eller tung pust',
      patientDoes: 'Ring 113.',
      call: '113',
    },
    {
      zone: 'red',
      sign: 'Sår som væsker, eller feber over 38',
      patientDoes: 'Ring ortopedisk post. Du har åpen retur til 15.12.',
      call: 'Ortopedisk post 33 00 00 02',
    },
  ]),
  training: tell('training', 801, [
    { kind: 'training', what: 'Hofteregler', who: 'Tiril Moen', when: 'Øvd 20. og 22.11.' },
    { kind: 'aid', what: 'Rullator, toalettforhøyer og dusjkrakk', when: 'Bestilt, leveres 25.11.' },
    { kind: 'home', what: 'Ta bort løse tepper', who: 'Line Fiktiv' },
  ]),
} satisfies Partial<Plan>;

/** Going home, and who keeps in touch. */
const home = {
  coordination: fill('coordination', {
    municipalContact: 'Mona Hansen',
    municipalPhone: '33 00 00 00',
    hospitalContact: 'Kari Nilsen',
    hospitalPhone: '33 00 00 02',
    contactDoctor: 'Jonas Lie',
    coordinator: 'Tilbudt. Åse tenker på det',
    individualPlan: 'declined',
  }),
  followup: tell('followup', 901, [
    { what: 'Hjemmebesøk av sykepleier', who: 'Mona Hansen', on: '2026-11-27', where: 'Hjemme' },
    { what: 'Første trening', who: 'Mona Hansen', on: '2026-11-28' },
    {
      what: 'Time hos fastlegen',
      who: 'Per Berg',
      on: '2026-12-08',
      at: '11:20',
      where: 'Fastlegekontoret',
      companion: 'Line Fiktiv',
    },
    { what: 'Samtale etter fire uker, ny skår 0–10', who: 'Mona Hansen', on: '2026-12-23' },
    {
      what: 'Kontroll med røntgen',
      who: 'Ortopedisk poliklinikk',
      on: '2027-01-14',
      where: 'Ortopedisk poliklinikk',
      transport: 'Pasientreise er bestilt',
    },
  ]),
  departure: fill('departure', {
    on: '2026-11-26',
    at: '11:00',
    transport: 'Taxi med hjelp i trapp',
    medicines: 'Legemidler til og med 28.11.',
    papers: 'Epikrise og legemiddelliste',
    receiver: 'Line, som har nøkkelen',
  }),
  'departure.receipt': fill('departure.receipt', {
    ready: 'yes',
    message: 'Klart fra 26.11. kl. 12.',
    by: 'Mona Hansen, 22.11. kl. 13.40',
  }),
  conversation: fill('conversation', {
    held: 'yes',
    on: '2026-11-25',
    by: 'Jonas Lie og Kari Nilsen. Line Fiktiv var til stede',
    copyGiven: 'yes',
    teachBack:
      'Jeg skal ta den hvite til frokost og ikke sovetablett. Blir jeg svimmel to dager, ringer jeg det nummeret på lappen.',
  }),
  'questions.answers': tell('questions.answers', 211, [
    { question: rowId(201), answer: 'Ja. Ring posten før 15.12.' },
    { question: rowId(202), answer: 'Ikke på tre måneder.' },
  ]),
  disagreements: tell('disagreements', 951, [
    {
      topic: 'De første nettene',
      hospitalView: 'Hun bør ikke være alene de første nettene.',
      municipalityView: 'Foreslår digitalt tilsyn.',
      patientView: 'Jeg vil sove i egen seng.',
      owner: 'Mona Hansen',
      due: '2026-12-01',
      outcome: 'Line ligger over to netter. Digitalt tilsyn prøves fra 28.11. Mona avgjør 1.12.',
      status: 'open',
    },
  ]),
} satisfies Partial<Plan>;

/** The whole plan of the invented case. The checklist comes from the meeting's template. */
export const aasePlan: Plan = {
  ...toldByAase,
  ...aaseState,
  ...ahead,
  ...home,
  ...{ checklist: [], minutes: [], promises: [] },
};
