import type { Organization, Reference } from '@medplum/fhirtypes';
import type { Role, Writer } from '#shared/roles.ts';
import { agreement } from '#shared/words/nb/agreement.ts';
import { people as peopleWords } from '#shared/words/nb/people.ts';
import type { People, Person } from './people.ts';

/** Those who speak for a role, each once: organisations, people where there is none, the name of the party for nobody. */
export function partyOf(role: Role, { all, patient }: People): Reference<Person | Organization>[] {
  if (role === 'patient') return [patient];
  const spoken = all.filter((one) => one.role === role).map(({ organisation, person }) => organisation ?? person);
  const each = [...new Map(spoken.map((party) => [party.reference, party])).values()];
  return each.length ? each : [{ display: peopleWords.party[role] }];
}

/** Who may write, in words: „lege på sykehuset”. */
export function writerWords(writer: Writer): string {
  const [role, profession] = writer.split(':') as [Role, keyof typeof peopleWords.profession | undefined];
  const party = agreement.party[role];
  return profession ? `${peopleWords.profession[profession]} (${party})` : party;
}
