import { Guest } from './guest.ts';

/** The people of the prepared meeting, by first name. */
export type DemoName = 'Åse' | 'Line' | 'Kari' | 'Jonas' | 'Tiril' | 'Mona' | 'Per';

/** The prepared meeting, with everybody asked for in a seat of their own. */
export async function seated<Name extends DemoName>(
  url: string,
  names: readonly Name[],
): Promise<{ meeting: string; people: Record<Name, Guest> }> {
  const offer = (await new Guest(url).get('/api/demo')).body as unknown as {
    meeting: { id: string };
    people: { participant: string; name: string }[];
  };
  const entries = names.map(async (name) => {
    const guest = new Guest(url);
    const participant = offer.people.find((person) => person.name.startsWith(name))?.participant;
    const came = await guest.post('/api/demo/seats', { participant });
    if (came.status !== 204) throw new Error(`${name} has no seat: ${came.text}`);
    return [name, guest] as const;
  });
  return { meeting: offer.meeting.id, people: Object.fromEntries(await Promise.all(entries)) as Record<Name, Guest> };
}
