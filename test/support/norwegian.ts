import { readFileSync } from 'node:fs';
import { sourceFiles } from './architecture.ts';

const COMMENTS = /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<!:)\/\/.*$/gm;
/** A letter by itself is about spelling, as in `'ø'`, and nobody reads it. */
const LETTER_ALONE = /(['"`])[æøåÆØÅ]\1/g;
const NORWEGIAN = /[æøåÆØÅ«»]/;

/** Lines of `source` that say something in Norwegian, or quote as Norwegian does, outside comments. */
export function norwegianIn(source: string): string[] {
  const lines = source
    .replace(COMMENTS, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(LETTER_ALONE, '')
    .split('\n');
  return lines.filter((line) => NORWEGIAN.test(line)).map((line) => line.trim());
}

/** The same of every page, part and state of the web app: `web/…: the line`. */
export function norwegianOfPages(): string[] {
  return sourceFiles()
    .filter((file) => file.startsWith('web/'))
    .flatMap((file) =>
      norwegianIn(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).map((line) => `${file}: ${line}`),
    );
}
