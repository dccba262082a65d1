import { caseOf, STAFF, type Told } from './case.ts';

const many = <Row>(count: number, row: (at: number) => Row): Row[] =>
  Array.from({ length: count }, (_, at) => row(at + 1));
const day = (at: number) => `2027-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`;

/** Every list is far longer than any meeting makes it: some 1500 rows. */
const told: Told = {
  story: many(40, (at) => `Dette er setning ${at} av det jeg vil si.`).join(' '),
  goals: many(60, (at) => ({ activity: `Mål nummer ${at}`, scoreNow: at % 11, priority: (at % 5) + 1 })),
  situation: { diagnoses: many(80, (at) => `Diagnose ${at}`).join('\n'), happened: 'Alt på en gang' },
  'function.before': many(60, (at) => ({ area: '5', words: `Før, linje ${at}` })),
  'function.now': many(60, (at) => ({ area: '7', words: `Nå, linje ${at}`, level: (at % 5) + 1 })),
  'function.expected': many(60, (at) => ({ area: '12', words: `Forventet, linje ${at}` })),
  function: many(40, (at) => ({ risk: 'fall', words: `Risiko ${at}` })),
  needs: many(100, (at) => `Behov ${at}.`).join('\n'),
  services: many(100, (at) => ({ kind: '15', extent: `Omfang ${at}`, status: 'granted', start: day(at) })),
  medications: many(200, (at) => ({ drug: `Legemiddel ${at}`, dose: `${at} mg`, change: 'unchanged' })),
  treatment: many(150, (at) => ({ problem: `Problem ${at}`, action: `Tiltak ${at}`, owner: 'Siv', due: day(at) })),
  warnings: many(60, (at) => ({ zone: 'yellow', sign: `Tegn ${at}`, patientDoes: `Gjør ${at}`, call: '99 00 00 01' })),
  training: many(60, (at) => ({ kind: 'aid', what: `Hjelpemiddel ${at}`, who: 'Ergoterapeuten' })),
  followup: many(150, (at) => ({ what: `Avtale ${at}`, who: 'Pasienten', on: day(at), at: '09:30', booked: 'yes' })),
  questions: many(60, (at) => ({ question: `Spørsmål nummer ${at}?` })),
  'questions.answers': many(60, (at) => ({ question: `questions-${at}`, answer: `Svar nummer ${at}.` })),
  disagreements: many(60, (at) => ({
    topic: `Uenighet ${at}`,
    hospitalView: 'Ja',
    patientView: 'Nei',
    status: 'open',
  })),
  checklist: many(100, (at) => ({ point: `Punkt ${at}`, state: 'done', by: 'Hanne' })),
  minutes: many(100, (at) => ({ phase: 'Planen', note: `Notat ${at}` })),
  promises: many(40, (at) => ({ what: `Løfte ${at}`, who: 'Kommunen', happened: 'notDone' })),
};

export const overfull = caseOf({
  name: 'overfull',
  title: 'Alt på en gang',
  template: 'several-chronic-conditions',
  patient: { name: 'Mange Oppdiktet', birthYear: 1950 },
  people: { ...STAFF, patient: { name: 'Mange Oppdiktet', role: 'patient' } },
  facilitator: 'nurse',
  told,
  said: [{ who: 'patient' }, { who: 'nurse' }, { who: 'officer' }, { who: 'gp' }],
});
