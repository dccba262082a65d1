import { AppError } from '#shared/errors.ts';
import { toldAs } from '#shared/plain/term.ts';
import { TERMS } from '#shared/plain/terms/index.ts';
import { Language, LANGUAGES } from '#shared/words/language.ts';
import { anyone, nothing, type Route } from './route.ts';

/** For an hour a browser need not ask again. */
const KEPT_S = 3600;

/** The words that we explain, `GET /api/terms?language=nn`: the same for everyone, and nothing of anybody in them. */
export function termRoutes(): Route[] {
  return [
    anyone('get', '/api/terms', nothing, async ({ query }) => {
      const language = Language.safeParse(query['language'] ?? 'nb');
      if (!language.success) throw new AppError('bad-input', `language is one of ${LANGUAGES.join(', ')}.`);
      const body = TERMS.map((term) => toldAs(term, language.data));
      return { status: 200, body, headers: { 'Cache-Control': `public, max-age=${KEPT_S}` } };
    }),
  ];
}
