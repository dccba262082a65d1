import * as z from 'zod/mini';
import { ALL_BUT_INTERPRETER, STAFF } from '#shared/roles.ts';
import { fields, rows, text, type Part } from './declaration.ts';
import * as row from './rows.ts';

/**
 * The plan, declared once: one entry for each document of a meeting, read by guard, forms, readiness and exports. A key
 * with a dot is a part of the section before the dot, apart because it has writers, or a kind, of its own.
 */
export const sections = {
  promises: rows(row.Promised, {
    heading: 'Hva lovte vi, og hva skjedde?',
    writers: ALL_BUT_INTERPRETER,
    follows: true,
    loinc: '18776-5',
    order: 5,
  }),
  story: text({
    heading: 'Hva er viktig for deg?',
    writers: ALL_BUT_INTERPRETER,
    required: [{ rule: 'written' }],
    loinc: '81338-6',
    voice: 'patient',
    order: 80,
  }),
  'story.themes': fields(row.Themes, {
    heading: 'Tanker før møtet',
    writers: ALL_BUT_INTERPRETER,
    loinc: '81338-6',
    voice: 'patient',
    order: 79,
  }),
  goals: rows(row.Goal, {
    heading: 'Mine mål',
    writers: ALL_BUT_INTERPRETER,
    required: [{ rule: 'rows', fields: ['activity', 'noGoalReason'] }],
    loinc: '61146-7',
    resource: 'Goal',
    voice: 'patient',
    order: 81,
  }),
  situation: fields(row.Situation, {
    heading: 'Situasjon og forløp',
    writers: ['hospital'],
    required: [{ rule: 'answered', fields: ['happened', 'diagnoses', 'now'] }],
    loinc: '8648-8',
    resource: 'Condition',
    order: 10,
  }),
  clarifications: fields(row.Clarifications, {
    heading: 'Avklaringer før utskrivning',
    writers: ['hospital:doctor'],
    required: [{ rule: 'answered', fields: ['problem', 'others', 'unclear', 'plan', 'function'] }],
    loinc: '67781-5',
    resource: 'ClinicalImpression',
    order: 20,
  }),
  'function.before': rows(row.FunctionArea, {
    heading: 'Funksjon før innleggelsen',
    writers: ['municipality', 'kin', 'gp', 'hospital'],
    required: [{ rule: 'rows', fields: ['words', 'unknownReason'] }],
    loinc: '47420-5',
    resource: 'ClinicalImpression',
    order: 30,
  }),
  'function.now': rows(row.FunctionArea, {
    heading: 'Funksjon nå',
    writers: ['hospital'],
    required: [{ rule: 'rows', fields: ['words', 'unknownReason'] }],
    loinc: '47420-5',
    resource: 'ClinicalImpression',
    order: 31,
  }),
  'function.expected': rows(row.FunctionArea, {
    heading: 'Forventet funksjon',
    writers: ['hospital'],
    required: [{ rule: 'rows', fields: ['words', 'unknownReason'] }],
    loinc: '47420-5',
    resource: 'ClinicalImpression',
    order: 32,
  }),
  function: rows(row.Risk, { heading: 'Risiko', writers: ['hospital'], loinc: '47420-5', order: 33 }),
  needs: text({
    heading: 'Behov',
    writers: ['hospital', 'gp'],
    required: [{ rule: 'written' }],
    loinc: null,
    order: 70,
  }),
  services: rows(row.Service, {
    heading: 'Kommunens tjenester',
    writers: ['municipality'],
    required: [{ rule: 'each', fields: ['kind', 'status'] }],
    loinc: null,
    resource: 'ServiceRequest',
    order: 150,
  }),
  medications: rows(row.Medication, {
    heading: 'Legemidler',
    writers: ['hospital:doctor', 'gp'],
    required: [{ rule: 'each', fields: ['drug'] }],
    loinc: '10183-2',
    resource: 'MedicationStatement',
    order: 40,
  }),
  'medications.reconciled': fields(row.Reconciliation, {
    heading: 'Legemiddelsamstemming',
    writers: ['hospital:doctor', 'gp'],
    required: [{ rule: 'any', fields: ['by', 'reason'] }],
    loinc: '10183-2',
    order: 41,
  }),
  treatment: rows(row.Treatment, {
    heading: 'Behandlingsplan',
    writers: STAFF,
    required: [{ rule: 'each', fields: ['action', 'owner', ['due', 'when']] }],
    loinc: '18776-5',
    resource: 'CarePlan',
    order: 50,
  }),
  'treatment.own': text({
    heading: 'Dette gjør jeg selv',
    writers: ['patient'],
    loinc: '18776-5',
    voice: 'patient',
    order: 51,
  }),
  warnings: rows(row.Warning, {
    heading: 'Hvis det blir verre',
    writers: ['hospital:doctor', 'gp'],
    required: [{ rule: 'value', field: 'zone', values: ['yellow', 'red'] }],
    loinc: '8653-8',
    resource: 'CarePlan',
    order: 90,
  }),
  'warnings.own': text({
    heading: 'Min egen plan hvis det blir verre',
    writers: ['patient'],
    loinc: '8653-8',
    voice: 'patient',
    order: 91,
  }),
  intensity: fields(row.Intensity, {
    heading: 'Behandlingsnivå',
    writers: ['hospital:doctor'],
    required: [{ rule: 'answered', fields: ['clarified'] }],
    loinc: '42348-3',
    order: 55,
  }),
  training: rows(row.Training, {
    heading: 'Opplæring, hjelpemidler og bolig',
    writers: ['hospital', 'municipality'],
    loinc: '46264-8',
    order: 110,
  }),
  kin: fields(row.KinPart, {
    heading: 'Pårørendes bidrag',
    writers: ['kin'],
    required: [{ rule: 'any', fields: ['can', 'want', 'wantNot', 'relief'] }],
    requiredWith: 'kin',
    loinc: '29762-2',
    order: 130,
  }),
  coordination: fields(row.Coordination, {
    heading: 'Kontakter og koordinering',
    writers: ['municipality', 'hospital'],
    required: [{ rule: 'answered', fields: ['municipalContact', 'hospitalContact'] }],
    loinc: '85847-2',
    resource: 'CareTeam',
    order: 140,
  }),
  followup: rows(row.Followup, {
    heading: 'Oppfølging og avtaler',
    writers: ALL_BUT_INTERPRETER,
    required: [{ rule: 'each', fields: ['what', 'who', 'on'] }],
    loinc: '18776-5',
    resource: 'Task',
    order: 100,
  }),
  departure: fields(row.Departure, {
    heading: 'Hjemreisen',
    writers: ['hospital'],
    required: [{ rule: 'answered', fields: ['on'] }],
    loinc: '8650-4',
    resource: 'Encounter',
    order: 145,
  }),
  'departure.receipt': fields(row.Receipt, {
    heading: 'Kommunens svar på hjemreisen',
    writers: ['municipality'],
    loinc: '8650-4',
    order: 146,
  }),
  conversation: fields(row.Conversation, {
    heading: 'Utskrivningssamtale',
    writers: ['hospital'],
    required: [
      { rule: 'any', fields: ['held', 'reason'] },
      { rule: 'because', field: 'held', is: 'no', fields: ['reason'] },
    ],
    loinc: null,
    order: 120,
  }),
  'conversation.confirmed': fields(row.Confirmation, {
    heading: 'Pasienten bekrefter samtalen',
    writers: ['patient'],
    loinc: null,
    voice: 'patient',
    order: 121,
  }),
  questions: rows(row.Question, {
    heading: 'Spørsmål',
    writers: ['patient', 'kin'],
    required: [{ rule: 'replied', in: 'questions.answers' }],
    loinc: null,
    order: 122,
  }),
  'questions.answers': rows(row.Answer, { heading: 'Svar på spørsmål', writers: STAFF, loinc: null, order: 123 }),
  disagreements: rows(row.Disagreement, {
    heading: 'Uavklart og uenighet',
    writers: ALL_BUT_INTERPRETER,
    required: [{ rule: 'settled', fields: ['topic', 'owner'] }],
    loinc: null,
    order: 160,
  }),
  checklist: rows(row.CheckPoint, { heading: 'Sjekkliste', writers: STAFF, loinc: null, order: 170 }),
  minutes: rows(row.Minute, { heading: 'Notater til referatet', writers: STAFF, loinc: null, order: 180 }),
} as const satisfies Record<string, Part>;

export type SectionKey = keyof typeof sections;
export const SECTION_KEYS = Object.keys(sections) as SectionKey[];
export const SectionKey = z.enum(SECTION_KEYS);

/** The declaration of a part as those see it who treat all parts alike: forms, guard, exports. */
export function section(key: SectionKey): Part {
  return sections[key];
}

/** All parts in the order of the text that goes to the journal. */
export const JOURNAL_ORDER: readonly SectionKey[] = SECTION_KEYS.toSorted(
  (a, b) => sections[a].order - sections[b].order,
);
