import * as z from 'zod/mini';
import { TermTold } from '#shared/plain/term.ts';
import type { Language } from '#shared/words/language.ts';
import { Calls } from './calls.ts';

/** The words that we explain, as `language` tells them; the browser keeps them. @throws AppError `unavailable` */
export function readTerms(fetchIt: typeof fetch, language: Language): Promise<TermTold[]> {
  return new Calls(fetchIt, null).ask('GET', `/api/terms?language=${language}`, z.array(TermTold));
}
