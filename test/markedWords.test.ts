import { describe, expect, test } from 'vitest';
import { firstWords, markedWords, onlySpacesDiffer, type Piece } from '#lib/state/markedWords.ts';

/** As one reads it, with what is marked in brackets. */
const read = (pieces: readonly Piece[]) =>
  pieces.map(({ words, changed }) => (changed ? `[${words.trim()}]` : words.trim())).join(' ');
const both = (before: string, after: string) => {
  const marked = markedWords(before, after);
  return [read(marked.before), read(marked.after)];
};

describe('two texts beside each other', () => {
  test('are marked word by word where they differ', () => {
    expect(both('Hun går med stokk', 'Hun går med rullator')).toEqual([
      'Hun går med [stokk]',
      'Hun går med [rullator]',
    ]);
    expect(both('to besøk, og mat på lørdag', 'tre besøk, og mat på søndag')).toEqual([
      '[to] besøk, og mat på [lørdag]',
      '[tre] besøk, og mat på [søndag]',
    ]);
  });

  test('are not chopped up by a single word that both happen to have', () => {
    expect(both('trapp og dusj', 'kaffe og aviser')).toEqual(['[trapp og dusj]', '[kaffe og aviser]']);
  });

  test('are nothing on the side that has nothing of its own', () => {
    expect(both('Hjem.', 'Hjem. Og ut.')).toEqual(['', 'Hjem. [Og ut.]']);
    expect(both('Hjem. Og ut.', 'Hjem.')).toEqual(['Hjem. [Og ut.]', '']);
    expect(both('Hjem.', 'Hjem.')).toEqual(['', '']);
  });

  test('of thousands of words are compared in no time, and cut', () => {
    const long = (word: string) => Array.from({ length: 7000 }, (_, at) => `${word}${at}`).join(' ');
    const [before = '', after = ''] = both(long('før'), long('nå'));
    expect(before.split(' ').length).toBeLessThan(100);
    expect(after).toMatch(/^\[nå0 .* … .* nå6999\]$/);
  });

  test('differ in white space alone, or do not', () => {
    expect(onlySpacesDiffer('a b\n', ' a  b')).toBe(true);
    expect(onlySpacesDiffer('a b', 'a c')).toBe(false);
  });
});

test('a long text is shown by its first words, a short one as it is', () => {
  expect(firstWords('en to tre fire', 2)).toBe('en to …');
  expect(firstWords(' en to ', 2)).toBe('en to');
});
