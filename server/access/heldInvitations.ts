import type { Kysely } from 'kysely';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Help } from '#shared/coming.ts';
import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Tables } from '#server/store/tables.ts';
import {
  codeHash,
  FAILURES_A_MINUTE,
  gone,
  invitedOf,
  noteWrongCode,
  spend,
  statusOf,
  TRIES_A_MINUTE,
  type Invited,
} from './invitations.ts';
import { sameHash, type Hasher } from './secrets.ts';

/** What can be asked of an invitation that one holds. Nothing here uses it up. */
export interface HeldInvitations {
  /**
   * Whom to ring, for whoever has the link, also when it can no longer be used. An unknown link is answered like that
   * of a meeting without a number. `from` is where the question comes from. @throws AppError `too-many`
   */
  help(token: string, from: string): Promise<Help>;
  /**
   * Whom link and code invite into this meeting.
   * @throws AppError `not-found` when they do not belong together and here; `gone`, `too-many`
   */
  addressed(meeting: MeetingId, token: string, code: string): Promise<Invited>;
}

export interface HeldInvitationsParts {
  db: Kysely<Tables>;
  hash: Hasher;
  now: () => number;
}

const NO_HELP: Help = { phone: null, startsAt: null };

export function createHeldInvitations({ db, hash, now }: HeldInvitationsParts): HeldInvitations {
  // Apart from those who redeem: whoever opens the page often has not tried a code.
  const asked = new RateLimiterMemory({ points: TRIES_A_MINUTE, duration: 60 });
  const unknown = new RateLimiterMemory({ points: FAILURES_A_MINUTE, duration: 60 });
  const tries = new RateLimiterMemory({ points: TRIES_A_MINUTE, duration: 60 });
  const find = (token: string) =>
    db.selectFrom('invitations').selectAll().where('token_hash', '=', hash(token)).executeTakeFirst();

  return {
    async help(token, from) {
      await spend(asked, hash(token));
      const row = await find(token);
      if (!row) {
        await spend(unknown, from);
        return NO_HELP;
      }
      const { help_phone: phone, starts_at: startsAt } = await db
        .selectFrom('meetings')
        .select(['help_phone', 'starts_at'])
        .where('id', '=', row.meeting)
        .executeTakeFirstOrThrow();
      if (phone === null) return NO_HELP;
      return { phone, startsAt: statusOf(row, now()) === 'open' ? startsAt : null };
    },

    async addressed(meeting, token, code) {
      await spend(tries, hash(token));
      const row = await find(token);
      const nothingSuch = new AppError('not-found', 'No invitation of this meeting has this link and code.');
      if (!row || row.meeting !== meeting) throw nothingSuch;
      if (statusOf(row, now()) !== 'open') throw gone();
      if (sameHash(row.code_hash, codeHash(hash, token, code))) return invitedOf(row);
      await noteWrongCode(db, row.id);
      throw nothingSuch;
    },
  };
}
