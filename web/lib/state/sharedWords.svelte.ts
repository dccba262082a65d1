import type { Attachment } from 'svelte/attachments';
import type { Role } from '#shared/roles.ts';
import type { Steps } from './ownUndo.ts';
import { cursorFor, headIn, isAt, type Other } from './presence.ts';
import type { SharedPart } from './sharedPart.svelte.ts';
import { TextBinding } from './textBinding.ts';
import type { WordsElement } from './wordsElement.ts';
import { WordsPlace, type Where } from './wordsPlace.ts';

/** Where somebody else's caret stands in the words that are shown here. */
export interface CaretView {
  client: number;
  name: string;
  role: Role;
  /** Index in the words. */
  index: number;
}

/** The words of one field as its element shows them, and who else writes in them. Made by the part that shows them. */
export class SharedWords {
  readonly #part: SharedPart;
  readonly #where: Where;
  #shown = $state.raw('');
  #tooLong = $state.raw(false);
  #steps = $state.raw<Steps>({ back: false, forth: false });
  #binding: TextBinding | null = null;
  readonly #here = $derived.by(() => this.#part.others.filter(({ cursor }) => isAt(cursor, this.#where)));
  readonly #carets = $derived.by(() => this.#findCarets());

  constructor(part: SharedPart, where: Where) {
    this.#part = part;
    this.#where = where;
  }

  /** For `{@attach}` on the element: from then on it and the shared words are the same. */
  readonly bind: Attachment<WordsElement> = (element) => {
    const part = this.#part;
    const binding = new TextBinding({
      place: new WordsPlace(part.doc, part.key, this.#where),
      element,
      shown: (words) => {
        this.#shown = words;
        this.#tooLong = false;
        if (isFocused(element)) part.list?.seeTyped(this.#where, words);
      },
      tooLong: () => (this.#tooLong = true),
      selected: (text, anchor, head) => part.showCursor(cursorFor(text, this.#where, anchor, head)),
      left: () => part.showCursor(null),
      othersWrote: () => {
        if (isFocused(element)) part.othersWrote(this.writers);
      },
      steps: (steps) => (this.#steps = steps),
    });
    this.#binding = binding;
    return () => binding.close();
  };

  /** What the element shows now. */
  get shown(): string {
    return this.#shown;
  }

  /** The last thing that one tried to put in was too much. */
  get tooLong(): boolean {
    return this.#tooLong;
  }

  /** What there is of mine to take back, and to bring again. */
  get steps(): Steps {
    return this.#steps;
  }

  /** Takes back the last thing that I did here, or brings it again with `redo`. */
  stepBack(redo: boolean): void {
    this.#binding?.stepBack(redo);
  }

  /** The others who write here, each person once. */
  get writers(): readonly Other[] {
    return this.#here.filter(
      ({ participant }, index, all) => all.findIndex((other) => other.participant === participant) === index,
    );
  }

  get carets(): readonly CaretView[] {
    return this.#carets;
  }

  #findCarets(): CaretView[] {
    const shown = this.#shown;
    const { text } = new WordsPlace(this.#part.doc, this.#part.key, this.#where);
    if (!text) return [];
    return this.#here.flatMap(({ client, name, role, cursor }) => {
      const index = cursor && headIn(text, cursor);
      return index === null ? [] : [{ client, name, role, index: Math.min(index, shown.length) }];
    });
  }
}

const isFocused = (element: WordsElement): boolean => element.ownerDocument.activeElement === element;
