import type { TermTold } from '#shared/plain/term.ts';
import type { Piece } from '#shared/plain/termsIn.ts';

/** Each word is explained where a paragraph has it first: a page full of underlines is no easier to read. */
export function firstOfEach(pieces: readonly Piece<TermTold>[]): Piece<TermTold>[] {
  let met = new Set<TermTold>();
  return pieces.map((piece) => {
    const { words, term } = piece;
    const isFirst = term !== null && !met.has(term);
    if (words.includes('\n')) met = new Set();
    if (term) met.add(term);
    return term && !isFirst ? { words, term: null } : piece;
  });
}
