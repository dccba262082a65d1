import type { Kysely, Selectable } from 'kysely';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { MailState, type InvitationMade, type InvitationView, type NewInvitation } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import { MeetingId, type ParticipantId } from '#shared/ids.ts';
import { Profession, Role } from '#shared/roles.ts';
import type { Language } from '#shared/words/language.ts';
import type { InvitationRow, Tables } from '#server/store/tables.ts';
import { sameHash, type Chance, type Hasher } from './secrets.ts';
import { z } from 'zod';

/** What an invitation lets its holder become. */
export interface Invited {
  meeting: MeetingId;
  name: string;
  role: Role;
  organisation: string | null;
  profession: Profession | null;
}

/** A week to prepare, and a margin for a meeting that moves. */
const LASTS_MS = 14 * 24 * 3_600_000;
/** A link lives longer than the meeting that it leads to. */
export const AFTER_MEETING_MS = 24 * 3_600_000;
export const TRIES_A_MINUTE = 10;
/** Wrong codes that an invitation stands, over restarts and days; then it is dead, and a new one is made. */
const WRONG_TRIES = 50;
/** A whole hospital may stand behind one address, so an address may fail more often than an invitation. */
export const FAILURES_A_MINUTE = 60;

export interface Invitations {
  /** The link and the code are told once, here, and kept only as hashes. `origin` is where the link leads. */
  make(meeting: MeetingId, by: ParticipantId, invitation: NewInvitation, origin: string): Promise<InvitationMade>;
  of(meeting: MeetingId): Promise<InvitationView[]>;
  /** `note` comes before anything is done. @throws AppError `not-found`; `gone` when it is used already. */
  revoke(meeting: MeetingId, id: string, note: () => Promise<void>): Promise<void>;
  /**
   * Uses the invitation up: of many who try at once exactly one succeeds. `from` is where the try comes from.
   * @throws AppError `too-many`, `not-found`, `gone`, `wrong-code`; `not-now` when there is a patient already
   */
  redeem<T>(token: string, code: string, from: string, door: EntranceDoor<T>): Promise<T>;
}

/** What happens where somebody holds an invitation out. */
export interface EntranceDoor<T> {
  /** When it fails, the invitation is as it was. */
  enter(invited: Invited): Promise<T>;
  /** The link was right, and the code was not. */
  refuse(meeting: MeetingId): Promise<void>;
}

export interface InvitationsParts {
  db: Kysely<Tables>;
  chance: Chance;
  hash: Hasher;
  now: () => number;
}

export function createInvitations({ db, chance, hash, now }: InvitationsParts): Invitations {
  const tries = new RateLimiterMemory({ points: TRIES_A_MINUTE, duration: 60 });
  const failures = new RateLimiterMemory({ points: FAILURES_A_MINUTE, duration: 60 });
  const find = async (meeting: MeetingId, id: string) => {
    const row = await rowsIn(db, meeting).where('id', '=', id).executeTakeFirst();
    if (!row) throw new AppError('not-found', 'There is no such invitation.');
    return row;
  };
  return {
    async make(meeting, by, invitation, origin) {
      const id = chance.mint();
      const { token, code, kept } = await newSecrets({ db, chance, hash, now }, meeting);
      const { role, name, organisation, profession, email } = invitation;
      await db
        .insertInto('invitations')
        .values({
          ...{ id, meeting, role, name, created_by: by, created_at: now(), ...kept },
          ...{ used_at: null, revoked_at: null, wrong_tries: 0 },
          ...{ organisation: organisation ?? null, profession: profession ?? null, email: email ?? null },
        })
        .execute();
      return { id, url: linkTo(origin, token), code, expiresAt: kept.expires_at, mail: 'none' };
    },

    async of(meeting) {
      const rows = await rowsIn(db, meeting).orderBy('created_at').execute();
      return rows.map((row) => viewOf(row, now()));
    },

    async revoke(meeting, id, note) {
      const row = await find(meeting, id);
      if (row.used_at !== null) throw new AppError('gone', 'The invitation is used; remove the participant instead.');
      await note();
      await db.updateTable('invitations').set({ revoked_at: now() }).where('id', '=', id).execute();
    },

    async redeem(token, code, from, door) {
      const tokenHash = hash(token);
      await spend(tries, tokenHash);
      const row = await db.selectFrom('invitations').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      if (!row) {
        await spend(failures, from);
        throw new AppError('not-found', 'There is no such invitation.');
      }
      if (statusOf(row, now()) !== 'open') throw gone();
      if (!sameHash(row.code_hash, codeHash(hash, token, code))) {
        await noteWrongCode(db, row.id);
        await door.refuse(MeetingId.parse(row.meeting));
        throw new AppError('wrong-code', 'The code is not right.');
      }
      await checkPatientsPlace(db, row);
      await useUp(db, row.id, now());
      try {
        return await door.enter(invitedOf(row));
      } catch (error) {
        await db.updateTable('invitations').set({ used_at: null }).where('id', '=', row.id).execute();
        throw error;
      }
    },
  };
}

