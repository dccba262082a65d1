import type { Expected } from '#shared/coming.ts';
import type { ParticipantView } from '#shared/live.ts';
import type { Profession, Role } from '#shared/roles.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';
import { patientFirst } from './people.ts';

/** Somebody whom one will meet. */
export interface Comer {
  id: string;
  name: string;
  role: Role;
  /** What they are, in plain words. */
  what: string;
  standing: 'here' | 'coming' | 'invited';
}

interface Party {
  participants: readonly ParticipantView[];
  /** Whoever waits does not have to be told of themselves. */
  me: string | undefined;
  /** Invited, and not here yet. */
  expected: Expected;
}

/** Everyone else who takes part: the patient first, and last who is invited and has not come in yet. */
export function comersOf({ participants, me, expected }: Party, words: Catalogue): Comer[] {
  const others = patientFirst(participants.filter(({ id }) => id !== me));
  return [
    ...others.map(({ id, name, role, profession, present }) => ({
      ...{ id, name, role, what: plainlyWhat(role, profession, words) },
      standing: present ? ('here' as const) : ('coming' as const),
    })),
    ...patientFirst(expected).map(({ name, role }, index) => ({
      ...{ id: `expected-${index}`, name, role, what: plainlyWhat(role, null, words), standing: 'invited' as const },
    })),
  ];
}

function plainlyWhat(role: Role, profession: Profession | null, { waiting }: Catalogue): string {
  return profession ? waiting.profession[profession] : waiting.what[role];
}
