import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { textRoot } from '#shared/plan/doc.ts';
import { TextBinding } from '#lib/state/textBinding.ts';
import type { WordsElement } from '#lib/state/wordsElement.ts';
import { WHOLE, WordsPlace, type Where } from '#lib/state/wordsPlace.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

/** Somebody with a field on screen and a copy of the document behind it. What they write waits until it is sent. */
export class Writer {
  readonly doc = new Y.Doc();
  readonly element: WordsElement;
  readonly binding: TextBinding;
  readonly place: WordsPlace;
  /** What the binding told of. */
  readonly told = {
    tooLong: 0,
    others: 0,
    steps: { back: false, forth: false },
    cursor: null as { anchor: number; head: number } | null,
  };
  readonly #unsent: Uint8Array[] = [];

  constructor({ client, key = 'story', where = { field: WHOLE }, line = false, start }: WriterParts) {
    this.doc.clientID = client;
    if (start) Y.applyUpdate(this.doc, start, 'line');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line') this.#unsent.push(update);
    });
    this.element = document.createElement(line ? 'input' : 'textarea');
    document.body.append(this.element);
    this.place = new WordsPlace(this.doc, key, where);
    this.binding = new TextBinding({
      place: this.place,
      element: this.element,
      shown: () => undefined,
      selected: (_text, anchor, head) => (this.told.cursor = { anchor, head }),
      left: () => (this.told.cursor = null),
      tooLong: () => (this.told.tooLong += 1),
      othersWrote: () => (this.told.others += 1),
      steps: (steps) => (this.told.steps = steps),
    });
  }

  /** What stands in the document. */
  get text(): string {
    return this.place.words;
  }

  /** What stands on screen. */
  get shown(): string {
    return this.element.value;
  }

  get selection(): [number | null, number | null] {
    return [this.element.selectionStart, this.element.selectionEnd];
  }

  /** Puts the caret, or selects. */
  select(start: number, end = start, direction: 'forward' | 'backward' = 'forward'): this {
    this.element.focus();
    this.element.setSelectionRange(start, end, direction);
    return this;
  }

  /** Puts words in place of what is selected, as keys, a paste or an autocorrection do: in one input. */
  type(words: string, event: InputEventInit = { inputType: 'insertText' }): this {
    this.element.focus();
    const asked = new InputEvent('beforeinput', { data: words, cancelable: true, bubbles: true, ...event });
    if (!this.element.dispatchEvent(asked)) return this;
    const [start, end] = [this.element.selectionStart ?? 0, this.element.selectionEnd ?? 0];
    this.element.value = this.element.value.slice(0, start) + words + this.element.value.slice(end);
    this.element.setSelectionRange(start + words.length, start + words.length);
    this.element.dispatchEvent(new InputEvent('input', { data: words, bubbles: true, ...event }));
    return this;
  }

  /** Takes away what is selected, or what is before the caret. */
  erase(): this {
    const [start, end] = [this.element.selectionStart ?? 0, this.element.selectionEnd ?? 0];
    const before = [...this.shown.slice(0, start)].at(-1) ?? '';
    if (start === end) this.element.setSelectionRange(start - before.length, end);
    return this.type('', { inputType: 'deleteContentBackward' });
  }

  startComposing(): this {
    this.element.dispatchEvent(new CompositionEvent('compositionstart'));
    return this;
  }

  compose(words: string): this {
    return this.type(words, { inputType: 'insertCompositionText', isComposing: true, cancelable: false });
  }

  endComposing(): this {
    this.element.focus();
    this.element.dispatchEvent(new CompositionEvent('compositionend'));
    return this;
  }

  press(key: string, keys: KeyboardEventInit = {}): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...keys });
    this.element.dispatchEvent(event);
    return event;
  }

  /** Rests, so that what comes next is undone apart from what came before. */
  rest(): this {
    this.element.blur();
    return this;
  }

  undo(): this {
    this.press('z', { ctrlKey: true });
    return this;
  }

  redo(): this {
    this.press('z', { ctrlKey: true, shiftKey: true });
    return this;
  }

  /** Sends all that was written, and everybody else takes it in. */
  sendTo(...others: Writer[]): this {
    for (const update of this.#unsent.splice(0)) for (const other of others) other.take(update);
    return this;
  }

  take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'line');
  }

  leave(): void {
    this.binding.close();
    this.element.remove();
  }
}

export interface WriterParts {
  client: number;
  key?: SectionKey;
  where?: Where;
  /** One line instead of many. */
  line?: boolean;
  /** What the document holds from the start, as an update. */
  start?: Uint8Array;
}

/** A document that already says `words`, as the house prepared it. */
export function saying(words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 99;
  textRoot(doc).insert(0, words);
  return Y.encodeStateAsUpdate(doc);
}

/** Two who have the same text before them. They leave when the test is over. */
export function writers(parts: Omit<WriterParts, 'client'> = {}): [Writer, Writer] {
  const pair: [Writer, Writer] = [new Writer({ client: 1, ...parts }), new Writer({ client: 2, ...parts })];
  onTestFinished(() => pair.forEach((writer) => writer.leave()));
  return pair;
}
