import type { Participant } from '#server/access/participant.ts';
import { PEOPLE } from '../support/syncHouse.ts';

const { kari, jonas, aase, mona, ivar, per } = PEOPLE;

/** Who writes in every play. Mona may not write the situation, Ivar nothing at all; both windows of Kari are hers. */
export const WINDOWS: readonly (readonly [name: string, who: Participant])[] = [
  ['kari', kari],
  ['kari’s tablet', kari],
  ['jonas', jonas],
  ['aase', aase],
  ['mona', mona],
  ['ivar', ivar],
];

/** Who attacks in every play. Per may write two of the parts. */
export const ATTACKERS: readonly (readonly [name: string, who: Participant])[] = [
  ['per', per],
  ['ivar’s script', ivar],
];

/** Who may not write somewhere, and tries. */
export const TRESPASSERS: readonly Participant[] = [mona, ivar];
