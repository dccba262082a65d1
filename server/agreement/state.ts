import { changedParts, type Fingerprints } from '#shared/agreement/fingerprint.ts';
import { hasLapsed, type Signature } from '#shared/agreement/signature.ts';
import { countingSignatures, heldSignatures, partiesMissing } from '#shared/agreement/standing.ts';
import { dayInNorway } from '#shared/day.ts';
import type { Hash, MeetingId } from '#shared/ids.ts';
import type { AgreementView, PromisedTask } from '#shared/live.ts';
import { clipped } from '#shared/meeting/action.ts';
import { tasksOf } from '#shared/meeting/tasks.ts';
import type { Authors } from '#shared/plan/authors.ts';
import { adviceOn, type Advice } from '#shared/plan/lint.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { missingIn, type Missing } from '#shared/plan/readiness.ts';
import type { Role } from '#shared/roles.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Meeting, Meetings } from '#server/meeting/meetings.ts';
import { sealOf } from './freeze.ts';
import type { Signatures } from './signatures.ts';

/** Everything that agreement depends on, read at one moment. */
export interface AgreementState {
  meeting: Meeting;
  plan: Plan;
  authors: Authors;
  hash: Hash;
  fingerprints: Fingerprints;
  people: Participant[];
  joined: Role[];
  /** Of those who are in the meeting, oldest first. */
  signed: Signature[];
  missing: Missing[];
  unsigned: Role[];
}

export interface AgreementStateParts {
  signatures: Pick<Signatures, 'of'>;
  /** The plan, and who has written the patient's words in it, at one moment. */
  readAuthored: (meeting: MeetingId) => Promise<{ plan: Plan; authors: Authors }>;
  meetings: Pick<Meetings, 'get'>;
  participants: Pick<Participants, 'of'>;
}

export async function readState(
  { meetings, participants, signatures, readAuthored }: AgreementStateParts,
  id: MeetingId,
  { withoutPatient = false } = {},
): Promise<AgreementState> {
  const meeting = await meetings.get(id);
  const people = await participants.of(id);
  // The word of somebody who is no longer in the meeting, or no longer in it for that party, does not count.
  const given = (await signatures.of(id)).filter((signature) =>
    people.some(({ id, role }) => id === signature.participant && role === signature.role),
  );
  const { plan, authors } = await readAuthored(id);
  const { hash, fingerprints } = sealOf(plan);
  const signed = given.map((signature) => toldApart(signature, hash, fingerprints));
  const joined = [...new Set(people.map(({ role }) => role))];
  const missing = missingIn(plan, meeting.template.required, joined);
  const unsigned = partiesMissing(signed, fingerprints, { joined, withoutPatient });
  return { meeting, plan, authors, hash, fingerprints, people, joined, signed, missing, unsigned };
}

/** Who signed this very plan before signatures said what they cover has signed all of its parts. */
function toldApart(signature: Signature, hash: Hash, fingerprints: Fingerprints): Signature {
  const isSilent = Object.keys(signature.fingerprints).length === 0;
  return isSilent && signature.hash === hash ? { ...signature, fingerprints } : signature;
}

export function adviceIn({ plan, meeting, people }: AgreementState): Advice[] {
  return adviceOn(plan, { on: dayInNorway(meeting.startsAt), people });
}

/** Each word that somebody has given, and what of it was changed since. */
export function signaturesIn({ signed, fingerprints }: AgreementState): AgreementView['signatures'] {
  return heldSignatures(signed).map((signature) => ({
    ...signature,
    lapsed: hasLapsed(signature, fingerprints),
    touched: changedParts(signature.fingerprints, fingerprints),
  }));
}

/** What the plan promises, and who has taken it on as it stands now. It goes to everybody whenever the plan changes: the words are cut. */
export function promisedIn({ plan, signed, fingerprints }: AgreementState): PromisedTask[] {
  const standing = countingSignatures(signed, fingerprints).flatMap(({ participant, commitments }) =>
    commitments.map(({ task }) => ({ task, participant })),
  );
  return tasksOf(plan).map((task) => {
    const takers = standing.filter((one) => one.task === task.id).map(({ participant }) => participant);
    const { what, owner, organisation, when } = task;
    const words = {
      what: clipped(what),
      owner: clipped(owner),
      organisation: clipped(organisation),
      when: clipped(when),
    };
    return { ...task, ...words, takenBy: [...new Set(takers)] };
  });
}
