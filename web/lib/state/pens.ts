import { penOf, type Author, type Authors, type Pen } from '#shared/plan/authors.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import { firstName } from './people.ts';
import type { Speech } from './words.svelte.ts';

/** What a window knows of who has written the patient's words, and who the patient is. */
export interface Penned {
  authors: Authors;
  /** The patient's name, whole. */
  patient: string;
  /** The one who looks is the patient. */
  yours: boolean;
}

export const NOBODY_PENNED: Penned = { authors: {}, patient: '', yours: false };

/** Who wrote it down, in a sentence, and whose faces stand beside it. */
export interface PenShown {
  sentence: string;
  people: Author[];
}

/** Null where the patient wrote it all, or it is not known. `row`: of that row alone. */
export function penShown(
  penned: Penned,
  key: SectionKey,
  speech: Pick<Speech, 'words'>,
  row?: string,
): PenShown | null {
  const written = penned.authors[key] ?? [];
  const pen = penOf(key, row === undefined ? written : written.filter((place) => place.row === row));
  if (!pen) return null;
  return { sentence: sentenceOf(pen, penned, speech), people: pen.patient ? [pen.patient, ...pen.others] : pen.others };
}

function sentenceOf({ kind, others }: Pen, { patient, yours }: Penned, { words }: Pick<Speech, 'words'>): string {
  const { behalf, people } = words;
  const named = others.map(({ name, role }) => behalf.person(firstName(name), people.role[role]));
  const all = people.and(named);
  switch (kind) {
    case 'for':
      return yours ? behalf.forYou(all) : behalf.for(all, firstName(patient));
    case 'with':
      return behalf.with(people.and([yours ? behalf.you : firstName(patient), ...named]));
    case 'partly':
      return behalf.partly(all);
    case 'others':
      return behalf.others(all);
  }
}
