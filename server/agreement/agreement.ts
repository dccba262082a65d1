import type { Commitment, Signature, SignatureInput } from '#shared/agreement/signature.ts';
import { countingSignatures, wordsIn } from '#shared/agreement/standing.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { AgreementView } from '#shared/live.ts';
import { clipped } from '#shared/meeting/action.ts';
import { isTheirs, tasksOf } from '#shared/meeting/tasks.ts';
import type { Advice } from '#shared/plan/lint.ts';
import { isWritten } from '#shared/plan/plan.ts';
import type { Missing } from '#shared/plan/readiness.ts';
import { readsAll } from '#shared/plan/rights.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { isRefused } from '#shared/receivers.ts';
import type { Kysely } from 'kysely';
import type { Participant } from '#server/access/participant.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Bell } from '#server/meeting/bell.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import { createTurns } from '#server/meeting/turns.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Contents } from './contents.ts';
import type { Signatures } from './signatures.ts';
import {
  adviceIn,
  promisedIn,
  readState,
  signaturesIn,
  type AgreementState,
  type AgreementStateParts,
} from './state.ts';
import type { Versions } from './versions.ts';

/** What the parties have said of exactly which content, and the versions that came of it. */
export interface Agreement {
  view(meeting: MeetingId): Promise<AgreementView>;
  /** What is missing before the plan can be agreed, and what could be better. */
  readiness(meeting: MeetingId): Promise<{ missing: Missing[]; advice: Advice[] }>;
  /** @throws AppError `forbidden`; `changed` when the hash is not that of the plan as it is now; `bad-input` for what is not theirs to take on. */
  sign(by: Participant, input: SignatureInput): Promise<Signature>;
  /** Freezes version N. @throws AppError `forbidden`; `incomplete` with what is missing and who has not signed. */
  makeVersion(by: Participant, withoutPatient: string | null): Promise<AgreedVersion>;
}

export interface AgreementParts extends AgreementStateParts {
  signatures: Signatures;
  versions: Versions;
  contents: Contents;
  meetings: Meetings;
  audit: Audit;
  bell: Bell;
  now: () => number;
  /** Where the versions of the meeting have been sent. */
  deliveriesOf: (meeting: MeetingId) => Promise<AgreementView['deliveries']>;
  addendaOf: (meeting: MeetingId) => Promise<AgreementView['versions'][number]['addenda']>;
  /** Puts a new version on its way, in the transaction that writes it. */
  dispatch: (version: AgreedVersion, transaction: Kysely<Tables>) => Promise<void>;
}

export function createAgreement(parts: AgreementParts): Agreement {
  const { versions, meetings } = parts;
  const inTurn = createTurns<MeetingId>();
  return {
    async view(id) {
      const state = await readState(parts, id);
      const { plan, hash, fingerprints, missing, unsigned } = state;
      const [made, addenda] = await Promise.all([versions.of(id), parts.addendaOf(id)]);
      const newest = made.at(-1);
      return {
        ...{ hash, fingerprints, missing, unsigned, complete: missing.length === 0, advice: adviceIn(state) },
        ...{ written: SECTION_KEYS.filter((key) => isWritten(key, plan)), tasks: promisedIn(state) },
        signatures: signaturesIn(state),
        versions: made.map((one) => ({ ...one, addenda: addenda.filter(({ version }) => version === one.version) })),
        draft: newest && newest.hash === hash ? null : (newest?.version ?? 0) + 1,
        deliveries: await parts.deliveriesOf(id),
      };
    },

    async readiness(id) {
      const state = await readState(parts, id);
      return { missing: state.missing, advice: adviceIn(state) };
    },

    async sign(by, input) {
      await meetings.require(by, 'sign');
      if (!readsAll(by)) throw new AppError('forbidden', 'Who does not see the whole plan cannot sign it.');
      return sign(parts, by, input);
    },

    async makeVersion(by, withoutPatient) {
      await meetings.require(by, 'makeVersion');
      // Two at once would both make the same version.
      return inTurn(by.meeting, () => makeVersion(parts, by, withoutPatient));
    },
  };
}

