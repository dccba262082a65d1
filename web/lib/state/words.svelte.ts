import { createContext } from 'svelte';
import { catalogues, type Catalogue } from '#shared/words/catalogue.ts';
import type { Language, Words } from '#shared/words/language.ts';

/** The language of this page, and its texts. Made in the layout and passed down by context, never a module's own. */
export class Speech {
  #language = $state.raw<Language>('nb');

  get language(): Language {
    return this.#language;
  }

  get words(): Catalogue {
    return catalogues[this.#language];
  }

  /** A text that carries its own languages, such as a heading of the registry. */
  say(words: Words): string {
    return words[this.#language];
  }
}

/** `setSpeech` in the layout, `getSpeech` in every part below it. */
export const [getSpeech, setSpeech] = createContext<Speech>();
