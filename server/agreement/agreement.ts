import type { Kysely } from 'kysely';
import { hasLapsed, partiesMissing, Signature, type SignatureInput } from '#shared/agreement/signature.ts';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { AppError } from '#shared/errors.ts';
import type { Hash, MeetingId } from '#shared/ids.ts';
import type { AgreementView } from '#shared/live.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { missingIn } from '#shared/plan/readiness.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Bell } from '#server/meeting/bell.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import type { Tables } from '#server/store/tables.ts';
import { hashOf } from './freeze.ts';

/** What the parties have said of exactly which content, and the versions that came of it. */
export interface Agreement {
  view(meeting: MeetingId): Promise<AgreementView>;
  /** @throws AppError `forbidden`; `changed` when the hash is not that of the plan as it is now. */
  sign(by: Participant, input: SignatureInput): Promise<Signature>;
  /** Freezes version N. @throws AppError `forbidden`; `incomplete` with what is missing and who has not signed. */
  makeVersion(by: Participant, withoutPatient: string | null): Promise<AgreedVersion>;
  /** @throws AppError `not-found` */
  version(meeting: MeetingId, version: number): Promise<AgreedVersion>;
}

export interface AgreementParts {
  db: Kysely<Tables>;
  readPlan: (meeting: MeetingId) => Promise<Plan>;
  meetings: Meetings;
  participants: Participants;
  audit: Audit;
  bell: Bell;
  now: () => number;
}

export function createAgreement(parts: AgreementParts): Agreement {
  const { db, readPlan, meetings, participants, audit, bell, now } = parts;

  /** The newest word of each participant. */
  const signaturesOf = async (meeting: MeetingId) => {
    const rows = await db
      .selectFrom('signatures')
      .select('body')
      .where('meeting', '=', meeting)
      .orderBy('seq')
      .execute();
    const all = rows.map((row) => Signature.parse(JSON.parse(row.body)));
    return [...new Map(all.map((signature) => [signature.participant, signature])).values()];
  };

  const versionsOf = async (meeting: MeetingId) => {
    const rows = await db
      .selectFrom('versions')
      .select(['version', 'hash', 'agreed_at'])
      .where('meeting', '=', meeting)
      .orderBy('version')
      .execute();
    return rows.map((row) => ({ version: row.version, hash: row.hash as Hash, agreedAt: row.agreed_at }));
  };

  /** Everything that agreement depends on, read at one moment. */
  const standing = async (id: MeetingId, withoutPatient = false) => {
    const meeting = await meetings.get(id);
    const plan = await readPlan(id);
    const hash = hashOf(plan);
    const people = await participants.of(id);
    const joined = [...new Set(people.map(({ role }) => role))];
    const signatures = await signaturesOf(id);
    const missing = missingIn(plan, meeting.template.required, joined);
    const unsigned = partiesMissing(signatures, hash, { joined, withoutPatient });
    return { meeting, plan, hash, people, joined, signatures, missing, unsigned };
  };

  return {
    async view(id) {
      const { hash, missing, signatures, unsigned } = await standing(id);
      return {
        ...{ hash, missing, unsigned, complete: missing.length === 0 },
        signatures: signatures.map((signature) => ({ ...signature, lapsed: hasLapsed(signature, hash) })),
        versions: await versionsOf(id),
      };
    },

    async sign(by, input) {
      await meetings.require(by, 'sign');
      const { hash } = await standing(by.meeting);
      if (input.hash !== hash) throw new AppError('changed', 'The plan has changed since you read it.', { hash });
      const signature: Signature = {
        ...{ participant: by.id, name: by.name, role: by.role, organisation: by.organisation, hash, at: now() },
        ...{ decision: input.decision, sections: input.sections ?? [], reason: input.reason ?? null },
      };
      await audit.note(by.meeting, by, 'signed', { about: input.decision });
      const row = { meeting: by.meeting, participant: by.id, hash, body: JSON.stringify(signature) };
      await db.insertInto('signatures').values(row).execute();
      bell.emit('agreement', by.meeting);
      return signature;
    },

    async makeVersion(by, withoutPatient) {
      await meetings.require(by, 'makeVersion');
      const now_ = now();
      const { meeting, plan, hash, people, joined, signatures, missing, unsigned } = await standing(
        by.meeting,
        withoutPatient !== null,
      );
      if (missing.length || unsigned.length)
        throw new AppError('incomplete', 'Something is missing before the plan is agreed.', { missing, unsigned });
      const version = Math.max(0, ...(await versionsOf(by.meeting)).map((made) => made.version)) + 1;
      const agreed: AgreedVersion = {
        ...{ format: 'agreed-plan/1', version, hash, patient: meeting.patient, plan, withoutPatient, agreedAt: now_ },
        meeting: {
          ...{ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt, demo: meeting.demo },
          template: { id: meeting.template.id, version: meeting.template.version },
        },
        participants: people.map(({ id, name, role, organisation, profession }) => ({
          ...{ id, name, role, organisation, profession },
        })),
        facilitator: meeting.facilitator,
        signatures: signatures.filter((signature) => !hasLapsed(signature, hash)),
        sendTo: joined.includes('gp') ? [] : ['gp'],
      };
      await audit.note(by.meeting, by, 'version-made', { about: String(version) });
      const row = { meeting: by.meeting, version, hash, body: JSON.stringify(agreed), agreed_at: now_ };
      await db.insertInto('versions').values(row).execute();
      await meetings.settle(by.meeting, { kind: 'agreed', version });
      bell.emit('agreement', by.meeting);
      return agreed;
    },

    async version(meeting, version) {
      const row = await db
        .selectFrom('versions')
        .select('body')
        .where('meeting', '=', meeting)
        .where('version', '=', version)
        .executeTakeFirst();
      if (!row) throw new AppError('not-found', 'There is no such version.');
      return AgreedVersion.parse(JSON.parse(row.body));
    },
  };
}
