import type { InvitationMade } from '#shared/api.ts';
import type { MeetingId } from '#shared/ids.ts';
import { gone, linkTo, newSecrets, type InvitationsParts } from './invitations.ts';

/** What happens to invitations that nobody has used yet. */
export interface OpenInvitations {
  /** The same invitation with another link and code; those of before stop working. @throws AppError `gone` */
  renew(meeting: MeetingId, id: string, origin: string): Promise<InvitationMade>;
  /** All of the meeting stop working. */
  revoke(meeting: MeetingId): Promise<void>;
  /** All of the meeting can be used until then (ms since 1970) at least. */
  prolong(meeting: MeetingId, until: number): Promise<void>;
}

export function createOpenInvitations({ db, chance, hash, now }: InvitationsParts): OpenInvitations {
  const open = (meeting: MeetingId) =>
    db
      .updateTable('invitations')
      .where('meeting', '=', meeting)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now());

  return {
    async renew(meeting, id, origin) {
      const { token, code, kept } = await newSecrets({ db, chance, hash, now }, meeting);
      const { numUpdatedRows } = await open(meeting).set(kept).where('id', '=', id).executeTakeFirst();
      if (numUpdatedRows === 0n) throw gone();
      return { id, url: linkTo(origin, token), code, expiresAt: kept.expires_at, mail: 'none' };
    },

    async revoke(meeting) {
      await open(meeting).set({ revoked_at: now() }).execute();
    },

    async prolong(meeting, until) {
      await open(meeting).set({ expires_at: until }).where('expires_at', '<', until).execute();
    },
  };
}
