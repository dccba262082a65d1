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

/** What it takes to place a caret. Lengths in CSS pixels. */
export interface CaretPlace {
  words: string;
  index: number;
  /** Of the mirror. */
  width: number;
  height: number;
  /** How far the words have moved to the left under their frame. */
  scrolled: number;
}

/** Puts a caret where it belongs on top of the mirror, and hides one that is out of sight. */
export function placeCaret(caret: HTMLElement, mirror: HTMLElement, place: CaretPlace): void {
  const box = caretBox(mirror, place.words, place.index);
  const left = box ? box.left - place.scrolled : -1;
  const isSeen = box !== null && left >= 0 && left <= place.width && box.top <= place.height;
  caret.hidden = !isSeen;
  if (!isSeen) return;
  caret.style.setProperty('translate', `${left}px ${box.top}px`);
  caret.style.setProperty('height', `${box.height}px`);
  // The name stands on the side that has room for it.
  caret.dataset['side'] = left > place.width / 2 ? 'end' : 'start';
}
