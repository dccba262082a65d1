import type { Language } from './language.ts';
import { nb } from './nb/index.ts';

/** Every text on screen in one language. Bokmål is the model; the compiler says what another language lacks. */
export type Catalogue = typeof nb;

export const catalogues: Readonly<Record<Language, Catalogue>> = { nb };
