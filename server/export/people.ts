import type { FrozenParticipant } from '#shared/agreement/version.ts';
import { nb } from '#shared/words/nb/index.ts';
import { inline } from './plain.ts';

type Named = Pick<FrozenParticipant, 'name' | 'role' | 'organisation'> & Partial<Pick<FrozenParticipant, 'profession'>>;

/** What somebody is, in words: profession or role, then the organisation. */
export function positionOf({ role, organisation, profession }: Named): string {
  const position = profession ? nb.people.profession[profession] : nb.people.role[role];
  if (!organisation) return position;
  // „sykehuset, Sykehuset i …” says the same thing twice.
  const says = profession || (role !== 'hospital' && role !== 'municipality');
  return says ? `${position}, ${inline(organisation)}` : inline(organisation);
}

/** Somebody's name and what they are. */
export function presented(person: Named): string {
  return `${inline(person.name)}, ${positionOf(person)}`;
}
