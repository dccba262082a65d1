import { on } from 'svelte/events';
import * as Y from 'yjs';
import { deltaOf, endOfChange, follow, rebased, smallestEdit, traced, type Delta, type Edit } from './edits.ts';
import { OwnUndo, type Steps } from './ownUndo.ts';
import { SelectionKeeper } from './selectionKeeper.ts';
import { fits, shownIn, type WordsElement } from './wordsElement.ts';
import type { WordsPlace } from './wordsPlace.ts';

/** What a binding needs, and what it tells. */
export interface TextBindingParts {
  place: WordsPlace;
  element: WordsElement;
  /** The element shows other words than before. */
  shown: (words: string) => void;
  /** The writer's selection in the shared text, or null when they are somewhere else. */
  selected: (text: Y.Text, anchor: number, head: number) => void;
  left: () => void;
  /** Something was not taken in because the text would become too long. */
  tooLong: () => void;
  /** Others changed the words. */
  othersWrote?: () => void;
  /** What there is to take back, and to bring again. */
  steps?: (steps: Steps) => void;
}

/** Brings much at once, and is taken back apart from what was typed before it. */
const IN_ONE_GO: readonly string[] = ['insertFromPaste', 'insertFromDrop'];

const UNCHANGED: Edit = { at: 0, remove: 0, insert: '' };

/**
 * Keeps a `<textarea>` or `<input>` and a shared text the same. Each input becomes one transaction with the binding as
 * its origin. What others write goes into the element at once, without touching focus or scroll; while words are being
 * composed (an input method, dictation) neither side touches the other until that is done. Undo takes back one's own
 * changes only.
 */
export class TextBinding {
  readonly #parts: TextBindingParts;
  readonly #selection: SelectionKeeper;
  readonly #undo: OwnUndo;
  readonly #stop: (() => void)[] = [];
  #text: Y.Text | null = null;
  /** A text that this binding made, until somebody else's stands in its place. */
  #made: Y.Text | null = null;
  /** The words that the text held when it and the element were last the same. */
  #agreed = '';
  /** Others' changes since a composition began; null when nothing is being composed. */
  #meanwhile: Delta[] | null = null;

