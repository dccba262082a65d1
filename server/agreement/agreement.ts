import { hasLapsed, partiesMissing, type Signature, type SignatureInput } from '#shared/agreement/signature.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { dayInNorway } from '#shared/day.ts';
import { AppError } from '#shared/errors.ts';
import type { Hash, MeetingId } from '#shared/ids.ts';
import type { AgreementView } from '#shared/live.ts';
import { adviceOn, type Advice } from '#shared/plan/lint.ts';
import type { Authors } from '#shared/plan/authors.ts';
import { isWritten, type Plan } from '#shared/plan/plan.ts';
import { missingIn, type Missing } from '#shared/plan/readiness.ts';
import { readsAll } from '#shared/plan/rights.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { isRefused } from '#shared/receivers.ts';
import type { Role } from '#shared/roles.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Bell } from '#server/meeting/bell.ts';
import type { Meeting, Meetings } from '#server/meeting/meetings.ts';
import { createTurns } from '#server/meeting/turns.ts';
import { hashOf } from './freeze.ts';
import type { Signatures } from './signatures.ts';
import type { Versions } from './versions.ts';

/** What the parties have said of exactly which content, and the versions that came of it. */
export interface Agreement {
  view(meeting: MeetingId): Promise<AgreementView>;
  /** What is missing before the plan can be agreed, and what could be better. */
  readiness(meeting: MeetingId): Promise<{ missing: Missing[]; advice: Advice[] }>;
  /** @throws AppError `forbidden`; `changed` when the hash is not that of the plan as it is now. */
  sign(by: Participant, input: SignatureInput): Promise<Signature>;
  /** Freezes version N. @throws AppError `forbidden`; `incomplete` with what is missing and who has not signed. */
  makeVersion(by: Participant, withoutPatient: string | null): Promise<AgreedVersion>;
}

export interface AgreementParts {
  signatures: Signatures;
  versions: Versions;
  /** The plan, and who has written the patient's words in it, at one moment. */
  readAuthored: (meeting: MeetingId) => Promise<{ plan: Plan; authors: Authors }>;
  meetings: Meetings;
  participants: Participants;
  audit: Audit;
  bell: Bell;
  now: () => number;
}

export function createAgreement(parts: AgreementParts): Agreement {
  const { signatures, versions, meetings, audit, bell, now } = parts;
  const inTurn = createTurns<MeetingId>();
  return {
    async view(id) {
      const standing = await readStanding(parts, id);
      const { plan, hash, missing, signed, unsigned } = standing;
      return {
        ...{ hash, missing, unsigned, complete: missing.length === 0, advice: adviceIn(standing) },
        written: SECTION_KEYS.filter((key) => isWritten(key, plan)),
        signatures: signed.map((signature) => ({ ...signature, lapsed: hasLapsed(signature, hash) })),
        versions: await versions.of(id),
      };
    },

    async readiness(id) {
      const standing = await readStanding(parts, id);
      return { missing: standing.missing, advice: adviceIn(standing) };
    },

    async sign(by, input) {
      await meetings.require(by, 'sign');
      if (!readsAll(by)) throw new AppError('forbidden', 'Who does not see the whole plan cannot sign it.');
      const { hash } = await readStanding(parts, by.meeting);
      if (input.hash !== hash) throw new AppError('changed', 'The plan has changed since you read it.', { hash });
      const signature: Signature = {
        ...{ participant: by.id, name: by.name, role: by.role, organisation: by.organisation, hash, at: now() },
        ...{ decision: input.decision, sections: input.sections ?? [], reason: input.reason ?? null },
      };
      await audit.note(by.meeting, by, 'signed', { about: input.decision });
      await signatures.add(by.meeting, signature);
      bell.emit('agreement', by.meeting);
      return signature;
    },

    async makeVersion(by, withoutPatient) {
      await meetings.require(by, 'makeVersion');
      // Two at once would both make the same version.
      return inTurn(by.meeting, () => makeVersion(parts, by, withoutPatient));
    },
  };
}

