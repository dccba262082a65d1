import type { TermTold } from '#shared/plain/term.ts';

/** Where a word stands in the alphabet: æ, ø and å come last, in this order. Unicode has å before the others. */
const placeOf = ({ word }: TermTold): string => word.toLowerCase().replaceAll('æ', '{').replaceAll('ø', '|');

/** Those of the terms that somebody looks for, by the alphabet; all of them where nothing is asked for. */
export function termsFor(all: readonly TermTold[], asked: string): TermTold[] {
  const wanted = asked.trim().toLowerCase();
  return all
    .filter(({ word, forms, says }) => [word, says, ...forms].some((text) => text.toLowerCase().includes(wanted)))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}
