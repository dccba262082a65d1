import { caseOf, STAFF } from './case.ts';

/** Nobody wrote anything, and nobody signed. */
export const empty = caseOf({
  name: 'empty',
  title: 'Møtet som ble avbrutt',
  template: 'frail-elderly',
  patient: { name: 'Stille Oppdiktet', birthYear: 1940 },
  people: { nurse: STAFF.nurse, patient: { name: 'Stille Oppdiktet', role: 'patient' } },
  facilitator: 'nurse',
  told: {},
  said: [],
  more: { withoutPatient: 'Pasienten sov.', sendTo: ['municipality', 'gp'] },
});
