import { FUNCTION_AREAS, SERVICES, VOLVEN } from './codes.ts';
import { choice, date, later, line, number, rowOf, text, time, yesNo } from './fields.ts';

/** What each row or form of the plan is made of. Which section uses it, and who may write, stands in `sections.ts`. */

/** What the patient thought of at home, theme by theme. */
export const Themes = {
  people: text('Mennesker', 'Hvem er viktige for deg, og hva gjør dere sammen?'),
  doing: text('Det du gjør', 'Hva vil du kunne gjøre i hverdagen?'),
  health: text('Helsa di', 'Hva plager deg mest, og hva hjelper?'),
  joy: text('Glede', 'Hva gjør dagen din god?'),
};

export const Goal = {
  activity: text('Det jeg vil kunne gjøre', 'Med egne ord.'),
  scoreNow: number('Hvordan går det nå?', 0, 10, '0 betyr at det ikke går. 10 betyr at det går som før.'),
  scoreLater: later(number('Skår etter fire uker', 0, 10)),
  priority: later(number('Hvor viktig (1 er viktigst)', 1, 5)),
  noGoalReason: later(line('Hvis det ikke er mål eller skår: hvorfor?')),
};

export const Situation = {
  happened: text('Situasjon: hva har skjedd?'),
  background: text('Bakgrunn: sykdommer og hverdag før'),
  diagnoses: text('Diagnoser', 'Én diagnose på hver linje.'),
  course: text('Behandling på sykehuset'),
  now: text('Aktuell tilstand'),
  advice: text('Råd videre'),
  awaiting: text('Svar vi venter på'),
};

export const Clarifications = {
  problem: text('Problemet ved innleggelsen', 'Er det avklart?'),
  others: text('Andre problemer', 'Hva er avklart, og hva følges opp?'),
  unclear: text('Det som fortsatt er uklart', 'Hvorfor er det uklart?'),
  plan: text('Diagnose og plan for oppfølging'),
  function: text('Samlet funksjon', 'Før, endring og forventet utvikling.'),
};

export const Risk = {
  risk: choice('Risiko', {
    fall: 'Fall',
    nutrition: 'Ernæring',
    medication: 'Legemidler',
    decline: 'Funksjonsfall',
    delirium: 'Delir',
    other: 'Annet',
  }),
  words: text('Med ord'),
};

export const FunctionArea = {
  area: choice('Område', FUNCTION_AREAS, { system: `${VOLVEN}.9111` }),
  words: text('Med ord', 'Beskriv hva pasienten klarer, og hva som trengs av hjelp.'),
  unknownReason: line('Ukjent? Skriv hvorfor'),
  level: later(number('Tall 1–5, bare ved siden av ord', 1, 5)),
};

export const Service = {
  kind: choice('Tjeneste', SERVICES, { system: `${VOLVEN}.9151` }),
  extent: line('Omfang'),
  status: choice('Status', {
    considered: 'vurderes',
    offered: 'tilbudt',
    granted: 'innvilget',
    notRelevant: 'ikke aktuelt',
  }),
  decision: line('Vedtak (referanse)'),
  start: date('Fra'),
  contact: line('Kontakt'),
  note: text('Merknad'),
};

export const Medication = {
  drug: line('Legemiddel'),
  dose: line('Dose'),
  change: choice('Endring', { unchanged: 'uendret', new: 'ny', changed: 'endret', stopped: 'stoppet' }),
  reason: line('Hvorfor'),
  nextDose: line('Neste dose'),
};

export const Reconciliation = {
  by: line('Samstemt av'),
  on: date('Dato'),
  confirmedBy: line('Bekreftet av'),
  reason: line('Hvis ikke samstemt: hvorfor?'),
  multidose: yesNo('Multidose'),
  multidoseNote: line('Nye multidoser fra'),
  sentAlong: line('Sendes med hjem'),
};

export const Treatment = {
  problem: line('Problem'),
  goal: line('Mål'),
  forGoal: rowOf('Pasientens mål', 'goals'),
  medicalReason: line('Medisinsk grunn'),
  action: text('Tiltak'),
  owner: line('Hvem'),
  organisation: line('Virksomhet'),
  due: date('Når'),
  when: line('Hvor ofte, eller når'),
};

