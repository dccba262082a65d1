import { caseOf, STAFF } from './case.ts';

/** A frail woman of 88 who fell: every part of the plan that such a meeting has. */
export const frail = caseOf({
  name: 'frail',
  title: 'Hjem til Nordgata',
  template: 'frail-elderly',
  patient: { name: 'Solveig Oppdiktet', birthYear: 1938 },
  people: {
    ...STAFF,
    patient: { name: 'Solveig Oppdiktet', role: 'patient' },
    son: { name: 'Arne Oppdiktet', role: 'kin' },
  },
  facilitator: 'nurse',
  told: {
    story: 'Jeg vil bo hjemme så lenge det går.\nKatten må ha mat.',
    'story.themes': { people: 'Arne ringer hver kveld', doing: 'Strikke og se ut på havna' },
    goals: [
      { activity: 'Gå til butikken med rullator', scoreNow: 2, priority: 1 },
      { activity: 'Lage middag selv', scoreNow: 4, scoreLater: 7, priority: 2 },
    ],
    situation: {
      happened: 'Falt i trappa 11.11.',
      background: 'Bor alene.',
      diagnoses: 'Brudd i håndledd\nHjertesvikt',
      course: 'Gipset. Væskedrevet.',
      now: 'Klar og orientert.',
      advice: 'Følg vekten.',
      awaiting: 'Kontrollrøntgen',
    },
    clarifications: { problem: 'Avklart', others: 'Hjertesvikten er stabil', unclear: 'Hvorfor hun falt' },
    'function.before': [{ area: '5', words: 'Gikk uten hjelpemiddel' }],
    'function.now': [{ area: '5', words: 'Går ti meter med rullator', level: 3 }],
    'function.expected': [{ area: '5', unknownReason: 'Avhenger av treningen' }],
    function: [{ risk: 'fall', words: 'Høy' }],
    needs: 'Trenger noen ved siden av seg når hun dusjer.',
    services: [{ kind: '15', extent: 'Morgen og kveld', status: 'granted', decision: '2026/77', start: '2026-11-27' }],
    medications: [
      { drug: 'Furosemid', dose: '40 mg × 1', change: 'changed', reason: 'Økt vekt', nextDose: 'I morgen kl. 8' },
      { drug: 'Oksazepam', dose: '10 mg', change: 'stopped', reason: 'Fall' },
    ],
    'medications.reconciled': { by: 'Omar Oppdiktet', on: '2026-11-24', multidose: 'yes' },
    treatment: [
      {
        ...{ problem: 'Hjertesvikt', goal: 'Stabil vekt', forGoal: 'goals-1', action: 'Veie seg hver morgen' },
        ...{ owner: 'Hjemmesykepleien', organisation: 'Testvik kommune', due: '2026-11-27', when: 'Daglig' },
      },
    ],
    'treatment.own': 'Jeg skriver opp vekten selv.',
    warnings: [
      { zone: 'yellow', sign: 'To kilo opp på tre dager', patientDoes: 'Ringe', call: 'Hjemmetjenesten 99 00 00 01' },
      { zone: 'red', sign: 'Tungpusten i ro', kinDoes: 'Ringe 113', call: '113' },
    ],
    'warnings.own': 'Da legger jeg meg ned og ringer Arne.',
    intensity: { clarified: 'yes', said: 'Ønsker behandling på sykehus.' },
    training: [{ kind: 'aid', what: 'Rullator', who: 'Ergoterapeuten', when: 'Før hjemreise' }],
    kin: { can: 'Handle på lørdager', wantNot: 'Gi medisiner', relief: 'Når jeg reiser bort' },
    coordination: {
      ...{ municipalContact: 'Siv Oppdiktet', municipalPhone: '99 00 00 02', hospitalContact: 'Hanne Oppdiktet' },
      ...{ hospitalPhone: '99 00 00 03', contactDoctor: 'Omar Oppdiktet', individualPlan: 'declined' },
    },
    followup: [{ what: 'Time hos fastlegen', who: 'Solveig', on: '2026-12-08', at: '10:30', booked: 'yes' }],
    departure: { on: '2026-11-27', at: '12:00', transport: 'Drosje', receiver: 'Arne' },
    'departure.receipt': { ready: 'yes', by: 'Siv Oppdiktet' },
    conversation: { held: 'yes', on: '2026-11-26', teachBack: 'Jeg veier meg hver dag.', copyGiven: 'yes' },
    'conversation.confirmed': { confirmed: 'yes', words: 'Jeg skal ringe hvis vekten går opp.' },
    questions: [{ question: 'Kan jeg dusje med gips?' }],
    'questions.answers': [{ question: 'questions-1', answer: 'Ja, med en pose rundt.' }],
    checklist: [{ point: 'Legemiddelliste sendt', state: 'done', by: 'Hanne', on: '2026-11-25' }],
    minutes: [{ phase: 'Velkommen', note: 'Alle presenterte seg.' }],
    promises: [{ what: 'Rampe ved døra', who: 'Kommunen', happened: 'partly', words: 'Bestilt' }],
  },
  said: [
    { who: 'patient' },
    { who: 'nurse' },
    {
      who: 'officer',
      commitments: [
        { task: 'services-1', section: 'services', what: 'Helsetjenester i hjemmet: Morgen og kveld' },
        { task: 'treatment-1', section: 'treatment', what: 'Veie seg hver morgen' },
      ],
    },
    { who: 'gp' },
  ],
});
