import type { MeetingId, ParticipantId, PersonId } from '#shared/ids.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
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
  /** Parts of the plan that the patient does not share with them. */
  withheld: readonly SectionKey[];
  joinedAt: number;
  /** Theirs alone in the meeting, and for good: 0 for who joined first. Screens have a colour for each, as far as they go. */
  colour: number;
}
