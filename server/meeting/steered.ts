import type { Kysely } from 'kysely';
import { AppError } from '#shared/errors.ts';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { Command } from '#shared/meeting/command.ts';
import { orderOf, steer } from '#shared/meeting/steering.ts';
import { talkAmong, type ActionSection } from '#shared/meeting/talk.ts';
import { mayRead } from '#shared/plan/rights.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Actions } from './actions.ts';
import { changeMeeting, readMeeting, type Change, type Meeting } from './meetingRow.ts';
import type { Offers } from './offers.ts';
import { seatsOf } from './seats.ts';

export interface SteeredParts {
  db: Kysely<Tables>;
  participants: Pick<Participants, 'of'>;
  actions: Actions;
  offers: Offers;
  isPresent: (meeting: MeetingId, participant: ParticipantId) => boolean;
  now: () => number;
}

/**
 * A command: the pure step, stored with what the minutes say of it and what is written `beside` it, and then what follows
 * from it in the plan. @throws AppError as `steer` does.
 */
export async function steered(
  parts: SteeredParts,
  by: Participant,
  command: Command,
  beside?: (transaction: Kysely<Tables>, changed: Meeting) => Promise<void>,
): Promise<void> {
  const { db, participants, actions, offers, isPresent, now } = parts;
  const { meeting: id } = by;
  const before = await readMeeting(db, id);
  const about = aboutWhich(command, before);
  if (about && !mayRead(by, about.section)) throw new AppError('forbidden', 'This part is not shared with you.');
  const action = about && (await actions.read(id, about.section, about.row));
  const people = seatsOf(await participants.of(id), (one) => isPresent(id, one));
  if (!people.some((one) => one.id === by.id)) throw new AppError('forbidden', 'You are not in this meeting any more.');
  const next = (meeting: Meeting): Change => {
    const { state, facilitator, template } = meeting;
    // What was read of the plan, and who may read that, must be what is on the table still.
    if (isAboutTheTable(command) && !isSame(meeting.talk.proposal, about))
      throw new AppError('not-now', 'Another action has come on the table in the same moment.');
    const around = { template, people, offered: offers.to(id), action, now: now() };
    const ids = people.map((one) => one.id);
    const talk = talkAmong(meeting.talk, ids, orderOf(meeting, around));
    const { sitting, events } = steer({ state, talk, facilitator }, { ...by, present: true }, command, around);
    return { ...sitting, events };
  };
  await changeMeeting(db, id, { at: now(), by: by.id }, next, beside);
  await follow(parts, by, command, before);
}

/** What a decision of the meeting changes in the plan. */
async function follow({ actions }: SteeredParts, by: Participant, command: Command, before: Meeting): Promise<void> {
  const { proposal } = before.talk;
  if (proposal === null) return;
  const { section, row } = proposal;
  if (command.kind === 'accept') await actions.own(by.meeting, section, row, by);
  if (command.kind === 'decide' && !command.keep) await actions.drop(by.meeting, section, row);
}

/** A row of the plan. */
interface Spot {
  section: ActionSection;
  row: string;
}

/** The row of the plan that the command is about. */
function aboutWhich(command: Command, { talk }: Meeting): Spot | null {
  if (command.kind === 'propose') return { section: command.section, row: command.row };
  return isAboutTheTable(command) ? talk.proposal : null;
}

const isAboutTheTable = ({ kind }: Command): boolean => ['comment', 'accept', 'decide'].includes(kind);

const isSame = (one: Spot | null, other: Spot | null): boolean =>
  one?.row === other?.row && one?.section === other?.section;
