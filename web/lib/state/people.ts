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

/** What stands under a name where there is room: `sykepleier, Sykehuset i Vestfold`, `Larvik kommune`. */
export function whatOf(who: Shown, words: Catalogue): string {
  const what = shortlyWhat(who, words);
  return who.organisation && what !== who.organisation ? `${what}, ${who.organisation}` : what;
}

/** The same in as few words as it takes: `sykepleier`, `Larvik kommune`, `fastlege`. */
export function shortlyWhat({ role, organisation, profession }: Shown, words: Catalogue): string {
  if (profession) return words.people.profession[profession];
  const isOneOfMany = role === 'hospital' || role === 'municipality';
  return isOneOfMany && organisation ? organisation : words.people.role[role];
}

const ORDER: readonly Role[] = ['patient', 'kin', 'hospital', 'municipality', 'gp', 'interpreter'];

/** People as one looks for them: the patient first, then the round. */
export function patientFirst<P extends { role: Role }>(people: readonly P[]): P[] {
  return people.toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}
