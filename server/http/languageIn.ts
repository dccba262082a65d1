import { AppError } from '#shared/errors.ts';
import { Language } from '#shared/words/language.ts';

/** `?language=`, bokmål where nothing is asked. @throws AppError `bad-input` */
export function languageIn(query: Readonly<Record<string, unknown>>): Language {
  const language = Language.safeParse(query['language'] ?? 'nb');
  if (!language.success) throw new AppError('bad-input', `language is one of ${Language.options.join(', ')}.`);
  return language.data;
}
