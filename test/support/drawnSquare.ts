import { inflateSync } from 'node:zlib';

/** A rectangle whose corners are whole numbers, as a picture of modules has them: drawn by its corners, and filled. */
const MODULES = /(\d+) (\d+) m\n(\d+) \2 l\n\3 (\d+) l\n\1 \4 l\nh\n/g;

/** The black modules of the square code that a letter of ours holds, read off what its PDF draws: `[row][column]`. */
export function drawnSquare(pdf: Uint8Array): boolean[][] {
  const file = Buffer.from(pdf).toString('latin1');
  const packed = [...file.matchAll(/FlateDecode[^]*?\nstream\n([^]*?)\nendstream/g)].map(([, stream = '']) => stream);
  const drawn = packed.map((stream) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'));
  const page = drawn.find((words) => words.match(MODULES)?.length) ?? '';
  const [ground, ...black] = [...page.matchAll(MODULES)].map(([, left, top, right, bottom]) => ({
    ...{ left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) },
  }));
  if (!ground) throw new Error('No square code is drawn.');
  return Array.from({ length: ground.bottom }, (_, y) =>
    Array.from({ length: ground.right }, (__, x) =>
      black.some(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom),
    ),
  );
}
