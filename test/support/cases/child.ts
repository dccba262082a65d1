import { caseOf, STAFF } from './case.ts';

/** A child, whose parents say most of it, and who could not sign. */
export const child = caseOf({
  name: 'child',
  title: 'Hjem med insulinpumpe',
  template: 'children-and-young-people',
  patient: { name: 'Elias Oppdiktet', birthYear: 2019 },
  people: {
    nurse: STAFF.nurse,
    officer: STAFF.officer,
    patient: { name: 'Elias Oppdiktet', role: 'patient' },
    mother: { name: 'Marit Oppdiktet', role: 'kin' },
    father: { name: 'Noor Oppdiktet', role: 'kin' },
  },
  facilitator: 'nurse',
  told: {
    story: 'Jeg vil på skolen og spise kake i bursdager.',
    goals: [{ activity: 'Sove over hos Jonas', scoreNow: 1, priority: 1 }],
    situation: { happened: 'Ny diabetes type 1', diagnoses: 'Diabetes type 1', now: 'Stabilt blodsukker' },
    needs: 'Trenger en voksen på skolen som kan pumpa.',
    training: [{ kind: 'training', what: 'Opplæring av skolen', who: 'Diabetessykepleieren', when: 'Uke 49' }],
    kin: { can: 'Regne ut karbohydrater', want: 'Lære pumpa', relief: 'En natt i blant' },
    treatment: [{ problem: 'Diabetes', action: 'Plan for skoledagen', owner: 'Rektor', due: '2026-12-01' }],
    warnings: [{ zone: 'red', sign: 'Besvimer', kinDoes: 'Gi glukagon', call: '113' }],
    departure: { on: '2026-11-26', receiver: 'Marit og Noor' },
    questions: [{ question: 'Gjør det vondt å bytte slange?' }],
    'questions.answers': [{ question: 'questions-1', answer: 'Litt. Du kan få krem.' }],
  },
  said: [{ who: 'nurse' }, { who: 'officer' }, { who: 'mother' }, { who: 'father' }],
  more: { withoutPatient: 'Elias er sju år. Foreldrene svarte for ham.', sendTo: ['gp'] },
});
