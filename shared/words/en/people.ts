import type { Catalogue } from '../catalogue.ts';

/** What people are called, by role and profession. */
export const people: Catalogue['people'] = {
  /** What the person is, in lower case: it stands after the name. */
  role: {
    hospital: 'the hospital',
    municipality: 'the municipality',
    gp: 'GP',
    patient: 'patient',
    kin: 'next of kin',
    interpreter: 'interpreter',
  },
  /** The party that the role speaks for, at the beginning of a sentence. */
  party: {
    hospital: 'The hospital',
    municipality: 'The municipality',
    gp: 'The GP',
    patient: 'The patient',
    kin: 'The next of kin',
    interpreter: 'The interpreter',
  },
  /** Words for a list where one chooses a role. */
  choice: {
    hospital: 'Hospital staff',
    municipality: 'Municipal staff',
    gp: 'GP',
    patient: 'Patient',
    kin: 'Next of kin',
    interpreter: 'Interpreter',
  },
  profession: {
    doctor: 'doctor',
    nurse: 'nurse',
    therapist: 'physio or occupational therapist',
    coordinator: 'coordinator',
  },
  you: 'you',
  leads: 'leads the meeting',
  present: 'here',
  away: 'not here now',
  /** „A, B or C”. */
  or: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`),
  and: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`),
};
