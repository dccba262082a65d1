import type { Decision } from '#shared/agreement/signature.ts';
import { stands, wordsIn, type Words } from '#shared/agreement/standing.ts';
import type { ParticipantId } from '#shared/ids.ts';
import type { AgreementView, ParticipantView } from '#shared/live.ts';
import { isTheirs, type TaskSection } from '#shared/meeting/tasks.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import type { Said } from './said.ts';

export type SignatureView = AgreementView['signatures'][number];
export type PromisedTask = AgreementView['tasks'][number];

/** What somebody has said of the plan, part by part. */
export interface OwnWord {
  /** What they said last. */
  last: SignatureView;
  /** Parts that were changed after they spoke of them, in the order of the registry. */
  touched: SectionKey[];
  /** Something of it does not count any more. */
  lapsed: boolean;
  words: Words;
  /** By what they said: the parts of which it still counts. */
  standing: Readonly<Record<Decision, SectionKey[]>>;
  /** Parts of which they have said nothing. */
  open: SectionKey[];
}

/** Null for whoever has said nothing yet. Several signatures of one person are one word, part by part. */
export function ownWordIn(
  { signatures, fingerprints }: Pick<AgreementView, 'signatures' | 'fingerprints'>,
  me: ParticipantId | undefined,
): OwnWord | null {
  const mine = signatures.filter(({ participant }) => participant === me);
  const last = mine.toSorted((a, b) => a.at - b.at).at(-1);
  if (!last) return null;
  const words: Words = wordsIn(mine).get(last.participant) ?? new Map();
  const known = SECTION_KEYS.filter((key) => fingerprints[key] !== undefined);
  const touched = known.filter((key) => words.has(key) && !stands(words.get(key), key, fingerprints));
  const thatSay = (decision: Decision) =>
    known.filter((key) => stands(words.get(key), key, fingerprints) && words.get(key)?.decision === decision);
  return {
    ...{ last, touched, words, lapsed: touched.length > 0 || words.size === 0 },
    standing: { agree: thatSay('agree'), reserve: thatSay('reserve'), object: thatSay('object') },
    open: known.filter((key) => !words.has(key)),
  };
}

/** The tasks that somebody can take on by name: their own, and their organisation's. */
export function ownTasks(
  tasks: readonly PromisedTask[],
  me: ParticipantView | null,
  people: readonly ParticipantView[],
): PromisedTask[] {
  return me ? tasks.filter((task) => isTheirs(task, me, people)) : [];
}

/** Whether an answer is about a part, so that tasks of it can be taken on with it. */
export function answersFor(
  { decision, sections }: Pick<Said, 'decision' | 'sections'>,
  own: OwnWord | null,
  part: TaskSection,
): boolean {
  if (sections.length === 0 || sections.includes(part)) return true;
  if (decision === 'agree') return false;
  const known = own?.words.get(part);
  return known === undefined || known.decision === 'agree';
}

/** What somebody had taken on in parts that were changed since, as they read it then: it does not count any more. */
export function lapsedPromises(own: OwnWord | null): ReadonlySet<string> {
  const ids = (own?.touched ?? []).flatMap((key) => {
    const signature = own?.words.get(key)?.signature;
    return signature?.commitments.filter(({ section }) => section === key).map(({ task }) => task) ?? [];
  });
  return new Set(ids);
}