/** @throws AppError `incomplete`, `not-now` */
async function makeVersion(parts: AgreementParts, by: Participant, withoutPatient: string | null) {
  const { versions, meetings, audit, bell, now } = parts;
  const standing = await readStanding(parts, by.meeting, { withoutPatient: withoutPatient !== null });
  const { missing, unsigned } = standing;
  if (missing.length || unsigned.length)
    throw new AppError('incomplete', 'Something is missing before the plan is agreed.', { missing, unsigned });
  if (withoutPatient !== null && standing.signed.some(({ role, hash }) => role === 'patient' && hash === standing.hash))
    throw new AppError('not-now', 'The patient has answered.');
  const version = Math.max(0, ...(await versions.of(by.meeting)).map((made) => made.version)) + 1;
  const agreed = frozen(standing, { version, withoutPatient, agreedAt: now() });
  if (version > 1 && isTold(await versions.get(by.meeting, version - 1), agreed))
    throw new AppError('not-now', `Version ${version - 1} says exactly this already.`);
  await audit.note(by.meeting, by, 'version-made', { about: String(version) });
  await versions.add(agreed);
  await meetings.settle(by.meeting, { kind: 'agreed', version });
  bell.emit('agreement', by.meeting);
  return agreed;
}

/** Everything that agreement depends on, read at one moment. */
interface Standing {
  meeting: Meeting;
  plan: Plan;
  authors: Authors;
  hash: Hash;
  people: Participant[];
  joined: Role[];
  signed: Signature[];
  missing: Missing[];
  unsigned: Role[];
}

async function readStanding(
  { meetings, participants, signatures, readAuthored }: AgreementParts,
  id: MeetingId,
  { withoutPatient = false } = {},
): Promise<Standing> {
  const meeting = await meetings.get(id);
  const people = await participants.of(id);
  // The word of somebody who is no longer in the meeting, or no longer in it for that party, does not count.
  const signed = (await signatures.of(id)).filter((signature) =>
    people.some(({ id, role }) => id === signature.participant && role === signature.role),
  );
  const { plan, authors } = await readAuthored(id);
  const hash = hashOf(plan);
  const joined = [...new Set(people.map(({ role }) => role))];
  const missing = missingIn(plan, meeting.template.required, joined);
  const unsigned = partiesMissing(signed, hash, { joined, withoutPatient });
  return { meeting, plan, authors, hash, people, joined, signed, missing, unsigned };
}

const adviceIn = ({ plan, meeting, people }: Standing): Advice[] =>
  adviceOn(plan, { on: dayInNorway(meeting.startsAt), people });

function frozen(
  { meeting, plan, authors, hash, people, joined, signed }: Standing,
  made: Pick<AgreedVersion, 'version' | 'withoutPatient' | 'agreedAt'>,
): AgreedVersion {
  return {
    ...{ format: 'agreed-plan/1', ...made, hash, patient: meeting.patient, plan, facilitator: meeting.facilitator },
    meeting: {
      ...{ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt, demo: meeting.demo },
      template: { id: meeting.template.id, version: meeting.template.version },
    },
    participants: people.map(({ id, name, role, organisation, profession }) => ({
      ...{ id, name, role, organisation, profession },
    })),
    signatures: signed.filter((signature) => !hasLapsed(signature, hash)),
    sendTo: joined.includes('gp') || isRefused('gp', meeting.refused) ? [] : ['gp'],
    refused: meeting.refused,
    authors,
  };
}

/** Whether the newest version has the same content and the same words on it, and goes to the same people: pressed twice, it is made once. */
function isTold(newest: AgreedVersion, agreed: AgreedVersion): boolean {
  const told = ({ hash, signatures, refused }: AgreedVersion) => JSON.stringify([hash, signatures, refused]);
  return told(newest) === told(agreed);
}
