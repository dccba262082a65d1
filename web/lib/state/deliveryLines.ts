import { clockAt, dayInNorway } from '#shared/day.ts';
import type { DeliveryView } from '#shared/delivery.ts';
import { isRefused, type Receiver } from '#shared/receivers.ts';
import { dayAndTime, timeOfDay } from '#shared/when.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';

/**
 * How a version's way to somebody is told. `passed`: it did not get there this way, and their party has it all the same;
 * `notWanted`: the patient refuses it.
 */
export type DeliveryKind = 'received' | 'filed' | 'waiting' | 'waitingAgain' | 'failed' | 'passed' | 'notWanted';

export interface DeliveryLine extends Pick<DeliveryView, 'id' | 'version' | 'receiver' | 'problem'> {
  kind: DeliveryKind;
  /** When it was received, or is tried again; ms since 1970. */
  at: number | null;
}

/** What is told of each, the newest version first, in the order in which they were made. */
export function deliveryLines(deliveries: readonly DeliveryView[], refused: readonly Receiver[]): DeliveryLine[] {
  return deliveries
    .map((one) => {
      const { id, version, receiver, problem } = one;
      const kind = kindOf(one, { deliveries, refused });
      return { id, version, receiver, problem, kind, at: one.state === 'waiting' ? one.nextAt : one.at };
    })
    .toSorted((a, b) => b.version - a.version);
}

function kindOf(
  one: DeliveryView,
  { deliveries, refused }: { deliveries: readonly DeliveryView[]; refused: readonly Receiver[] },
): DeliveryKind {
  if (one.state === 'received') return one.way === 'hand' ? 'filed' : 'received';
  if (one.problem === 'not-wanted' || isRefused(one.party, refused)) return 'notWanted';
  if (one.state === 'waiting') return one.tries > 0 && one.nextAt !== null ? 'waitingAgain' : 'waiting';
  const isThere = deliveries.some(
    ({ party, version, state }) => state === 'received' && party === one.party && version >= one.version,
  );
  return isThere ? 'passed' : 'failed';
}

/** The hour alone for something of today, which `today` puts into words; else the day as well. */
export function whenTold(
  at: number,
  now: number,
  { calendar, today }: { calendar: Catalogue['calendar']; today: (time: string) => string },
): string {
  return clockAt(at).date === dayInNorway(now) ? today(timeOfDay(at, calendar)) : dayAndTime(at, calendar);
}
