import * as z from 'zod/mini';
import { AppError } from '#shared/errors.ts';
import type { Command } from './command.ts';
import type { MeetingEvent } from './event.ts';
import { openRound, speakingOrder } from './round.ts';
import type { Around, Seated, Sitting, Step } from './steering.ts';
import type { ActionSection, Decision, Proposal } from './talk.ts';
import { plainly } from '#shared/plainly.ts';

/** An action as it stands in the plan, in words. */
export interface ActionWords {
  section: ActionSection;
  row: string;
  words: string;
  owner: string;
  organisation: string;
  /** The date, or how often. */
  due: string;
  /** The goal of the patient that it serves, or the medical reason; what is booked needs none. */
  reason: string;
}

/** What an action lacks before it can be kept. */
export const Lack = z.enum(['action', 'due', 'reason', 'accepted']);
export type Lack = z.infer<typeof Lack>;

/** More than anybody says of one action. */
const MOST_COMMENTS = 50;

/**
 * One action at a time: put on the table, commented on by the patient first and by the others in turn, taken on by
 * somebody, then kept, changed or dropped. Other commands leave the meeting as it is. Pure.
 * @throws AppError `not-now`, `bad-input`; `incomplete` with what the action lacks.
 */
export function steerProposal(sitting: Sitting, by: Seated, command: Command, around: Around): Step {
  if (command.kind === 'propose') return propose(sitting, by, around);
  const { proposal } = sitting.talk;
  if (proposal === null) throw new AppError('not-now', 'Nothing is on the table.');
  const put = (next: Proposal | null, events: MeetingEvent[] = []): Step => ({
    sitting: { ...sitting, talk: { ...sitting.talk, proposal: next } },
    events,
  });
  const { now, people } = around;
  switch (command.kind) {
    case 'comment': {
      if (proposal.comments.length >= MOST_COMMENTS) throw new AppError('too-many', 'Enough was said of this one.');
      const comments = [...proposal.comments, { by: by.id, words: command.words, at: now }];
      return put({ ...proposal, comments }, [{ kind: 'commented', row: proposal.row, words: command.words }]);
    }
    case 'ask': {
      const asked = people.find(({ id, role }) => id === command.to && role !== 'interpreter');
      if (!asked) throw new AppError('bad-input', 'Only somebody in the meeting can take it on.');
      const declined = proposal.declined.filter((id) => id !== asked.id);
      return put({ ...proposal, asked: asked.id, accepted: null, declined });
    }
    case 'accept':
      if (around.action === null) throw new AppError('not-now', 'The action is not in the plan any more.');
      return put({ ...proposal, asked: null, accepted: { by: by.id, at: now, words: termsOf(around.action) } });
    case 'decline':
      return put({ ...proposal, asked: null, declined: [...proposal.declined, by.id] });
    case 'decide':
      return decide(sitting, proposal, command.keep, around);
    case 'putAside':
      return put(null);
    default:
      throw new AppError('bad-input', `${command.kind} is no command about an action.`);
  }
}

/** What stands in the way of keeping the action on the table. `people`: those who are in the meeting, by name where known. */
export function lacksOf(
  { accepted }: Pick<Proposal, 'accepted'>,
  action: ActionWords | null,
  people: readonly Pick<Seated, 'id' | 'name'>[] = [],
): Lack[] {
  if (action === null) return ['action'];
  const taker = people.find(({ id }) => id === accepted?.by)?.name;
  // Whoever is written there since has taken on nothing.
  const isTheirs = taker === undefined || plainly(action.owner).includes(plainly(taker));
  return [
    ...(action.due === '' ? (['due'] as const) : []),
    ...(action.section === 'treatment' && action.reason === '' ? (['reason'] as const) : []),
    // Whoever took it on took on what it said then.
    ...(accepted?.words === termsOf(action) && isTheirs ? [] : (['accepted'] as const)),
  ];
}

/** What somebody takes on: what is to be done, and when. */
export function termsOf({ words, due }: Pick<ActionWords, 'words' | 'due'>): string {
  return `${words}\n${due}`;
}

function propose(sitting: Sitting, by: Seated, { people, action, now }: Around): Step {
  if (sitting.talk.proposal !== null) throw new AppError('not-now', 'One action at a time: another is on the table.');
  if (action === null || action.words === '') throw new AppError('bad-input', 'There is no such action in the plan.');
  const { section, row, words } = action;
  const here = people.filter(({ present }) => present);
  const order = speakingOrder(here, 'patient', sitting.facilitator).map(({ id }) => id);
  const proposal: Proposal = {
    ...{ section, row, words, by: by.id, at: now, round: openRound(order) },
    ...{ comments: [], asked: null, accepted: null, declined: [] },
  };
  return {
    sitting: { ...sitting, talk: { ...sitting.talk, proposal } },
    events: [{ kind: 'proposed', section, row, words }],
  };
}

function decide(sitting: Sitting, proposal: Proposal, keep: boolean, { action, people }: Around): Step {
  const { talk } = sitting;
  const { section, row } = proposal;
  const lacks = keep ? lacksOf(proposal, action, people) : [];
  if (lacks.length) throw new AppError('incomplete', 'Something is missing before the action is kept.', { lacks });
  const words = action?.words ?? proposal.words;
  const { owner, organisation, due } = keep && action ? action : { owner: '', organisation: '', due: '' };
  const outcome = !keep ? 'dropped' : words === proposal.words ? 'kept' : 'changed';
  const decision: Decision = { section, row, outcome, words, owner, organisation, due };
  const decided = [...talk.decided.filter((one) => one.section !== section || one.row !== row), decision];
  const accepted = keep ? (proposal.accepted?.by ?? null) : null;
  return {
    sitting: { ...sitting, talk: { ...talk, proposal: null, decided } },
    events: [{ kind: 'decided', ...decision, accepted }],
  };
}
