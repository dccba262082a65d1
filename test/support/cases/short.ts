import { caseOf, STAFF } from './case.ts';

/** Twenty minutes, four parts. */
export const short = caseOf({
  name: 'short',
  title: 'Kort utskrivningsmøte',
  template: 'short-discharge',
  patient: { name: 'Tove Oppdiktet', birthYear: null },
  people: { nurse: STAFF.nurse, officer: STAFF.officer, patient: { name: 'Tove Oppdiktet', role: 'patient' } },
  facilitator: 'officer',
  told: {
    story: 'Hjem til hunden.',
    needs: 'Ingen nye.',
    followup: [{ what: 'Fjerne sting', who: 'Fastlegen', on: '2026-12-04' }],
    departure: { on: '2026-11-25', at: '15:00' },
  },
  said: [{ who: 'patient' }, { who: 'nurse' }, { who: 'officer' }],
});
