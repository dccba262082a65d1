import { PhaseId } from '#shared/ids.ts';
import type { Phase, Template, TemplateText } from '#shared/meeting/template.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Role } from '#shared/roles.ts';

/** A text while it is written; empty where there is none. */
export interface TextForm {
  nb: string;
  nn: string;
  /** What stood there in English, and the bokmål that it says. */
  english?: { of: string; says: string };
}

/** A point of a list, with a key for the screen alone. */
export type PointForm = TextForm & { key: string };

export interface PhaseForm {
  id: PhaseId;
  title: TextForm;
  /** Null while the field is empty. */
  minutes: number | null;
  sections: SectionKey[];
  firstSpeaker: Role;
  prompt: TextForm;
  remember: PointForm[];
  patient: { question: TextForm; sentence: TextForm; sections: SectionKey[] };
  then: 'nothing' | NonNullable<Phase['then']>;
}

/** A template while it is written: the same places, but nothing need be right yet. */
export interface TemplateForm {
  title: TextForm;
  about: TextForm;
  phases: PhaseForm[];
  required: SectionKey[];
  checklist: PointForm[];
}

export function formOf({ title, about, phases, required, checklist }: Template): TemplateForm {
  return {
    title: textFormOf(title),
    about: textFormOf(about),
    phases: phases.map(phaseFormOf),
    required: [...required],
    checklist: pointsOf(checklist),
  };
}

/** The template that the form stands for, right or not; whoever sends it parses it first. */
export function templateFrom(form: TemplateForm, { id, version }: Pick<Template, 'id' | 'version'>): Template {
  return {
    ...{ id, version, title: textFrom(form.title), about: textFrom(form.about) },
    phases: form.phases.map(phaseFrom),
    required: [...form.required],
    checklist: form.checklist.map(textFrom),
  };
}

/** A phase with nothing in it yet, and an id that no other has. */
export function newPhase(others: readonly PhaseForm[]): PhaseForm {
  const taken = new Set<string>(others.map(({ id }) => id));
  let number = others.length + 1;
  while (taken.has(`phase-${number}`)) number += 1;
  const nothing = () => ({ nb: '', nn: '' });
  return {
    ...{ id: PhaseId.parse(`phase-${number}`), title: nothing(), minutes: 5, sections: [], firstSpeaker: 'patient' },
    ...{ prompt: nothing(), remember: [], then: 'nothing' },
    patient: { question: nothing(), sentence: nothing(), sections: [] },
  };
}

/** A point with nothing in it yet, and a key that no other of its list has. */
export function newPoint(others: readonly PointForm[]): PointForm {
  const taken = new Set(others.map(({ key }) => key));
  let number = others.length;
  while (taken.has(String(number))) number += 1;
  return { key: String(number), nb: '', nn: '' };
}

function phaseFormOf({
  id,
  title,
  minutes,
  sections,
  firstSpeaker,
  prompt,
  remember,
  patient,
  then,
}: Phase): PhaseForm {
  return {
    ...{ id, title: textFormOf(title), minutes, sections: [...sections], firstSpeaker, prompt: textFormOf(prompt) },
    ...{ remember: pointsOf(remember), then: then ?? 'nothing' },
    patient: {
      question: textFormOf(patient.question),
      sentence: textFormOf(patient.sentence),
      sections: [...patient.sections],
    },
  };
}

function phaseFrom({ id, title, minutes, sections, firstSpeaker, prompt, remember, patient, then }: PhaseForm): Phase {
  return {
    ...{ id, title: textFrom(title), minutes: minutes ?? NaN, sections: [...sections], firstSpeaker },
    ...{ prompt: textFrom(prompt), remember: remember.map(textFrom) },
    patient: {
      question: textFrom(patient.question),
      sentence: textFrom(patient.sentence),
      sections: [...patient.sections],
    },
    ...(then === 'nothing' ? {} : { then }),
  };
}

function textFormOf({ nb, nn = '', en }: TemplateText): TextForm {
  return { nb, nn, ...(en === undefined ? {} : { english: { of: nb, says: en } }) };
}

function pointsOf(texts: readonly TemplateText[]): PointForm[] {
  return texts.map((text, index) => ({ key: String(index), ...textFormOf(text) }));
}

/** English is not written here: it goes on to stand for as long as the bokmål does. */
function textFrom({ nb, nn, english }: TextForm): TemplateText {
  const en = english?.of === nb.trim() ? { en: english.says } : {};
  return { nb: nb.trim(), ...(nn.trim() ? { nn: nn.trim() } : {}), ...en };
}