export const Warning = {
  zone: choice('Sone', { green: 'Grønn', yellow: 'Gul', red: 'Rød' }),
  sign: text('Tegn'),
  patientDoes: text('Dette gjør pasienten'),
  kinDoes: text('Dette gjør pårørende'),
  nurseDoes: text('Dette gjør hjemmesykepleien'),
  call: line('Hvem skal du ringe?'),
};

export const Intensity = {
  clarified: choice('Avklart?', { yes: 'Ja', no: 'Nei', later: 'Tas opp senere' }),
  said: text('Hva som er sagt'),
};

export const Training = {
  kind: choice('Hva slags', {
    training: 'Opplæring',
    aid: 'Hjelpemiddel',
    equipment: 'Utstyr',
    home: 'Tilpasning av boligen',
  }),
  what: text('Hva'),
  who: line('Hvem'),
  when: line('Når'),
};

export const KinPart = {
  can: text('Dette kan jeg'),
  want: text('Dette vil jeg'),
  wantNot: text('Dette vil jeg ikke'),
  relief: text('Dette trenger jeg avlastning til'),
};

export const Coordination = {
  municipalContact: line('Kontakt i kommunen'),
  municipalPhone: line('Telefon, kommunen'),
  hospitalContact: line('Kontakt på sykehuset'),
  hospitalPhone: line('Telefon, sykehuset'),
  contactDoctor: line('Kontaktlege'),
  coordinator: line('Koordinator'),
  individualPlan: choice('Individuell plan', { yes: 'Ja', no: 'Nei', declined: 'Takket nei' }),
};

export const Followup = {
  what: line('Hva'),
  who: line('Hvem'),
  organisation: later(line('Virksomhet')),
  on: date('Dato'),
  at: time('Klokka'),
  where: line('Hvor'),
  booked: yesNo('Bestilt'),
  transport: later(line('Transport')),
  companion: later(line('Følge')),
};

export const Departure = {
  on: date('Forventet hjemreise', 'Skriv en foreløpig dato fra første dag.'),
  at: time('Klokka'),
  transport: line('Transport'),
  medicines: line('Legemidler som er med'),
  papers: line('Papirer som er med'),
  receiver: line('Hvem tar imot?'),
};

export const Receipt = {
  ready: choice('Kan ta imot', { yes: 'Ja', no: 'Ikke ennå' }),
  message: text('Svar fra kommunen'),
  by: line('Mottatt av'),
};

export const Conversation = {
  held: choice('Utskrivningssamtale', { yes: 'Holdt', no: 'Ikke holdt' }),
  on: date('Dato'),
  by: line('Hvem var med'),
  copyGiven: yesNo('Pasienten har fått kopi'),
  teachBack: text('Tilbakelæring', 'Pasientens egne ord om hva som skal skje.'),
  reason: line('Hvis ikke holdt: hvorfor?'),
};

export const Confirmation = {
  confirmed: choice('Har noen snakket med deg om hjemreisen?', { yes: 'Ja', no: 'Nei' }),
  words: text('Slik har jeg forstått det'),
};

/** The heading says the same word of all of them. */
export const Question = { question: text({ nb: 'Spørsmål', en: 'Question' }) };

export const Answer = {
  question: rowOf('Svar på', 'questions'),
  answer: text('Svar'),
};

export const Disagreement = {
  topic: line('Hva er dere uenige om?'),
  hospitalView: text('Sykehuset'),
  municipalityView: text('Kommunen'),
  gpView: text('Fastlegen'),
  patientView: text('Pasienten'),
  kinView: text('Pårørende'),
  owner: line('Hvem avgjør?'),
  due: date('Når'),
  outcome: text('Utfall'),
  status: choice('Status', { open: 'åpen', settled: 'avklart' }),
};

/** What was promised in an earlier meeting, and what became of it. The row keeps the id that it had there. */
export const Promised = {
  what: text('Hva ble lovet?'),
  who: line('Hvem'),
  organisation: line('Virksomhet'),
  due: date('Når'),
  happened: choice('Hva skjedde?', { done: 'gjort', partly: 'delvis gjort', notDone: 'ikke gjort' }),
  words: text('Med ord'),
};

export const CheckPoint = {
  point: line('Punkt'),
  state: choice(
    'Status',
    { done: 'utført', notDone: 'ikke utført', notRelevant: 'ikke aktuelt' },
    { unanswered: 'ikke besvart' },
  ),
  by: line('Hvem'),
  on: date('Dato'),
};

export const Minute = {
  phase: line('Punkt på agendaen'),
  note: text('Notat'),
};
