import * as Y from 'yjs';
import { fieldsRoot, rowsIn, textRoot } from '#shared/plan/doc.ts';
import { isAnswered } from '#shared/plan/plan.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import type { Owner } from './clientIds.ts';

/** Who has written what stands in one place of a part: its one text, a field of a form, a field of a row. */
export interface Authorship {
  row?: string;
  field?: string;
  /** Each once, in the order in which their words come. Null: the house put it there. Undefined: it is not known. */
  by: (Owner | undefined)[];
}

/**
 * Whose the words and answers are that stand in the part, place by place; places in which nothing stands are left out.
 * What was deleted counts no more, and white space says nothing. What somebody takes away and brings back is theirs: a
 * document knows who wrote a character, and not who thought of it first. Walks each live item once.
 */
export function authorshipOf(
  key: SectionKey,
  doc: Y.Doc,
  ownerOf: (client: number) => Owner | undefined,
): Authorship[] {
  const part = section(key);
  const writersOf = (item: Y.Item | null | undefined) => ownersIn(item ?? null, ownerOf);
  if (part.kind === 'text') return stated({ by: ownersAlong(textRoot(doc)._start, ownerOf) });
  const inMap = (map: Y.Map<unknown>, row?: string) =>
    Object.keys(part.fields).flatMap((field) =>
      stated({ ...(row === undefined ? {} : { row }), field, by: writersOf(map._map.get(field)) }),
    );
  if (part.kind === 'fields') return inMap(fieldsRoot(doc));
  return rowsIn(doc).flatMap(({ id, map }) => inMap(map, id));
}

const stated = (place: Authorship): Authorship[] => (place.by.length ? [place] : []);

/** Who wrote the value of a field: the words in it where several may write them, else whoever set it. */
function ownersIn(item: Y.Item | null, ownerOf: (client: number) => Owner | undefined): Authorship['by'] {
  if (!item || item.deleted) return [];
  if (item.content instanceof Y.ContentType) return ownersAlong(item.content.type._start, ownerOf);
  const value: unknown = item.content.getContent().at(-1);
  const isSaid = (typeof value === 'string' || typeof value === 'number') && isAnswered(value);
  return isSaid ? [ownerOf(item.id.client)] : [];
}

function ownersAlong(start: Y.Item | null, ownerOf: (client: number) => Owner | undefined): Authorship['by'] {
  const owners = new Set<Owner | undefined>();
  for (let item = start; item !== null; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentString && /\S/u.test(item.content.str))
      owners.add(ownerOf(item.id.client));
  return [...owners];
}
