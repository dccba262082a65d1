import type { Edit } from './edits.ts';

/** What words are written in. */
export type WordsElement = HTMLTextAreaElement | HTMLInputElement;

/** Most bytes of one text, in UTF-8: all of it, also as one paste, fits into one message to the server. */
export const MOST_BYTES = 200_000;

/**
 * The words as the element will give them back, character for character: an element knows one kind of line break, and
 * a line none at all.
 */
export function shownIn(element: WordsElement, words: string): string {
  const unix = words.includes('\r') ? words.replace(/\r(?=\n)/g, '\u200B').replaceAll('\r', '\n') : words;
  return element.tagName === 'INPUT' ? unix.replaceAll('\n', ' ') : unix;
}

/** Whether a text may become `after` by this edit. Making a text shorter is always right. */
export function fits({ remove, insert }: Edit, after: string): boolean {
  if (insert.length <= remove || after.length * 3 <= MOST_BYTES) return true;
  return after.length <= MOST_BYTES && new TextEncoder().encode(after).byteLength <= MOST_BYTES;
}
