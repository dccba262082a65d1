import { whenTold, type DeliveryLine } from './deliveryLines.ts';
import type { Speech } from './words.svelte.ts';

/** A line as the team reads it: `Larvik kommune – mottatt kl. 14.02`. `now` in ms since 1970. */
export function deliveryTold({ kind, receiver, at }: DeliveryLine, now: number, speech: Speech): string {
  const { delivery: words, calendar } = speech.staffWords;
  const when = at === null ? '' : whenTold(at, now, { calendar, today: words.today });
  switch (kind) {
    case 'received':
    case 'filed':
    case 'waitingAgain':
      return words[kind](receiver, when);
    default:
      return words[kind](receiver);
  }
}

/** The same as the patient reads it, in whole sentences. */
export function deliveryPlainly({ kind, receiver, at }: DeliveryLine, now: number, speech: Speech): string {
  const { ending, calendar } = speech.asideWords;
  const words = ending.patient;
  const when = at === null ? '' : whenTold(at, now, { calendar, today: words.today });
  switch (kind) {
    case 'received':
    case 'filed':
      return words[kind](receiver, when);
    case 'passed':
    case 'waitingAgain':
      return words.waiting(receiver);
    default:
      return words[kind](receiver);
  }
}
