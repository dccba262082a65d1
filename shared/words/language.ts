import * as z from 'zod/mini';

/** Languages that the interface speaks. Bokmål first: it is the model, and `npm run check` says what another one lacks. */
export const Language = z.enum(['nb', 'nn', 'en']);
export type Language = z.infer<typeof Language>;
export const LANGUAGES = Language.options;

/** One text that is told where it is declared. What is not told in a language stands in that language's `registry.ts`. */
export interface Words {
  nb: string;
  nn?: string | undefined;
  en?: string | undefined;
}

/** A language's words for what is declared in bokmål, by the bokmål. */
export type Registry = Readonly<Record<string, string>>;

/** `words` in `language`; in bokmål where the language has none, which is so for what people wrote themselves. */
export function toldIn(words: Words, language: Language, registry: Registry): string {
  return words[language] ?? registry[words.nb] ?? words.nb;
}
