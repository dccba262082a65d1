import type { Kysely } from 'kysely';
import { LogEntry } from '#shared/api.ts';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { Role } from '#shared/roles.ts';
import type { Tables } from '#server/store/tables.ts';

/** Who did it, as the log names them; the house itself is `null`. */
export interface Doer {
  id: ParticipantId | null;
  name: string;
  role: Role | null;
  organisation: string | null;
}

/** What was done. Words of the plan never stand in the log, only which part they are in. */
export type AuditAction =
  | 'meeting-made'
  | 'invited'
  | 'invitation-revoked'
  | 'joined'
  | 'removed'
  | 'recast'
  | 'withheld'
  | 'read'
  | 'wrote'
  | 'led'
  | 'signed'
  | 'version-made'
  | 'exported'
  | 'log-read'
  /** A call that was refused; `about` says which. */
  | 'asked';

export interface Audit {
  /** Written before the action is answered: what cannot be logged is not done. */
  note(meeting: MeetingId, by: Doer, action: AuditAction, more?: { about?: string; refused?: boolean }): Promise<void>;
  /** Everything noted of the meeting, oldest first. */
  of(meeting: MeetingId): Promise<LogEntry[]>;
}

export function createAudit({ db, now }: { db: Kysely<Tables>; now: () => number }): Audit {
  return {
    async note(meeting, by, action, { about, refused = false } = {}) {
      await db
        .insertInto('audit')
        .values({
          ...{ at: now(), meeting, participant: by.id, name: by.name, role: by.role, organisation: by.organisation },
          ...{ action, about: about ?? null, outcome: refused ? 'refused' : 'done' },
        })
        .execute();
    },

    async of(meeting) {
      const rows = await db.selectFrom('audit').selectAll().where('meeting', '=', meeting).orderBy('seq').execute();
      return rows.map(({ meeting: _, ...row }) => LogEntry.parse(row));
    },
  };
}
