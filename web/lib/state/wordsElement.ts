import type { Edit } from './edits.ts';

/** What words are written in. */
export type WordsElement = HTMLTextAreaElement | HTMLInputElement;

/** Most characters of one text, and most bytes that one change may bring: what the server takes in one message. */
export const MOST_CHARACTERS = 100_000;
const MOST_BYTES = 200_000;

/**
 * The words as the element will give them back, character for character: an element knows one kind of line break, and
 * a line none at all.
 */
export function shownIn(element: WordsElement, words: string): string {
  const unix = words.includes('\r') ? words.replace(/\r(?=\n)/g, '\u200B').replaceAll('\r', '\n') : words;
  return element.tagName === 'INPUT' ? unix.replaceAll('\n', ' ') : unix;
}

/** Whether a text may become `length` characters long by this edit. Making a text shorter is always right. */
export function fits({ remove, insert }: Edit, length: number): boolean {
  if (insert.length <= remove) return true;
  if (length > MOST_CHARACTERS) return false;
  return insert.length * 3 <= MOST_BYTES || new TextEncoder().encode(insert).byteLength <= MOST_BYTES;
}
