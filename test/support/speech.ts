import { Speech } from '#lib/state/words.svelte.ts';
import { catalogues, registries } from '#shared/words/catalogues.ts';
import type { Language } from '#shared/words/language.ts';

/** Everything the interface says in bokmål. */
export const { nb } = catalogues;

/** A window's speech that has learnt all there is in `language`. */
export function speechIn(language: Language = 'nb'): Speech {
  const words = catalogues[language];
  return new Speech({ language, level: 'staff', words, registry: registries[language] });
}
