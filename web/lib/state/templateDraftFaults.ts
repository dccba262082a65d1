import type * as z from 'zod/mini';
import { LIMITS, Template } from '#shared/meeting/template.ts';
import type { StaffCatalogue } from '#shared/words/catalogue.ts';

/** What can be wrong, as the words know it. */
export type FaultKind = keyof StaffCatalogue['templates']['faults']['kind'];

/** One thing that is wrong: `place` as `phases[2].patient.question.nb`, empty for the whole. */
export interface Fault {
  place: string;
  kind: FaultKind;
  /** The largest that may be, where that is what is wrong. */
  max: number;
}

const RULES: readonly FaultKind[] = [
  ...(['unseen', 'twice', 'same-id', 'patient-first', 'agree-twice', 'not-shown', 'too-large'] as const),
];

/** The places of a template in the order in which they stand on the page. */
const ORDER = ['', 'title', 'about', 'phases', 'checklist', 'required'];

/** What is wrong with a template, from the top of the page. */
export function faultsOf(template: unknown): Fault[] {
  const { error } = Template.safeParse(template);
  const faults = (error?.issues ?? []).map(faultOf);
  // One sentence for each place is enough.
  return faults
    .filter(({ place }, index) => faults.findIndex((fault) => fault.place === place) === index)
    .toSorted((a, b) => rank(a) - rank(b));
}

function rank({ place }: Fault): number {
  const [, part = '', number = '0'] = /^(\w*)(?:\[(\d+)\])?/.exec(place) ?? [];
  return ORDER.indexOf(part) * 1000 + Number(number);
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  const place = placeOf(issue.path);
  if (place.endsWith('.minutes')) return { place, kind: 'minutes', max: LIMITS.minutes };
  const max = issue.code === 'too_big' ? Number(issue.maximum) : 0;
  return { place, kind: kindOf(issue), max };
}

function kindOf(issue: z.core.$ZodIssue): FaultKind {
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'empty' : 'none';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'long' : 'many';
  const rule: unknown = issue.code === 'custom' ? issue.params?.['rule'] : undefined;
  return RULES.find((kind) => kind === rule) ?? 'other';
}

/** A path as the places of a page are called: `['phases', 2, 'title']` → `phases[2].title`. */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** Where a fault is, in words: `3. Legemidler – Spørsmål til pasienten`. Empty for the whole template. */
export function placeInWords(
  place: string,
  phases: readonly { title: { nb: string } }[],
  words: StaffCatalogue,
): string {
  const { templates } = words;
  const [, number, rest = place] = /^phases\[(\d+)\]\.(.*)$/.exec(place) ?? [];
  const nynorsk = rest.endsWith('.nn');
  const name = nameOf(rest.replace(/(\[\d+\])?(\.n[bn])?$/, ''), templates, number !== undefined);
  const field = nynorsk ? templates.inNynorsk(name) : name;
  if (number === undefined) return field;
  const title = phases[Number(number)]?.title.nb.trim() || templates.phases.unnamed;
  return `${Number(number) + 1}. ${title} – ${field}`;
}

function nameOf(field: string, words: StaffCatalogue['templates'], inPhase: boolean): string {
  const { phase } = words;
  const inPhases: Record<string, string> = {
    ...{ title: phase.name, minutes: phase.minutes, firstSpeaker: phase.first, then: phase.then, prompt: phase.prompt },
    ...{ sections: phase.sections, remember: phase.remember, 'patient.question': phase.question },
    ...{ 'patient.sentence': phase.sentence, 'patient.sections': phase.patientSections },
  };
  const outside: Record<string, string> = {
    ...{ title: words.about.name, about: words.about.text, phases: words.phases.title },
    ...{ checklist: words.checklist.title, required: words.required.title },
  };
  return (inPhase ? inPhases : outside)[field] ?? words.about.title;
}
