import type { Plan } from '#shared/plan/plan.ts';
import { blankPart } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Profession, Role } from '#shared/roles.ts';
import { aasePlan } from './aasePlan.ts';

/** Somebody in the invented meeting. */
export interface Invented {
  name: string;
  role: Role;
  organisation: string | null;
  profession: Profession | null;
}

const HOSPITAL = 'Sykehuset i Vestfold (oppdiktet avdeling)';

const people = {
  kari: { name: 'Kari Nilsen', role: 'hospital', organisation: HOSPITAL, profession: 'nurse' },
  aase: { name: 'Åse Fiktiv', role: 'patient', organisation: null, profession: null },
  line: { name: 'Line Fiktiv', role: 'kin', organisation: null, profession: null },
  jonas: { name: 'Jonas Lie', role: 'hospital', organisation: HOSPITAL, profession: 'doctor' },
  tiril: { name: 'Tiril Moen', role: 'hospital', organisation: HOSPITAL, profession: 'therapist' },
  mona: { name: 'Mona Hansen', role: 'municipality', organisation: 'Larvik kommune', profession: null },
  per: { name: 'Per Berg', role: 'gp', organisation: null, profession: null },
} as const satisfies Record<string, Invented>;

export type PersonKey = keyof typeof people;

/** Who wrote each part. Every one of them may: the guard lets the part's bytes through in their name. */
const authors: Record<SectionKey, PersonKey> = {
  promises: 'kari',
  story: 'aase',
  'story.themes': 'aase',
  goals: 'aase',
  situation: 'jonas',
  clarifications: 'jonas',
  'function.before': 'line',
  'function.now': 'tiril',
  'function.expected': 'tiril',
  function: 'tiril',
  needs: 'kari',
  services: 'mona',
  medications: 'jonas',
  'medications.reconciled': 'jonas',
  treatment: 'jonas',
  'treatment.own': 'aase',
  warnings: 'jonas',
  'warnings.own': 'aase',
  intensity: 'jonas',
  training: 'tiril',
  kin: 'line',
  coordination: 'mona',
  followup: 'kari',
  departure: 'kari',
  'departure.receipt': 'mona',
  conversation: 'kari',
  'conversation.confirmed': 'aase',
  questions: 'aase',
  'questions.answers': 'jonas',
  disagreements: 'kari',
  checklist: 'kari',
  minutes: 'kari',
};

/**
 * The plan with a few things left for the meeting, so that the list of what is missing has something to say: the
 * disagreement has neither owner nor outcome, the last appointment no date, the third goal no score, and the discharge
 * conversation has not been held.
 */
function prepared(): Plan {
  const { goals, followup, disagreements, questions } = aasePlan;
  return {
    ...aasePlan,
    goals: goals.map((goal, index) => (index === goals.length - 1 ? { ...goal, scoreNow: null } : goal)),
    followup: followup.map((row, index) => (index === followup.length - 1 ? { ...row, on: null } : row)),
    disagreements: disagreements.map((row) => ({ ...row, owner: '', due: null, outcome: '' })),
    'questions.answers': aasePlan['questions.answers'].filter(({ question }) => question === questions[0]?.id),
    conversation: blankPart('conversation'),
    'conversation.confirmed': blankPart('conversation.confirmed'),
  };
}

/** The invented meeting that the demo opens with and tests are written against: Åse goes home after a broken hip. */
export const aase: {
  template: string;
  title: string;
  patient: { name: string; birthYear: number };
  helpPhone: string;
  people: Readonly<Record<PersonKey, Invented>>;
  facilitator: PersonKey;
  authors: Readonly<Record<SectionKey, PersonKey>>;
  /** Everything filled in. */
  plan: Plan;
  prepared: () => Plan;
} = {
  template: 'frail-elderly',
  title: 'Hjem til Larvik',
  patient: { name: people.aase.name, birthYear: 1944 },
  helpPhone: '33 00 00 02',
  people,
  facilitator: 'kari',
  authors,
  plan: aasePlan,
  prepared,
};
