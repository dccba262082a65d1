import * as Y from 'yjs';
import type { WordsElement } from './wordsElement.ts';

/** A selection as the writer made it: from the end that stays to the end that moves. */
interface Ends {
  anchor: number;
  head: number;
}

interface Held {
  start: Y.RelativePosition;
  end: Y.RelativePosition;
  backward: boolean;
}

/**
 * The selection of an element in which others change the words. It is remembered as relative positions before a change
 * and put back after it. An element without focus has no selection that matters, and setting one would take the focus
 * in some browsers.
 */
export class SelectionKeeper {
  readonly #element: WordsElement;
  #held: Held | null = null;

  constructor(element: WordsElement) {
    this.#element = element;
  }

  get #isFocused(): boolean {
    return this.#element.ownerDocument.activeElement === this.#element;
  }

  /** The selection; null while the writer is somewhere else. */
  ends(): Ends | null {
    const { selectionStart: start, selectionEnd: end, selectionDirection } = this.#element;
    if (!this.#isFocused || start === null || end === null) return null;
    return selectionDirection === 'backward' ? { anchor: end, head: start } : { anchor: start, head: end };
  }

  /** Where the selection starts; null while the writer is somewhere else. */
  start(): number | null {
    return this.#isFocused ? this.#element.selectionStart : null;
  }

  /** Remembers the selection by its neighbours in `text`, which is about to change. */
  hold(text: Y.Text): void {
    const { selectionStart, selectionEnd, selectionDirection } = this.#element;
    this.#held = null;
    if (!this.#isFocused || selectionStart === null || selectionEnd === null) return;
    // What others write beside a selection stays outside of it; a caret stays with what one wrote last.
    const side = selectionStart === selectionEnd ? -1 : 0;
    this.#held = {
      start: Y.createRelativePositionFromTypeIndex(text, selectionStart, side),
      end: Y.createRelativePositionFromTypeIndex(text, selectionEnd, -1),
      backward: selectionDirection === 'backward',
    };
  }

  /** Puts the remembered selection back. */
  restore(text: Y.Text): void {
    const held = this.#held;
    this.#held = null;
    if (!held || !text.doc || !this.#isFocused) return;
    const start = Y.createAbsolutePositionFromRelativePosition(held.start, text.doc)?.index ?? 0;
    const end = Y.createAbsolutePositionFromRelativePosition(held.end, text.doc)?.index ?? start;
    this.#element.setSelectionRange(start, Math.max(start, end), held.backward ? 'backward' : 'forward');
  }

  /** Puts the caret at `index`. */
  put(index: number): void {
    if (this.#isFocused) this.#element.setSelectionRange(index, index);
  }

  /** Shows other words, without scrolling. The caret may be anywhere after that. */
  replace(words: string): void {
    const { scrollTop, scrollLeft } = this.#element;
    this.#element.value = words;
    this.#element.scrollTop = scrollTop;
    this.#element.scrollLeft = scrollLeft;
  }
}
