import { writePart } from '#shared/plan/doc.ts';
import { isWritten } from '#shared/plan/plan.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import { aase, type PersonKey } from '#server/demo/aase.ts';
import type { Guest } from './guest.ts';
import { pen } from './pen.ts';
import { until } from './until.ts';

/** Who comes to Åse's meeting by an invitation, and on what they come. Kari makes the meeting and leads it. */
export const INVITED = {
  aase: { ...aase.people.aase, screen: 'tablet' },
  line: { ...aase.people.line, screen: 'phone' },
  mona: { ...aase.people.mona, screen: 'ward' },
  per: { ...aase.people.per, screen: 'ward' },
  jonas: { ...aase.people.jonas, screen: 'ward' },
} as const;

/** Written together in the meeting itself, not before it. */
const LEFT_FOR_THE_MEETING: readonly SectionKey[] = ['story', 'kin', 'disagreements', 'conversation.confirmed'];

/**
 * Each party writes its parts of Åse's plan days before the meeting, with a stock client of their own. Whoever is not
 * there has somebody else of the same party write for them.
 */
export async function prepareParts(meeting: string, people: Record<Exclude<PersonKey, 'tiril'>, Guest>): Promise<void> {
  const parts = SECTION_KEYS.filter((key) => !LEFT_FOR_THE_MEETING.includes(key) && isWritten(key, aase.plan));
  for (const key of parts) {
    const author = aase.authors[key];
    const own = await pen(people[author === 'tiril' ? 'jonas' : author], meeting, key);
    writePart(key, own.doc, aase.plan[key]);
    const others = await pen(people.kari, meeting, key);
    await until(() => sameLength(others.doc.store, own.doc.store), `${key} to arrive`);
    others.close();
    own.close();
  }
}

interface Store {
  clients: ReadonlyMap<number, readonly { id: { clock: number }; length: number }[]>;
}

function sameLength(one: Store, other: Store): boolean {
  const ends = ({ clients }: Store) =>
    JSON.stringify([...clients].map(([client, structs]) => [client, structs.at(-1)?.id.clock]).sort());
  return ends(one) === ends(other);
}
