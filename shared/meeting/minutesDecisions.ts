import * as z from 'zod/mini';
import type { ParticipantId } from '#shared/ids.ts';
import { Role } from '#shared/roles.ts';
import { Outcome } from './event.ts';
import type { Happened } from './minutesCourse.ts';
import { ActionSection } from './talk.ts';

/** Somebody, as minutes name them. */
export const Named = z.strictObject({ name: z.string(), role: Role });
export type Named = z.infer<typeof Named>;

/** What somebody said of an action. */
export const Comment = z.strictObject({ by: Named, words: z.string() });

/** An action that was talked about. Times in ms since 1970. */
export const Discussed = z.strictObject({
  section: ActionSection,
  /** What was proposed. */
  words: z.string(),
  at: z.int(),
  /** The patient's first, then the others in the order in which they came. */
  comments: z.array(Comment),
});
export type Discussed = z.infer<typeof Discussed>;

/** What was decided of it. Empty words are what was not said. */
export const Decided = z.extend(Discussed, {
  outcome: Outcome,
  /** What was proposed, where something else was decided. */
  proposed: z.nullable(z.string()),
  owner: z.string(),
  organisation: z.string(),
  /** A date as `YYYY-MM-DD`, or when and how often in words. */
  due: z.string(),
  /** Who took it on, by their own hand. */
  accepted: z.nullable(Named),
});
export type Decided = z.infer<typeof Decided>;

export interface Decisions {
  decided: Decided[];
  /** Talked about, and put aside; or still on the table. */
  undecided: Discussed[];
}

/** What became of each action that was on the table, in the order of the meeting. One is on the table at a time. */
export function decisionsOf(happened: readonly Happened[], nameOf: (id: ParticipantId) => Named | null): Decisions {
  const decided: Decided[] = [];
  const undecided: Discussed[] = [];
  let onTable: Discussed | null = null;
  for (const { at, by, event } of happened) {
    if (event.kind === 'proposed') {
      if (onTable) undecided.push(inTurn(onTable));
      onTable = { section: event.section, words: event.words, at, comments: [] };
    } else if (event.kind === 'commented') {
      const speaker = by && nameOf(by);
      if (speaker) onTable?.comments.push({ by: speaker, words: event.words });
    } else if (event.kind === 'decided') {
      const { section, outcome, words, owner, organisation, due, accepted } = event;
      const { comments, words: first } = onTable ?? { comments: [], words };
      decided.push({
        ...{ section, outcome, words, owner, organisation, due, at, proposed: first === words ? null : first },
        ...{ comments: patientFirst(comments), accepted: accepted && nameOf(accepted) },
      });
      onTable = null;
    }
  }
  return { decided, undecided: onTable ? [...undecided, inTurn(onTable)] : undecided };
}

const inTurn = (one: Discussed): Discussed => ({ ...one, comments: patientFirst(one.comments) });

function patientFirst(comments: Discussed['comments']): Discussed['comments'] {
  const isPatient = ({ by }: Discussed['comments'][number]) => by.role === 'patient';
  return [...comments.filter(isPatient), ...comments.filter((one) => !isPatient(one))];
}
