import type { Kysely } from 'kysely';
import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import { inOrder, isRefused, type Receiver } from '#shared/receivers.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Bell } from './bell.ts';
import { changeMeeting } from './meetingRow.ts';
import type { Meetings } from './meetings.ts';

/** Who gets the agreed plan, by the patient's word. */
export interface Receivers {
  /** From now on these, and nobody else, are refused. @throws AppError `forbidden` for anyone but the patient */
  refuse(by: Participant, refused: readonly Receiver[]): Promise<void>;
  /** Before a copy leaves the house. @throws AppError `not-a-receiver` for whoever is refused one */
  require(by: Pick<Participant, 'meeting' | 'role'>): Promise<void>;
}

export interface ReceiversParts {
  db: Kysely<Tables>;
  meetings: Pick<Meetings, 'get' | 'require'>;
  audit: Audit;
  bell: Bell;
  /** ms since 1970. */
  now: () => number;
}

export function createReceivers({ db, meetings, audit, bell, now }: ReceiversParts): Receivers {
  return {
    async refuse(by, wanted) {
      await meetings.require(by, 'refuse');
      const refused = inOrder(wanted);
      await audit.note(by.meeting, by, 'receivers', { about: refused.join(' ') || 'nobody' });
      await changeMeeting(db, by.meeting, { at: now(), by: by.id }, () => ({ refused }));
      bell.emit('meeting', by.meeting);
    },

    async require({ meeting, role }) {
      const { refused } = await meetings.get(meeting);
      if (isRefused(role, refused))
        throw new AppError('not-a-receiver', 'The patient does not want the plan sent to you.');
    },
  };
}

/** What was refused in the meeting that another one goes on from counts there as well, until the patient says otherwise. */
export async function stillRefused(db: Kysely<Tables>, follows: MeetingId): Promise<string> {
  const { refused } = await db
    .selectFrom('meetings')
    .select('refused')
    .where('id', '=', follows)
    .executeTakeFirstOrThrow();
  return refused;
}
