import { joined, meetingBy, signedIn, type Someone } from '../support/guest.ts';
import type { ContenderName } from './servers/contender.ts';

/** Where somebody writes, and by what the server knows them. */
export interface Place {
  /** The meeting's id; for the peers the name of a document. */
  room: string;
  /** Empty for servers that ask nobody who they are. */
  cookie: string;
}

/** People of one meeting. */
export const PEOPLE = 6;

/** They who come on the nurse's invitation. All of them may write what matters to the patient. */
const INVITED: readonly Someone[] = [
  { role: 'patient' },
  { role: 'kin' },
  { role: 'municipality' },
  { role: 'gp' },
  { role: 'hospital', profession: 'doctor' },
];
/** Meetings that are called at the same time. */
const AT_ONCE = 8;

/** Calls the meetings and lets everybody in, over HTTP where the server has that. One list of places for each meeting. */
export async function enter(server: ContenderName, url: string, meetings: number): Promise<Place[][]> {
  const calls = Array.from({ length: meetings }, (_, number) => number);
  if (server === 'y-websocket' || server === 'hocuspocus')
    return calls.map((number) => Array.from({ length: PEOPLE }, () => ({ room: `meeting-${number}`, cookie: '' })));
  const places: Place[][] = [];
  while (calls.length > 0) places.push(...(await Promise.all(calls.splice(0, AT_ONCE).map(() => callMeeting(url)))));
  return places;
}

async function callMeeting(url: string): Promise<Place[]> {
  const nurse = await signedIn(url, { role: 'hospital', profession: 'nurse' });
  const room = await meetingBy(nurse);
  const invited = [];
  for (const someone of INVITED) invited.push(await joined(nurse, room, someone));
  return [nurse, ...invited].map(({ cookie }) => ({ room, cookie }));
}
