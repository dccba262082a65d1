import { penOf } from '#shared/plan/authors.ts';
import { penInWords } from '#shared/plan/penWords.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Source } from './tellings.ts';

/** Who wrote the patient's words down, said to the patient; null where nobody else is known to have written. */
export function pennedIn(keys: readonly SectionKey[], source: Source): string | null {
  const said = keys.map((key) => pennedOf(key, source)).filter((words) => words !== null);
  return said.length ? [...new Set(said)].join('. ') : null;
}

function pennedOf(key: SectionKey, { authors, tongue }: Source): string | null {
  const pen = penOf(key, authors?.[key] ?? []);
  return pen && penInWords(pen, { patient: null, nameOf: ({ name }) => name }, tongue.words);
}