/** A link and a code, and what is kept of them. They live until the meeting is over, however far away it is. */
export async function newSecrets({ db, chance, hash, now }: InvitationsParts, meeting: MeetingId) {
  const [token, code] = [chance.mint(), chance.code()];
  const { starts_at: startsAt } = await db
    .selectFrom('meetings')
    .select('starts_at')
    .where('id', '=', meeting)
    .executeTakeFirstOrThrow();
  const kept = {
    token_hash: hash(token),
    code_hash: codeHash(hash, token, code),
    expires_at: Math.max(now() + LASTS_MS, startsAt + AFTER_MEETING_MS),
  };
  return { token, code, kept };
}

export const codeHash = (hash: Hasher, token: string, code: string) => hash(`${token}:${code}`);

/** The token stands in the fragment, which a browser sends to nobody. Whoever opens the link is met in `language`. */
export function linkTo(origin: string, token: string, language: Language = 'nb'): string {
  return `${origin}/join${language === 'nb' ? '' : `?language=${language}`}#${token}`;
}

export const gone = () => new AppError('gone', 'The invitation can no longer be used.');

/** There is one patient in a meeting: nobody else can take their place, and answer for them, while they are in it. */
async function checkPatientsPlace(db: Kysely<Tables>, { meeting, role }: Selectable<InvitationRow>): Promise<void> {
  if (role !== 'patient') return;
  const patient = await db
    .selectFrom('participants')
    .select('id')
    .where('meeting', '=', meeting)
    .where('role', '=', 'patient')
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (patient) throw new AppError('not-now', 'The patient is in the meeting already.');
}

export async function noteWrongCode(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .updateTable('invitations')
    .set(({ eb }) => ({ wrong_tries: eb('wrong_tries', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Of many who come here at once, the database lets one through. */
async function useUp(db: Kysely<Tables>, id: string, now: number): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw gone();
}

const rowsIn = (db: Kysely<Tables>, meeting: MeetingId) =>
  db.selectFrom('invitations').selectAll().where('meeting', '=', meeting);

export function invitedOf(row: Selectable<InvitationRow>): Invited {
  return {
    meeting: MeetingId.parse(row.meeting),
    name: row.name,
    role: Role.parse(row.role),
    organisation: row.organisation,
    profession: z.nullable(Profession).parse(row.profession),
  };
}

function viewOf(row: Selectable<InvitationRow>, now: number): InvitationView {
  const { id, name, organisation, email } = row;
  const mail = MailState.parse(row.mail);
  return { id, role: Role.parse(row.role), name, organisation, status: statusOf(row, now), email, mail };
}

export function statusOf(row: Selectable<InvitationRow>, now: number): InvitationView['status'] {
  if (row.used_at !== null) return 'used';
  if (row.revoked_at !== null || row.wrong_tries >= WRONG_TRIES) return 'revoked';
  return row.expires_at <= now ? 'expired' : 'open';
}

/** @throws AppError `too-many` */
export async function spend(tries: RateLimiterMemory, key: string): Promise<void> {
  try {
    await tries.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfter = Math.ceil(refused.msBeforeNext / 1000);
    throw new AppError('too-many', `Too many tries. Wait ${retryAfter} seconds.`, { retryAfter });
  }
}
