import type { Catalogue } from '#shared/words/catalogue.ts';
import type { Author, Pen } from './authors.ts';

/** How a sentence about a pen names people. */
export interface PenNames {
  /** What the patient is called; null where it is said to the patient. */
  patient: string | null;
  /** What each of the others is called. */
  nameOf: (author: Author) => string;
}

/** Who wrote the patient's words down, in a sentence. */
export function penInWords(
  { kind, others }: Pen,
  { patient, nameOf }: PenNames,
  { behalf, people }: Pick<Catalogue, 'behalf' | 'people'>,
): string {
  const named = others.map((author) => behalf.person(nameOf(author), people.role[author.role]));
  const all = people.and(named);
  switch (kind) {
    case 'for':
      return patient === null ? behalf.forYou(all) : behalf.for(all, patient);
    case 'with':
      return behalf.with(people.and([patient ?? behalf.you, ...named]));
    case 'partly':
      return behalf.partly(all);
    case 'others':
      return behalf.others(all);
  }
}
