import type { Part } from '#shared/plan/declaration.ts';
import { isWords } from '#shared/plan/fields.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { any, craft, type, words, type Crafted, type CraftedStruct } from './craft.ts';
import { answerWith, change } from './wireEnd.ts';

/** The client id of the house, which has put something into every part. */
const HOUSE = 1;

/** What one can do to a document, in the order in which it is done here. */
export const DEEDS = ['insert', 'nested insert', 'set', 'sync step 2', 'delete'] as const;
export type Deed = (typeof DEEDS)[number];

/**
 * Whether there is such a deed for a part of that kind. Where there is none, its bytes are refused to everybody: a text
 * is one run of characters with nothing in it to set, and no types; a form has no list to insert into.
 */
const ABSENT: Readonly<Record<Part['kind'], readonly Deed[]>> = {
  text: ['nested insert', 'set'],
  rows: [],
  fields: ['insert'],
};
export const exists = (key: SectionKey, deed: Deed): boolean => !ABSENT[section(key).kind].includes(deed);

/** Where the words are that the house has written: in the text, in a text of a row, in a text of the form. */
interface Prepared {
  structs: readonly CraftedStruct[];
  /** The clock of the last of three letters. */
  last: number;
  /** What is deleted: a letter, the row, the field. */
  deletes: number;
}

function prepared(key: SectionKey): Prepared {
  const part = section(key);
  if (part.kind === 'text') return { structs: [words('abc', {})], last: 2, deletes: 1 };
  const field = wordsFieldOf(key);
  if (part.kind === 'fields')
    return { structs: [type('text', { key: field }), words('abc', { parent: [HOUSE, 0] })], last: 3, deletes: 0 };
  const row = [type('map', {}), any('r1', { parent: [HOUSE, 0], key: 'id' })];
  const text = [type('text', { parent: [HOUSE, 0], key: field }), words('abc', { parent: [HOUSE, 2] })];
  return { structs: [...row, ...text], last: 5, deletes: 0 };
}

/** What stands in the part before anybody comes: the house has written it. */
export const preparedUpdate = (key: SectionKey): Uint8Array => craft({ structs: [ofHouse(key)] });

/** The deed as bytes of the wire, by a window whose next clock is `clock`; and how many clocks it takes. */
export function deedBy(
  key: SectionKey,
  deed: Deed,
  client: number,
  clock: number,
): { said: Uint8Array; takes: number } {
  const of = structsOf(key, deed, [client, clock]);
  const own = { structs: [{ client, clock, of }] };
  const takes = of.length;
  if (deed === 'delete')
    return {
      said: change(craft({ deletions: [{ client: HOUSE, runs: [[prepared(key).deletes, 1]] }] })),
      takes: 0,
    };
  // A client that answers tells all that it has, whoever wrote it.
  const all: Crafted = { structs: [...own.structs, ofHouse(key)] };
  return { said: deed === 'sync step 2' ? answerWith(craft(all)) : change(craft(own)), takes };
}

function structsOf(key: SectionKey, deed: Deed, first: readonly [client: number, clock: number]): CraftedStruct[] {
  const { last } = prepared(key);
  const { kind } = section(key);
  const letter = words('x', { origin: [HOUSE, last] });
  switch (deed) {
    case 'delete':
      return [];
    case 'insert':
      if (kind === 'rows') return [type('map', { origin: [HOUSE, 0] }), any('r2', { parent: first, key: 'id' })];
      return [kind === 'text' ? letter : any('x', {})];
    case 'nested insert':
      return [kind === 'text' ? words('x', { parent: [HOUSE, 0] }) : letter];
    case 'set':
      return [any('x', kind === 'rows' ? { parent: [HOUSE, 0], key: 'set' } : { key: 'set' })];
    case 'sync step 2':
      return [letter];
  }
}

const ofHouse = (key: SectionKey) => ({ client: HOUSE, clock: 0, of: prepared(key).structs });

function wordsFieldOf(key: SectionKey): string {
  const part = section(key);
  const field = part.kind === 'text' ? undefined : Object.entries(part.fields).find(([, each]) => isWords(each));
  if (!field) throw new Error(`${key} has no words in it: give the matrix another way into it`);
  return field[0];
}
