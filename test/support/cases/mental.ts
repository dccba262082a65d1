import { caseOf, STAFF } from './case.ts';

/** Severe mental illness and substance use; the patient keeps the plan from one party, and wrote with help. */
export const mental = caseOf({
  name: 'mental',
  title: 'Ut av døgnposten',
  template: 'severe-mental-illness-and-substance-use',
  patient: { name: 'Kim Oppdiktet', birthYear: 1994 },
  people: {
    nurse: STAFF.nurse,
    officer: STAFF.officer,
    gp: STAFF.gp,
    patient: { name: 'Kim Oppdiktet', role: 'patient' },
    sister: { name: 'Ada Oppdiktet', role: 'kin' },
    interpreter: { name: 'Ines Oppdiktet', role: 'interpreter' },
  },
  facilitator: 'nurse',
  told: {
    story: 'Jeg vil ha en egen dør og en grunn til å stå opp.',
    'story.themes': { health: 'Stemmene er verst om natta', joy: 'Gitaren' },
    goals: [{ noGoalReason: 'Orker ikke tall i dag' }],
    situation: { happened: 'Innlagt etter psykose', diagnoses: 'Schizofreni\nRusmiddelbruk', now: 'Rolig' },
    'function.before': [{ area: '19', unknownReason: 'Ingen kjente ham da' }],
    'function.now': [{ area: '13', words: 'Briller mangler' }],
    'function.expected': [{ area: 'other', words: 'Handle alene' }],
    function: [{ risk: 'other', words: 'Overdose etter pause' }],
    needs: 'Trenger noen å ringe om natta.',
    services: [{ kind: '29', status: 'considered', note: 'Venteliste' }],
    medications: [{ drug: 'Aripiprazol depot', dose: '400 mg hver 4. uke', nextDose: '09.12.' }],
    treatment: [{ problem: 'Søvn', medicalReason: 'Faresignal', action: 'Samtale ukentlig', owner: 'ACT-teamet' }],
    'treatment.own': 'Jeg går på øving tirsdag.',
    warnings: [{ zone: 'yellow', sign: 'Sover ikke', kinDoes: 'Si fra til teamet' }],
    'warnings.own': 'Ring Ada. Ikke politiet.',
    kin: { can: 'Være der', want: 'Få vite når han skrives inn', wantNot: 'Passe på medisinen' },
    coordination: { coordinator: 'Siv Oppdiktet', individualPlan: 'yes' },
    disagreements: [
      {
        ...{ topic: 'Bolig med eller uten personale', municipalityView: 'Med', patientView: 'Uten' },
        ...{ owner: 'Siv Oppdiktet', due: '2026-12-15', status: 'open' },
      },
    ],
  },
  said: [
    { who: 'patient', decision: 'reserve', reason: 'Bare hvis jeg får egen dør.' },
    { who: 'nurse' },
    { who: 'officer', decision: 'reserve', sections: ['services'], reason: 'Bolig er ikke vedtatt.' },
    { who: 'gp' },
  ],
  more: {
    refused: ['kin'],
    authors: {
      story: [
        { participants: [{ id: 'oppdiktet-person-2026--sister', name: 'Ada Oppdiktet', role: 'kin' }], carried: false },
      ],
    } as never,
  },
});
