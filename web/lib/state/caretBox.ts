/** Where a caret stands, in CSS pixels from the upper left corner of the mirror. */
export interface CaretBox {
  left: number;
  top: number;
  height: number;
}

/** Ends each line of a mirror, so that there is something to measure at its end. Has no width. */
const LINE_END = '\u200B';

/** The words for a mirror: an element with the same box and type as the one that they are written in. */
export function mirrored(words: string): string {
  return `${words.replaceAll('\n', `${LINE_END}\n`)}${LINE_END}`;
}

/** Measures where the character at `index` of `words` begins in a mirror that shows them; null when it shows others. */
export function caretBox(mirror: HTMLElement, words: string, index: number): CaretBox | null {
  const node = mirror.firstChild;
  if (!(node instanceof Text)) return null;
  const at = mirrored(words.slice(0, index)).length - LINE_END.length;
  const range = mirror.ownerDocument.createRange();
  if (at >= node.length) return null;
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  const rect = range.getClientRects()[0];
  const frame = mirror.getBoundingClientRect();
  return rect ? { left: rect.left - frame.left, top: rect.top - frame.top, height: rect.height } : null;
}
