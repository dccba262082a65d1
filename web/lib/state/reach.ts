import type { Reach } from '#shared/api.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';

/** In sentences: who gets, or `done`: has got, an e-mail, and who has to be told in another way. */
export function reachInWords({ byMail, byHand }: Reach, words: Catalogue, done = false): string[] {
  const { appointment, people } = words;
  const sentence = (label: string, names: readonly string[]) =>
    names.length ? [`${label}: ${people.and(names)}.`] : [];
  return [
    ...sentence(done ? appointment.reached : appointment.willReach, byMail),
    ...sentence(appointment.byHand, byHand),
  ];
}
