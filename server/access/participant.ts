import type { MeetingId, ParticipantId, PersonId } from '#shared/ids.ts';
import type { Profession, Role } from '#shared/roles.ts';

/** One person in one meeting, as the server knows them. Times are ms since 1970. */
export interface Participant {
  id: ParticipantId;
  meeting: MeetingId;
  person: PersonId;
  name: string;
  role: Role;
  organisation: string | null;
  profession: Profession | null;
  joinedAt: number;
}
