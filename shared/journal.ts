import * as z from 'zod/mini';
import type { SectionKey } from '#shared/plan/sections.ts';

/** In whose journal, or message, the plan is written as text. */
export const JournalReceiver = z.enum(['hospital', 'municipality', 'gp']);
export type JournalReceiver = z.infer<typeof JournalReceiver>;

/** A part of the plan, or some fields of its form, that stands under a heading. */
export interface JournalSource {
  section: SectionKey;
  fields?: readonly string[];
}

const of = (...sections: SectionKey[]): readonly JournalSource[] => sections.map((section) => ({ section }));
const ofSituation = (...fields: string[]): readonly JournalSource[] => [{ section: 'situation', fields }];

/** The headings of a journal text, and what of the plan stands under each. Everything of the plan stands under one of them. */
export const JOURNAL_PARTS = {
  reason: ofSituation('happened'),
  diagnoses: ofSituation('diagnoses'),
  background: ofSituation('background'),
  course: ofSituation('course'),
  now: ofSituation('now'),
  awaiting: ofSituation('awaiting'),
  assessment: [...of('clarifications', 'intensity'), ...ofSituation('advice')],
  function: of('function.before', 'function.now', 'function.expected', 'function'),
  medicines: of('medications', 'medications.reconciled'),
  needs: of('needs'),
  matters: of('story', 'story.themes', 'goals'),
  worse: of('warnings', 'warnings.own'),
  plan: of('treatment', 'treatment.own', 'promises'),
  followup: of('followup'),
  aids: of('training'),
  informed: of('conversation', 'conversation.confirmed', 'questions', 'questions.answers'),
  kin: of('kin'),
  departure: of('departure', 'departure.receipt'),
  contacts: of('coordination'),
  services: of('services'),
  disagreements: of('disagreements'),
  checklist: of('checklist'),
  minutes: of('minutes'),
} as const satisfies Record<string, readonly JournalSource[]>;

export type JournalPart = keyof typeof JOURNAL_PARTS;
export const JournalPart = z.enum(Object.keys(JOURNAL_PARTS) as JournalPart[]);

/**
 * The headings for each receiver, in the order of the messages that they know: the hospital's own journal, the discharge
 * report (utskrivningsrapport) to the municipality, the discharge summary (epikrise) to the GP.
 */
export const JOURNAL_ORDER_OF: Readonly<Record<JournalReceiver, readonly JournalPart[]>> = {
  hospital: [
    ...(['reason', 'background', 'diagnoses', 'course', 'now', 'assessment', 'awaiting', 'function'] as const),
    ...(['medicines', 'plan', 'needs', 'matters', 'worse', 'followup', 'aids', 'informed', 'kin'] as const),
    ...(['contacts', 'departure', 'services', 'disagreements', 'checklist', 'minutes'] as const),
  ],
  municipality: [
    ...(['reason', 'diagnoses', 'background', 'course', 'now', 'assessment', 'awaiting', 'function'] as const),
    ...(['medicines', 'needs', 'matters', 'worse', 'plan', 'followup', 'aids', 'informed', 'kin'] as const),
    ...(['departure', 'contacts', 'services', 'disagreements', 'checklist', 'minutes'] as const),
  ],
  gp: [
    ...(['diagnoses', 'reason', 'background', 'now', 'assessment', 'course', 'medicines', 'function'] as const),
    ...(['plan', 'followup', 'worse', 'matters', 'needs', 'services', 'aids', 'kin', 'informed'] as const),
    ...(['awaiting', 'contacts', 'departure', 'disagreements', 'checklist', 'minutes'] as const),
  ],
};

/** What is seldom of use to a receiver: there to be chosen, and not chosen beforehand. */
const NOT_AT_FIRST: Readonly<Record<JournalReceiver, readonly JournalPart[]>> = {
  hospital: [],
  municipality: ['checklist', 'minutes'],
  gp: ['aids', 'departure', 'checklist', 'minutes'],
};

/** The headings that are chosen for a receiver until somebody chooses otherwise, in their order. */
export function firstChoiceFor(receiver: JournalReceiver): JournalPart[] {
  return JOURNAL_ORDER_OF[receiver].filter((part) => !NOT_AT_FIRST[receiver].includes(part));
}

/** For whom, and which headings: what `?for=gp&parts=plan,followup` says. */
export interface JournalChoice {
  receiver: JournalReceiver;
  /** Each once, in the receiver's order. */
  parts: JournalPart[];
}

/** The parts in the order of the receiver, each once. */
export function journalChoice(receiver: JournalReceiver, parts: readonly JournalPart[]): JournalChoice {
  return { receiver, parts: JOURNAL_ORDER_OF[receiver].filter((part) => parts.includes(part)) };
}

/** Where the text of `choice` of a version is fetched; of the meeting's address `/api/meetings/:id`. */
export function journalPath(version: number, { receiver, parts }: JournalChoice): string {
  return `/versions/${version}/export?format=text&for=${receiver}&parts=${parts.join(',')}`;
}
