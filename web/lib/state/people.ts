import type { Profession, Role } from '#shared/roles.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';

/** As much of a person as a page shows. */
export interface Shown {
  name: string;
  role: Role;
  organisation?: string | null | undefined;
  profession?: Profession | null | undefined;
}

/** The first letters of the first and the last name. `Åse Fiktiv` → `ÅF`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** What stands under a name: `sykepleier, ortopedisk sengepost`. */
export function whatOf({ role, organisation, profession }: Shown, words: Catalogue): string {
  const what = profession ? words.people.profession[profession] : words.people.role[role];
  return organisation ? `${what}, ${organisation}` : what;
}

const ROUND: readonly Role[] = ['patient', 'kin', 'gp', 'municipality', 'hospital'];

/**
 * The order in which people speak: those of the phase's first speaker, then the round. The interpreter speaks for
 * others and is not in it.
 */
export function speakingOrder<P extends { role: Role }>(people: readonly P[], first: Role): P[] {
  const place = (role: Role) => (role === first ? -1 : ROUND.indexOf(role));
  return people.filter(({ role }) => ROUND.includes(role)).toSorted((a, b) => place(a.role) - place(b.role));
}