  constructor(parts: TextBindingParts) {
    const { place, element } = parts;
    this.#parts = parts;
    this.#selection = new SelectionKeeper(element);
    this.#undo = new OwnUndo(this, parts.steps);
    this.#bindTo(place.text);
    this.#show(place.words);
    this.#stop.push(place.observe((events, transaction) => this.#followOthers(events, transaction)));
    const hold = () => {
      if (this.#text && !this.#meanwhile) this.#selection.hold(this.#text);
    };
    // Only the outermost transaction finds the words still as they were: Yjs begins others while it tells of a change.
    place.doc.on('beforeAllTransactions', hold);
    this.#stop.push(() => place.doc.off('beforeAllTransactions', hold));
    this.#listen();
  }

  /** Lets the element go. Words that were still being composed are kept. */
  close(): void {
    this.#finishComposing();
    this.#parts.left();
    for (const stop of this.#stop.splice(0)) stop();
    this.#undo.follow(null);
  }

  /** Takes back the last of one's own steps, or brings it again with `redo`. */
  stepBack(redo: boolean): void {
    if (this.#meanwhile || this.#parts.element.readOnly) return;
    this.#undo.step(redo);
    this.#tellSelection();
  }

  #listen(): void {
    const { element } = this.#parts;
    // Svelte's `on`: an element that is taken off the page while it has the focus tells of that in the middle of an
    // update of the page, where nothing may change.
    const listen = <K extends keyof HTMLElementEventMap>(name: K, act: (event: HTMLElementEventMap[K]) => void) =>
      this.#stop.push(on(element, name, act));
    listen('beforeinput', (event) => this.#judgeInput(event));
    listen('input', (event) => this.#takeInput(event instanceof InputEvent && event.isComposing));
    listen('compositionstart', () => void (this.#meanwhile ??= []));
    listen('compositionend', () => this.#finishComposing());
    listen('keydown', (event) => this.#steerUndo(event));
    listen('blur', () => {
      this.#undo.separate();
      this.#parts.left();
    });
    listen('pointerup', () => this.#undo.separate());
    for (const name of ['focus', 'select', 'keyup', 'pointerup'] as const) listen(name, () => this.#tellSelection());
    this.#stop.push(on(element.ownerDocument, 'selectionchange', () => this.#tellSelection()));
  }

  /** From the element to the text. */
  #takeInput(composing: boolean): void {
    if (this.#meanwhile && composing) return this.#parts.shown(this.#parts.element.value);
    if (this.#meanwhile) return this.#finishComposing();
    const { element } = this.#parts;
    const edit = smallestEdit(this.#shownAgreed(), element.value, element.selectionEnd ?? element.value.length);
    if (edit.remove > 0 || edit.insert !== '') this.#write([edit]);
    this.#tellSelection();
  }

  #finishComposing(): void {
    const meanwhile = this.#meanwhile;
    this.#meanwhile = null;
    if (!meanwhile) return;
    if (meanwhile.length === 0) return this.#takeInput(false);
    const { element, place } = this.#parts;
    const caret = element.selectionEnd ?? element.value.length;
    const edit = smallestEdit(this.#shownAgreed(), element.value, caret);
    const after = rebased(edit, traced(this.#agreed.length, meanwhile));
    this.#agreed = place.words;
    if (edit.remove > 0 || edit.insert !== '') this.#write(after.edits);
    this.#show(place.words);
    this.#selection.put(after.caret);
    this.#tellSelection();
  }

  /** Makes the edits in the shared text, or puts the element back as it was when the text would become too long. */
  #write(edits: readonly Edit[]): void {
    const { place, element, shown, tooLong } = this.#parts;
    if (!edits.every((edit) => fits(edit, element.value))) {
      this.#show(place.words);
      this.#selection.put(edits[0]?.at ?? 0);
      return tooLong();
    }
    const text = this.#textToWriteIn();
    if (!text) return;
    place.doc.transact(() => {
      for (const { at, remove, insert } of edits) {
        if (remove > 0) text.delete(at, remove);
        // Half a character would become another one on its way to the others.
        if (insert) text.insert(at, insert.toWellFormed());
      }
    }, this);
    this.#agreed = place.words;
    if (element.value === this.#shownAgreed()) return shown(element.value);
    const caret = element.selectionEnd ?? 0;
    this.#show(place.words);
    this.#selection.put(caret);
  }

  #textToWriteIn(): Y.Text | null {
    if (this.#text) return this.#text;
    const text = this.#parts.place.makeText(this);
    if (text && text !== this.#text) this.#bindTo(text);
    this.#made = text;
    return text;
  }

  /** From the text to the element. */
  #followOthers(events: readonly Y.YEvent<Y.Text>[], { origin, local }: Y.Transaction): void {
    if (origin === this) return;
    const { place } = this.#parts;
    const { text, words } = place;
    const event = text === this.#text && events.find(({ target }) => target === text);
    const edit = event ? null : smallestEdit(this.#agreed, words, words.length);
    const outdone = text !== null && text !== this.#text && this.#text !== null && this.#text === this.#made;
    const mine = this.#agreed;
    if (text !== this.#text) this.#bindTo(text);
    if (edit && edit.remove === 0 && edit.insert === '') return;
    const delta: Delta = event ? event.delta : deltaOf(edit ?? UNCHANGED);
    if (this.#meanwhile) this.#meanwhile.push(delta);
    else this.#takeOver(words, event ? null : edit, this.#undo.isOrigin(origin) && event ? endOfChange(delta) : null);
    if (!local) this.#parts.othersWrote?.();
    // Two who were the first to write here at the same time each made a text, and only one of them stays.
    if (outdone && mine.trim() !== '') queueMicrotask(() => this.#rescue(mine));
  }

  #takeOver(words: string, edit: Edit | null, caret: number | null): void {
    const start = edit && this.#selection.start();
    this.#show(words);
    if (caret !== null) this.#selection.put(caret);
    else if (edit && start !== null) this.#selection.put(follow(start, edit));
    else if (this.#text) this.#selection.restore(this.#text);
  }

  #rescue(words: string): void {
    const { place } = this.#parts;
    const text = place.text;
    if (!text || place.words.includes(words)) return;
    place.doc.transact(() => text.insert(0, place.words === '' ? words : `${words}\n`));
  }

  #show(words: string): void {
    const { element, shown } = this.#parts;
    this.#agreed = words;
    const next = shownIn(element, words);
    if (element.value !== next) this.#selection.replace(next);
    shown(next);
  }

  #shownAgreed(): string {
    return shownIn(this.#parts.element, this.#agreed);
  }

  #bindTo(text: Y.Text | null): void {
    this.#text = text;
    this.#undo.follow(text);
  }

  #judgeInput(event: InputEvent): void {
    if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
      event.preventDefault();
      return this.stepBack(event.inputType === 'historyRedo');
    }
    if (IN_ONE_GO.includes(event.inputType)) this.#undo.separate();
    const { element, tooLong } = this.#parts;
    const insert = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    const [start, end] = [element.selectionStart ?? 0, element.selectionEnd ?? 0];
    const after = element.value.slice(0, start) + insert + element.value.slice(end);
    const edit = { at: start, remove: end - start, insert };
    if (!event.cancelable || event.isComposing || fits(edit, after)) return;
    event.preventDefault();
    tooLong();
  }

  #steerUndo(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const redo = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey);
    if (!redo && key !== 'z') return;
    event.preventDefault();
    this.stepBack(redo);
  }

  #tellSelection(): void {
    if (this.#meanwhile || !this.#text || !this.#parts.element.ownerDocument.hasFocus()) return;
    const ends = this.#selection.ends();
    if (ends) this.#parts.selected(this.#text, ends.anchor, ends.head);
  }
}
