import { z } from 'zod';
import { sql, type Kysely } from 'kysely';
import { ParticipantId, type MeetingId } from '#shared/ids.ts';
import { hasLapsed, type Signature } from '#shared/agreement/signature.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { AgreementView } from '#shared/live.ts';
import { minutesOf, type Guest, type Minutes, type Told } from '#shared/meeting/minutes.ts';
import { readableBy } from '#shared/meeting/minutesFor.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { Profession, Role } from '#shared/roles.ts';
import type { Invitations } from '#server/access/invitations.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Course } from './course.ts';
import type { Meeting, Meetings } from './meetings.ts';
import type { Stays } from './stays.ts';

/** The minutes of a meeting, made anew each time from what is stored. */
export interface MinutesBook {
  /** As far as `by` may read. */
  of(by: Participant): Promise<Minutes>;
}

export interface MinutesParts {
  db: Kysely<Tables>;
  meetings: Pick<Meetings, 'get'>;
  course: Pick<Course, 'of'>;
  stays: Pick<Stays, 'of'>;
  invitations: Pick<Invitations, 'of'>;
  agreement: (meeting: MeetingId) => Promise<Pick<AgreementView, 'signatures'>>;
  version: (meeting: MeetingId, version: number) => Promise<AgreedVersion>;
  readPlan: (meeting: MeetingId) => Promise<Plan>;
  now: () => number;
}

export function createMinutes(parts: MinutesParts): MinutesBook {
  const { db, meetings, course, stays, now } = parts;
  return {
    async of(by) {
      const id = by.meeting;
      const meeting = await meetings.get(id);
      const [people, invited, times, happened, written] = await Promise.all([
        everyoneIn(db, id),
        invitedTo(parts, id),
        stays.of(id),
        course.of(id),
        writtenIn(parts, meeting),
      ]);
      const { title, patient, demo, template, startsAt, videoUrl, talk } = meeting;
      return minutesOf(
        readableBy(by, {
          meeting: { title, patient, demo, template, startsAt, video: videoUrl !== null, minutes: talk.minutes },
          ...{ people, invited, stays: times, happened, ...written, spent: talk.spent, partial: false, now: now() },
        }),
      );
    },
  };
}

/** The plan and what was said of it: as agreed, as long as that stands; else as it is now. */
async function writtenIn(
  { agreement, version, readPlan }: MinutesParts,
  { id, state }: Meeting,
): Promise<Pick<Told, 'plan' | 'planVersion' | 'signatures'>> {
  if (state.status === 'agreed' || state.status === 'exported') {
    const agreed = await version(id, state.version);
    const signatures = agreed.signatures.map((one) => wordOf(one, hasLapsed(one, agreed.fingerprints)));
    return { plan: agreed.plan, planVersion: state.version, signatures };
  }
  const [plan, { signatures }] = await Promise.all([readPlan(id), agreement(id)]);
  return { plan, planVersion: null, signatures: signatures.map((one) => wordOf(one, one.lapsed)) };
}

function wordOf(signature: Signature, lapsed: boolean): Told['signatures'][number] {
  const { participant, name, role, organisation, decision, sections, reason, at } = signature;
  return { participant, name, role, organisation, decision, sections, reason, at, lapsed };
}

/** Also those who were shown out: they were there. */
async function everyoneIn(db: Kysely<Tables>, meeting: MeetingId): Promise<Told['people']> {
  const rows = await db
    .selectFrom('participants')
    .select(['id', 'name', 'role', 'organisation', 'profession', 'removed_at'])
    .where('meeting', '=', meeting)
    .orderBy('joined_at')
    .orderBy(sql`rowid`)
    .execute();
  return rows.map(({ id, role, profession, removed_at: removedAt, ...rest }) => ({
    ...{ id: ParticipantId.parse(id), role: Role.parse(role), profession: z.nullable(Profession).parse(profession) },
    ...{ ...rest, gone: removedAt !== null },
  }));
}

/** Those who were asked to come, and have not used their invitation. */
async function invitedTo({ invitations }: MinutesParts, meeting: MeetingId): Promise<Guest[]> {
  const all = await invitations.of(meeting);
  return all
    .filter(({ status }) => status === 'open' || status === 'expired')
    .map(({ name, role, organisation }) => ({ name, role, organisation, profession: null }));
}
