import type { Phase } from '#shared/meeting/template.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

/** The sections of a phase as the patient's page shows them. */
export interface PatientSections {
  /** To write in. */
  own: SectionKey[];
  /** What others wrote that the template wants the patient to see first. */
  others: SectionKey[];
  /** The rest of the phase. Nothing is hidden, but one thing at a time. */
  more: SectionKey[];
}

/** Sections that the patient may write, but whose rows are mostly about what others do: read here, written by all. */
const MOSTLY_OTHERS: readonly SectionKey[] = ['followup', 'disagreements'];

export function patientSections({ sections, patient }: Phase): PatientSections {
  const own = patient.sections.filter((key) => mayWrite({ role: 'patient' }, key) && !MOSTLY_OTHERS.includes(key));
  const others = patient.sections.filter((key) => !own.includes(key));
  return { own, others, more: sections.filter((key) => !patient.sections.includes(key)) };
}

/** Notes and points to tick off are about the meeting, not about the patient. */
const ABOUT_THE_MEETING: readonly SectionKey[] = ['minutes', 'checklist'];

/** The sections of a phase in which the patient is told what was just written. */
export function patientWatches({ sections, patient }: Phase): SectionKey[] {
  return [...new Set([...patient.sections, ...sections])].filter((key) => !ABOUT_THE_MEETING.includes(key));
}
