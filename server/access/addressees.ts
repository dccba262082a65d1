import type { Kysely } from 'kysely';
import type { MailState } from '#shared/api.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Invitations } from './invitations.ts';

/** Somebody who was invited, as a letter has to reach them. */
export interface Addressee {
  /** Of the invitation. */
  id: string;
  name: string;
  status: 'open' | 'used' | 'revoked' | 'expired';
  email: string | null;
  mail: MailState;
}

export interface Addressees {
  /** Everybody invited who is on their way to the meeting or in it: whoever was shown out is told nothing more. */
  of(meeting: MeetingId): Promise<Addressee[]>;
  /** Any invitation of the meeting, whatever became of it; null when there is none. */
  find(meeting: MeetingId, id: string): Promise<Addressee | null>;
  /** What became of the last letter to them. */
  note(id: string, mail: MailState): Promise<void>;
}

export interface AddresseesParts {
  db: Kysely<Tables>;
  invitations: Pick<Invitations, 'of'>;
}

export function createAddressees({ db, invitations }: AddresseesParts): Addressees {
  return {
    async of(meeting) {
      const here = await db
        .selectFrom('participants')
        .select('name')
        .where('meeting', '=', meeting)
        .where('removed_at', 'is', null)
        .execute();
      // Who came by which invitation is not kept; they came by its name.
      const names = new Set(here.map(({ name }) => name));
      const all = await invitations.of(meeting);
      return all.filter(({ status, name }) => status === 'open' || (status === 'used' && names.has(name)));
    },

    async find(meeting, id) {
      return (await invitations.of(meeting)).find((invitation) => invitation.id === id) ?? null;
    },

    async note(id, mail) {
      await db.updateTable('invitations').set({ mail }).where('id', '=', id).execute();
    },
  };
}
