import { penOf, type Author } from '#shared/plan/authors.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Source } from './tellings.ts';

/** Who wrote the patient's words down, said to the patient; null where nobody else is known to have written. */
export function pennedIn(keys: readonly SectionKey[], source: Source): string | null {
  const said = keys.map((key) => pennedOf(key, source)).filter((words) => words !== null);
  return said.length ? [...new Set(said)].join('. ') : null;
}

function pennedOf(key: SectionKey, { authors, tongue }: Source): string | null {
  const pen = penOf(key, authors?.[key] ?? []);
  if (!pen) return null;
  const { behalf, people } = tongue.words;
  const named = pen.others.map(({ name, role }: Author) => behalf.person(name, people.role[role]));
  const others = people.and(named);
  switch (pen.kind) {
    case 'for':
      return behalf.forYou(others);
    case 'with':
      return behalf.with(people.and([behalf.you, ...named]));
    case 'partly':
      return behalf.partly(others);
    case 'others':
      return behalf.others(others);
  }
}
