import type { Kysely } from 'kysely';
import type { Tables } from '#server/store/tables.ts';
import { createAddressees, type Addressees } from './addressees.ts';
import { createHeldInvitations, type HeldInvitations } from './heldInvitations.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { createOpenInvitations, type OpenInvitations } from './openInvitations.ts';
import { createParticipants, type Participants } from './participants.ts';
import { hasher, type Chance } from './secrets.ts';
import { createSessions, type Sessions } from './session.ts';

/** Everything that decides who somebody is and where they may come in. */
export interface Access {
  sessions: Sessions;
  participants: Participants;
  invitations: Invitations;
  openInvitations: OpenInvitations;
  heldInvitations: HeldInvitations;
  addressees: Addressees;
}

export interface AccessParts {
  db: Kysely<Tables>;
  chance: Chance;
  now: () => number;
  /** Keys the hashes; null in a demo without one. */
  secret: string | null;
  /** Cookies only over TLS. */
  secure: boolean;
  demo: boolean;
}

export function createAccess({ db, chance, now, secret, secure, demo }: AccessParts): Access {
  const hash = hasher(secret);
  const sessions = createSessions({ db, chance, hash, now, secure, demo });
  const participants = createParticipants({ db, sessions, chance, now });
  const invitations = createInvitations({ db, chance, hash, now });
  const openInvitations = createOpenInvitations({ db, chance, hash, now });
  const heldInvitations = createHeldInvitations({ db, hash, now });
  const addressees = createAddressees({ db, invitations });
  return { sessions, participants, invitations, openInvitations, heldInvitations, addressees };
}
