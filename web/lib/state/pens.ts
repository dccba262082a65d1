import { penOf, type Author, type Authors } from '#shared/plan/authors.ts';
import { penInWords } from '#shared/plan/penWords.ts';
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
  const names = {
    patient: penned.yours ? null : firstName(penned.patient),
    nameOf: ({ name }: Author) => firstName(name),
  };
  return {
    sentence: penInWords(pen, names, speech.words),
    people: pen.patient ? [pen.patient, ...pen.others] : pen.others,
  };
}
