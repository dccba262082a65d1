import { AppError } from '#shared/errors.ts';
import type { TermTold } from '#shared/plain/term.ts';
import { finderOf, type Piece } from '#shared/plain/termsIn.ts';
import type { Language } from '#shared/words/language.ts';

type Read = (language: Language) => Promise<readonly TermTold[]>;

/** The words that this window can explain. Texts stand as they are until it can, and where it never comes to it. */
export class Terms {
  #all = $state.raw<readonly TermTold[]>([]);
  readonly #find = $derived(finderOf(this.#all));
  #read: Read | null = null;
  #wanted: Language | null = null;

  /** None before they have come. */
  get all(): readonly TermTold[] {
    return this.#all;
  }

  /** A text in pieces, those apart that can be explained. */
  in(text: string): Piece<TermTold>[] {
    return this.#find(text);
  }

  /** Has them read, now and in whatever language is chosen later. */
  async learn(read: Read, language: Language): Promise<void> {
    this.#read = read;
    await this.speak(language);
  }

  /** In another language, once somebody has asked for them at all. */
  async speak(language: Language): Promise<void> {
    if (!this.#read) return;
    this.#wanted = language;
    try {
      const all = await this.#read(language);
      if (this.#wanted === language) this.#all = all;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}