/** @throws AppError `changed`, `bad-input` */
async function sign(parts: AgreementParts, by: Participant, input: SignatureInput): Promise<Signature> {
  const { signatures, contents, audit, bell, now } = parts;
  const state = await readState(parts, by.meeting);
  const { plan, hash, fingerprints } = state;
  if (input.hash !== hash) throw new AppError('changed', 'The plan has changed since you read it.', { hash });
  const sections = [...new Set(input.sections)];
  const coversAll = sections.length === 0 || input.decision !== 'agree';
  const covered = coversAll ? fingerprints : Object.fromEntries(sections.map((key) => [key, fingerprints[key]]));
  const signature: Signature = {
    ...{ participant: by.id, name: by.name, role: by.role, organisation: by.organisation, hash, at: now() },
    ...{ decision: input.decision, sections, reason: input.reason ?? null },
    ...{ fingerprints: covered, commitments: commitmentsOf(by, input.commitments ?? [], state) },
  };
  requireWords(state.signed, signature);
  await audit.note(by.meeting, by, 'signed', { about: [input.decision, ...sections].join(' ') });
  await contents.keep(by.meeting, plan, covered);
  await signatures.add(by.meeting, signature);
  bell.emit('agreement', by.meeting);
  return signature;
}

/** @throws AppError `bad-input` for what the plan does not promise, or not of them. */
function commitmentsOf(by: Participant, wanted: readonly string[], { plan, people }: AgreementState): Commitment[] {
  const tasks = new Map(tasksOf(plan).map((task) => [task.id, task]));
  return [...new Set(wanted)].map((id) => {
    const task = tasks.get(id);
    if (!task || !isTheirs(task, by, people))
      throw new AppError('bad-input', 'The plan does not promise this in your name.', { task: id });
    return { task: id, section: task.section, what: clipped(task.what) };
  });
}

/** @throws AppError `bad-input` where somebody takes on a task of a part that they do not answer for by this signature. */
function requireWords(before: readonly Signature[], signature: Signature): void {
  const words = wordsIn([...before, signature]).get(signature.participant);
  const loose = signature.commitments.find(({ section }) => words?.get(section)?.signature !== signature);
  if (loose) throw new AppError('bad-input', 'Say what you think of this part as well.', { task: loose.task });
}

/** @throws AppError `incomplete`, `not-now` */
async function makeVersion(parts: AgreementParts, by: Participant, withoutPatient: string | null) {
  const { versions, meetings, audit, bell, now } = parts;
  const state = await readState(parts, by.meeting, { withoutPatient: withoutPatient !== null });
  const { missing, unsigned } = state;
  if (missing.length || unsigned.length)
    throw new AppError('incomplete', 'Something is missing before the plan is agreed.', { missing, unsigned });
  if (withoutPatient !== null && (await hasPatientAnswered(parts, by.meeting)))
    throw new AppError('not-now', 'The patient has answered.');
  const version = Math.max(0, ...(await versions.of(by.meeting)).map((made) => made.version)) + 1;
  const agreed = frozen(state, { version, withoutPatient, agreedAt: now() });
  if (version > 1 && isTold(await versions.get(by.meeting, version - 1), agreed))
    throw new AppError('not-now', `Version ${version - 1} says exactly this already.`);
  await audit.note(by.meeting, by, 'version-made', { about: String(version) });
  await versions.add(agreed, (transaction) => parts.dispatch(agreed, transaction));
  await meetings.settle(by.meeting, { kind: 'agreed', version });
  bell.emit('agreement', by.meeting);
  return agreed;
}

const hasPatientAnswered = async (parts: AgreementParts, meeting: MeetingId): Promise<boolean> =>
  !(await readState(parts, meeting)).unsigned.includes('patient');

function frozen(
  { meeting, plan, authors, hash, fingerprints, people, joined, signed }: AgreementState,
  made: Pick<AgreedVersion, 'version' | 'withoutPatient' | 'agreedAt'>,
): AgreedVersion {
  return {
    ...{
      format: 'agreed-plan/1',
      ...made,
      hash,
      fingerprints,
      patient: meeting.patient,
      plan,
      facilitator: meeting.facilitator,
    },
    meeting: {
      ...{ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt, demo: meeting.demo },
      template: { id: meeting.template.id, version: meeting.template.version },
    },
    participants: people.map(({ id, name, role, organisation, profession }) => ({
      ...{ id, name, role, organisation, profession },
    })),
    signatures: countingSignatures(signed, fingerprints),
    sendTo: joined.includes('gp') || isRefused('gp', meeting.refused) ? [] : ['gp'],
    refused: meeting.refused,
    authors,
    addenda: [],
  };
}

/** Whether the newest version has the same content and the same words on it, and goes to the same people: pressed twice, it is made once. */
function isTold(newest: AgreedVersion, agreed: AgreedVersion): boolean {
  // The same word, said once more, is the same word: neither when nor in which turn counts.
  const words = ({ signatures }: AgreedVersion) =>
    signatures.map((one) => JSON.stringify({ ...one, at: 0 })).toSorted();
  const told = (version: AgreedVersion) => JSON.stringify([version.hash, words(version), version.refused]);
  return told(newest) === told(agreed);
}
