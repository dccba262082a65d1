import { caseOf, STAFF } from './case.ts';

/** Several chronic conditions, many medicines, and a GP who was not there. */
export const chronic = caseOf({
  name: 'chronic',
  title: 'Diabetes, lunger og hjerte sammen',
  template: 'several-chronic-conditions',
  patient: { name: 'Reidar Oppdiktet', birthYear: 1955 },
  people: {
    nurse: STAFF.nurse,
    doctor: STAFF.doctor,
    officer: STAFF.officer,
    patient: { name: 'Reidar Oppdiktet', role: 'patient' },
  },
  facilitator: 'doctor',
  told: {
    story: 'Jeg er lei av å vente på neste gang det går galt.',
    goals: [{ activity: 'Gå opp til hytta', scoreNow: 0, priority: 1 }],
    situation: { happened: 'Kols-forverring', diagnoses: 'Kols\nDiabetes type 2\nHjerteinfarkt 2019', now: 'Bedre' },
    clarifications: { problem: 'Ja', others: 'Blodsukker følges', unclear: 'Nei', plan: 'Ja', function: 'Ja' },
    'function.now': [{ area: '12', words: 'Går to hundre meter, så må han stå' }],
    needs: 'Trenger hjelp til å bære ved og tunge varer.',
    services: [{ kind: '27', status: 'offered', contact: 'Siv Oppdiktet' }],
    medications: ['Metformin', 'Tiotropium', 'Acetylsalisylsyre', 'Atorvastatin', 'Ramipril', 'Prednisolon'].map(
      (drug, at) => ({ drug, dose: `${at + 1} × 1`, change: at === 5 ? ('new' as const) : ('unchanged' as const) }),
    ),
    'medications.reconciled': { reason: 'Fastlegen var ikke med', multidose: 'no' },
    treatment: [
      { problem: 'Kols', action: 'Pusteøvelser', owner: 'Reidar', when: 'Hver morgen' },
      { problem: 'Diabetes', action: 'Måle blodsukker', owner: 'Reidar', when: 'Før mat' },
      { problem: 'Hjerte', action: 'Treningsgruppe', owner: 'Siv Oppdiktet', due: '2027-01-11' },
    ],
    warnings: [
      { zone: 'green', sign: 'Som vanlig', patientDoes: 'Trene' },
      { zone: 'yellow', sign: 'Mer slim, annen farge', patientDoes: 'Starte kuren', call: 'Fastlegen 99 00 00 04' },
      { zone: 'red', sign: 'Får ikke puste', patientDoes: 'Ringe 113', call: '113' },
    ],
    intensity: { clarified: 'later' },
    coordination: { municipalContact: 'Siv Oppdiktet', hospitalContact: 'Omar Oppdiktet' },
    followup: [
      { what: 'Lungepoliklinikk', who: 'Reidar', organisation: 'Testvik sykehus', on: '2027-02-03', booked: 'no' },
    ],
    departure: { on: '2026-11-25' },
    conversation: { held: 'no', reason: 'Tas i morgen' },
  },
  said: [{ who: 'patient' }, { who: 'doctor' }, { who: 'nurse' }, { who: 'officer' }],
  more: { sendTo: ['gp'] },
});
