/** The widest line of a text that is to be pasted into a message, in UTF-16 code units: never more columns than that. */
export const COLUMNS = 80;

const GRAPHEMES = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/**
 * `words` in lines of at most {@link COLUMNS}, broken between words, with `first` before the first line and `rest`
 * before each other one. A word that is longer than a line is broken, between letters where they are not longer still.
 */
export function wrap(words: string, first = '', rest = ' '.repeat(first.length)): string[] {
  const lines: string[] = [];
  for (const paragraph of words.split('\n')) {
    let line = lines.length ? rest : first;
    let empty = true;
    for (const piece of paragraph
      .split(' ')
      .flatMap((word) => pieces(word, COLUMNS - Math.max(first.length, rest.length)))) {
      if (!empty && line.length + 1 + piece.length > COLUMNS) {
        lines.push(line);
        line = rest;
        empty = true;
      }
      line += empty ? piece : ` ${piece}`;
      empty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** The word in pieces of at most `room`; none for no word. */
function pieces(word: string, room: number): string[] {
  const found: string[] = [];
  let piece = '';
  const letters = word.length <= room ? [word] : [...GRAPHEMES.segment(word)].map(({ segment }) => segment);
  for (const letter of letters.flatMap((whole) => (whole.length > room ? [...whole] : [whole]))) {
    if (piece.length + letter.length > room) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? found : [...found, piece];
}
