import type { SectionKey } from '#shared/plan/sections.ts';
import { idOf, joined, meetingBy, signedIn, type Guest } from './guest.ts';
import { runHouse } from './house.ts';
import { LineEnd, socketEnd, type WireEnd } from './wireEnd.ts';

/** A meeting at the ward, in a real house. */
export async function ward(over: NonNullable<Parameters<typeof runHouse>[0]>['over'] = {}) {
  const house = await runHouse({ over });
  const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen', profession: 'nurse' });
  const meeting = await meetingBy(nurse);
  const patient = await joined(nurse, meeting, { role: 'patient', name: 'Åse Fiktiv' });
  const kin = await joined(nurse, meeting, { role: 'kin', name: 'Line Fiktiv' });
  const mona = await joined(nurse, meeting, { role: 'municipality', name: 'Mona Hansen' });
  const at = async (what: 'cast' | 'withheld' | '', whom: Guest) =>
    `/api/meetings/${meeting}/participants/${await idOf(whom, meeting)}${what && '/'}${what}`;
  const recast = async (whom: Guest, role: string, profession: string | null = null, by = nurse) =>
    by.put(await at('cast', whom), { role, profession });
  const withhold = async (sections: readonly string[], by = patient, from = kin) =>
    by.put(await at('withheld', from), { sections });
  return { ...{ house, nurse, patient, kin, mona, meeting }, at, recast, withhold };
}

/** Each door, as somebody who opens more than one part at it: one socket for each, or one line for all. */
export const DOORS: Record<string, (guest: Guest, meeting: string) => (section: SectionKey) => WireEnd> = {
  'sockets of one’s own': (guest, meeting) => {
    const house = { url: guest.url.replace('http', 'ws') };
    return (section) => socketEnd(house, null, { meeting, section, headers: { Cookie: guest.cookie } });
  },
  'the line': (guest, meeting) => {
    const line = new LineEnd({ url: guest.url.replace('http', 'ws') }, null, {
      ...{ meeting, headers: { Cookie: guest.cookie } },
    });
    return (section) => line.open(section);
  },
};
export const DOOR_NAMES = Object.keys(DOORS);

/** What the server says of whoever shows presence under a client id. */
export const userOf = (end: WireEnd, client: number) =>
  end.presence.getStates().get(client)?.['user'] as { role: string; colour: number } | undefined;
