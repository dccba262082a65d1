import * as z from 'zod/mini';
import type { Language } from '#shared/words/language.ts';

/** A word of the trade, and what it means in one sentence that a twelve-year-old understands. */
export interface Term {
  /** The word by itself, in each language. */
  word: Record<Language, string>;
  /** How else it stands in Norwegian text, bokmål and nynorsk. A genitive s is understood. */
  forms: readonly string[];
  says: Record<Language, string>;
  /**
   * What one can write instead, where few patients know the word: those who write it are told so. Absent where the word
   * is common enough to be explained to whoever asks, and no more.
   */
  instead?: Record<Language, string>;
}

/** A term as one language tells it, which is how it travels to a window. */
export const TermTold = z.strictObject({
  word: z.string(),
  /** Every form in which it may stand in a text. */
  forms: z.array(z.string()),
  says: z.string(),
  instead: z.optional(z.string()),
});
export type TermTold = z.infer<typeof TermTold>;

type Three = readonly [nb: string, nn: string, en: string];
const inEach = ([nb, nn, en]: Three): Record<Language, string> => ({ nb, nn, en });

/** A term that is explained. `forms` are apart by commas. */
export function term(word: Three, forms: string, says: Three): Term {
  return { word: inEach(word), forms: formsIn(forms), says: inEach(says) };
}

/** The same, of a word that is better replaced by `instead`. */
export function hard(word: Three, forms: string, says: Three, instead: Three): Term {
  return { ...term(word, forms, says), instead: inEach(instead) };
}

const formsIn = (forms: string): string[] => forms.split(',').flatMap((form) => form.trim() || []);

/** Every form in which the term may stand: the plan is written in Norwegian whatever the window speaks. */
export function formsOf({ word, forms }: Term, language: Language): string[] {
  return [...new Set([word.nb, word.nn, ...forms, ...(language === 'en' ? [word.en] : [])])];
}

export function toldAs(term: Term, language: Language): TermTold {
  const { word, says, instead } = term;
  return {
    ...{ word: word[language], forms: formsOf(term, language), says: says[language] },
    ...(instead ? { instead: instead[language] } : {}),
  };
}
