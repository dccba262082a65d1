import { z } from 'zod';
import { PhaseId } from '#shared/ids.ts';
import { SectionKey } from '#shared/plan/sections.ts';
import { Role } from '#shared/roles.ts';

/** A text of a template, by language; bokmål is always there. */
const TemplateText = z.strictObject({ nb: z.string().min(1).max(600) });

/** One kind of stop on the way through the meeting. */
export const Phase = z.strictObject({
  id: PhaseId,
  title: TemplateText,
  minutes: z.int().min(1).max(90),
  /** What everyone's screen shows. */
  sections: z.array(SectionKey),
  firstSpeaker: Role,
  /** To the facilitator: what to do in this phase. */
  prompt: TemplateText,
  /** The same phase as a question to the patient, and one sentence about it in plain words. */
  patient: z.strictObject({ question: TemplateText, sentence: TemplateText, sections: z.array(SectionKey) }),
  /** Where in the meeting something other than writing happens. */
  then: z.enum(['agree', 'faces']).optional(),
});
export type Phase = z.infer<typeof Phase>;

/** The meeting as data: its phases, and what must be there before the plan can be agreed. */
export const Template = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
    version: z.int().min(1),
    title: TemplateText,
    about: TemplateText,
    phases: z.array(Phase).min(1),
    required: z.array(SectionKey),
    /** Points that the meeting starts with. Ours are examples, never a national wording. */
    checklist: z.array(TemplateText),
  })
  .refine((template) => new Set(template.phases.map((phase) => phase.id)).size === template.phases.length, {
    error: 'Two phases have the same id.',
    path: ['phases'],
  });
export type Template = z.infer<typeof Template>;

/** Planned length, in minutes. */
export function minutesOf(template: Template): number {
  return template.phases.reduce((sum, phase) => sum + phase.minutes, 0);
}
