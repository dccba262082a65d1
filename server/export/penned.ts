import { penOf, type Author, type Authors } from '#shared/plan/authors.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import { nb } from '#shared/words/nb/index.ts';
import { plain } from './plain.ts';

/** Who wrote the patient's words down, in a sentence; null where nobody but the patient is known to have written. */
export function pennedWords(key: SectionKey, authors: Authors | undefined): string | null {
  const pen = penOf(key, authors?.[key] ?? []);
  if (!pen) return null;
  const others = nb.people.and(pen.others.map(named));
  switch (pen.kind) {
    case 'for':
      return `Skrevet av ${others} på vegne av pasienten.`;
    case 'with':
      return `Skrevet av ${nb.people.and(['pasienten', ...pen.others.map(named)])}.`;
    case 'partly':
      return `Noe av dette er skrevet av ${others}.`;
    case 'others':
      return `Skrevet av ${others}.`;
  }
}

const named = ({ name, role }: Author) => `${plain(name)} (${nb.people.role[role]})`;
