import type { ParticipantId } from '#shared/ids.ts';
import type { Seated } from '#shared/meeting/steering.ts';
import type { Participant } from '#server/access/participant.ts';

/** Those in the meeting as its steps see them. */
export function seatsOf(people: readonly Participant[], isPresent: (one: ParticipantId) => boolean): Seated[] {
  return people.map(({ id, role, name }) => ({ id, role, name, present: isPresent(id) }));
}
