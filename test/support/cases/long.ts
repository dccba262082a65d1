import { caseOf, STAFF } from './case.ts';

const SENTENCE = 'Dette har jeg tenkt på lenge, og nå vil jeg at dere skal høre hele historien. ';

/** 40 kB in one field: whoever begins to tell may not be cut off. */
export const long = caseOf({
  name: 'long',
  title: 'Den lange historien',
  template: 'frail-elderly',
  patient: { name: 'Lang Oppdiktet', birthYear: 1939 },
  people: { ...STAFF, patient: { name: 'Lang Oppdiktet', role: 'patient' } },
  facilitator: 'nurse',
  told: {
    story: `${SENTENCE.repeat(Math.ceil(40_000 / SENTENCE.length))}Her slutter historien.`,
    needs: 'Trenger noen som hører på.',
  },
  said: [{ who: 'patient' }, { who: 'nurse' }, { who: 'officer' }],
});
