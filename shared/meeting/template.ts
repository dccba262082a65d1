import * as z from 'zod/mini';
import { PhaseId } from '#shared/ids.ts';
import { section, SECTION_KEYS, SectionKey } from '#shared/plan/sections.ts';
import { Role } from '#shared/roles.ts';
import type { Language } from '#shared/words/language.ts';

/** Largest sizes: characters of one text, and how many there may be. */
export const LIMITS = {
  line: 120,
  paragraph: 600,
  phases: 20,
  remember: 8,
  checklist: 40,
  minutes: 90,
  /** Of the whole template as JSON in UTF-8; with room around it in one HTTP body. */
  bytes: 56 * 1024,
} as const;

/** Characters that break lines, turn the text around, or are half of one. */
const UNSEEN = /[\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/u;

function words(max: number, isLine: boolean) {
  return z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.refine((text) => !UNSEEN.test(text) && !(isLine && text.includes('\n')), {
      error: 'No control characters.',
      params: { rule: 'unseen' },
    }),
  );
}

function inLanguages(text: z.ZodMiniString<string>) {
  return z.strictObject({ nb: text, nn: z.optional(text), en: z.optional(text) });
}

/** A text of a template, by language. Bokmål is always there, and stands in where another one is missing. */
export const TemplateText = inLanguages(words(LIMITS.paragraph, false));
export type TemplateText = z.infer<typeof TemplateText>;
const TemplateLine = inLanguages(words(LIMITS.line, true));

/** The text in a language, or in bokmål. */
export function sayIn(language: Language, text: TemplateText): string {
  return text[language] ?? text.nb;
}

const Sections = z.array(SectionKey).check(
  z.refine((keys) => new Set(keys).size === keys.length, {
    error: 'A section stands here twice.',
    params: { rule: 'twice' },
  }),
);

/** One kind of stop on the way through the meeting. */
export const Phase = z.strictObject({
  id: PhaseId,
  title: TemplateLine,
  /** Planned length. */
  minutes: z.int().check(z.gte(1), z.lte(LIMITS.minutes)),
  /** What everyone's screen shows. */
  sections: Sections,
  firstSpeaker: Role,
  /** To the facilitator: what to do in this phase. */
  prompt: TemplateText,
  /** A few points that the facilitator ticks off in the head during this phase; nobody writes them down. */
  remember: z._default(z.array(TemplateText).check(z.maxLength(LIMITS.remember)), []),
  /** The same phase as a question to the patient, and one sentence about it in plain words. */
  patient: z.strictObject({ question: TemplateLine, sentence: TemplateText, sections: Sections }),
  /** Where in the meeting something other than writing happens. */
  then: z.optional(z.enum(['agree', 'faces'])),
});
export type Phase = z.infer<typeof Phase>;

/** Where the patient's own words are written; there the patient speaks first. */
const THE_PATIENTS_OWN: readonly SectionKey[] = ['story', 'goals'];

const Shape = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][A-Za-z0-9_-]{2,63}$/)),
  version: z.int().check(z.gte(1)),
  title: TemplateLine,
  about: TemplateText,
  phases: z.array(Phase).check(z.minLength(1), z.maxLength(LIMITS.phases)),
  /** What must be there before the plan can be agreed; each is shown in some phase. */
  required: Sections,
  /** Points that the meeting starts with. Ours are examples, never a national wording. */
  checklist: z.array(TemplateText).check(z.maxLength(LIMITS.checklist)),
});

/**
 * The meeting as data: its phases, and what must be there before the plan can be agreed. What is wrong has the path to
 * its place, and where a rule of meetings is broken, the `rule` among its `params`.
 */
export const Template = Shape.check(({ value, issues }) => {
  for (const { path, rule, message } of brokenRules(value))
    issues.push({ code: 'custom', input: value, path, message, params: { rule } });
});
export type Template = z.infer<typeof Template>;

interface Broken {
  path: (string | number)[];
  rule: 'same-id' | 'patient-first' | 'agree-twice' | 'not-shown' | 'too-large';
  message: string;
}

function brokenRules(template: z.infer<typeof Shape>): Broken[] {
  const { phases, required } = template;
  const shown = new Set(phases.flatMap(({ sections }) => sections));
  const agreeing = phases.findIndex(({ then }) => then === 'agree');
  const inPhases = phases.flatMap(({ id, sections, firstSpeaker, then }, index): (Broken | false)[] => [
    phases.findIndex((phase) => phase.id === id) !== index && {
      ...{ path: ['phases', index, 'id'], rule: 'same-id', message: `Two phases have the id ${id}.` },
    },
    firstSpeaker !== 'patient' &&
      sections.some((key) => THE_PATIENTS_OWN.includes(key)) && {
        ...{ path: ['phases', index, 'firstSpeaker'], rule: 'patient-first' },
        message: `The patient speaks first in the phase ${id}: it opens the patient's own words.`,
      },
    then === 'agree' &&
      agreeing !== index && {
        ...{ path: ['phases', index, 'then'], rule: 'agree-twice', message: 'The plan is agreed in one phase only.' },
      },
  ]);
  const inRequired = required.map(
    (key, index): Broken | false =>
      phases.length > 0 &&
      !shown.has(key) && {
        ...{ path: ['required', index], rule: 'not-shown', message: `No phase shows ${key}, which is required.` },
      },
  );
  const isLarge = new TextEncoder().encode(JSON.stringify(template)).length > LIMITS.bytes;
  const large: Broken = { path: [], rule: 'too-large', message: 'The template is too large.' };
  return [...inPhases, ...inRequired, isLarge && large].filter((broken) => broken !== false);
}

/** What is wrong with a template, a line for each: the place, as `phases[2].patient.question.nb`, and why. */
export function wrongPlaces(error: z.core.$ZodError): string[] {
  return error.issues.map(({ path, message }) => `${z.core.toDotPath(path) || 'template'}: ${message}`);
}

/** Planned length, in minutes. */
export function minutesOf(template: Pick<Template, 'phases'>): number {
  return template.phases.reduce((sum, phase) => sum + phase.minutes, 0);
}

/** The sections that a meeting with this template has, in the order of the registry. */
export function sectionsOf({ phases }: Pick<Template, 'phases'>): SectionKey[] {
  return SECTION_KEYS.filter((key) => !section(key).follows || phases.some(({ sections }) => sections.includes(key)));
}
