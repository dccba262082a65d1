import { encode } from 'uqr';

/** White modules that a reader needs around the code (ISO/IEC 18004). */
const QUIET_MODULES = 4;

/**
 * `words` as a QR code that stands a fold or a stain (error correction M), drawn as SVG: one path, in which each black
 * run of a row is a rectangle. Dark on white whatever is around it.
 */
export function squareCode(words: string): string {
  const { data, size } = encode(words, { ecc: 'M', border: QUIET_MODULES });
  const path = data.flatMap((row, y) => runsOf(row).map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`)).join('');
  const ground = `<rect width="${size}" height="${size}" fill="#fff"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${ground}<path d="${path}" fill="#000"/></svg>`;
}

function runsOf(row: readonly boolean[]): { x: number; width: number }[] {
  const runs: { x: number; width: number }[] = [];
  for (const [x, black] of row.entries()) {
    const last = runs.at(-1);
    if (!black) continue;
    if (last && last.x + last.width === x) last.width += 1;
    else runs.push({ x, width: 1 });
  }
  return runs;
}
