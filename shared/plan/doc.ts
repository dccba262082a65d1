import * as Y from 'yjs';
import type { Field, Fields } from './fields.ts';
import { isWords } from './fields.ts';
import type { Plan, Row, Values } from './plan.ts';
import { section, type SectionKey } from './sections.ts';

/** The one root type of every document: Y.Text for text, Y.Array of Y.Map for rows, Y.Map for fields. */
export const ROOT = 'content';

/** Longest id of a row that is taken as it is, in characters. */
const ROW_ID_LENGTH = 64;

export const textRoot = (doc: Y.Doc): Y.Text => doc.getText(ROOT);
export const rowsRoot = (doc: Y.Doc): Y.Array<unknown> => doc.getArray(ROOT);
export const fieldsRoot = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(ROOT);

/** The part as plain JSON. What does not fit its field reads as unanswered: bytes of a stranger never stop a reader. */
export function readPart<K extends SectionKey>(key: K, doc: Y.Doc): Plan[K] {
  const part = section(key);
  if (part.kind === 'text') return textRoot(doc).toJSON().toWellFormed() as Plan[K];
  if (part.kind === 'fields') return readValues(part.fields, fieldsRoot(doc)) as Plan[K];
  const taken = new Set<string>();
  return rowsRoot(doc)
    .toArray()
    .filter((item): item is Y.Map<unknown> => item instanceof Y.Map)
    .map((map) => {
      const id = rowId(map, taken);
      taken.add(id);
      return { id, ...readValues(part.fields, map) };
    }) as unknown as Plan[K];
}

/** Puts `value` into a document that nobody has written in. The server does this once, for prepared content. */
export function writePart<K extends SectionKey>(key: K, doc: Y.Doc, value: Plan[K]): void {
  const part = section(key);
  doc.transact(() => {
    if (part.kind === 'text') textRoot(doc).insert(0, value as string);
    else if (part.kind === 'fields') fillMap(fieldsRoot(doc), part.fields, value as Values);
    else
      rowsRoot(doc).push(
        (value as unknown as Row[]).map((row) => fillMap(new Y.Map(), { ...part.fields }, row, row.id)),
      );
  });
}

/** A new row with all its texts in place, so that two who write in it at once write in the same text. */
export function newRow(fields: Fields, id: string, values: Values = {}): Y.Map<unknown> {
  return fillMap(new Y.Map(), fields, values, id);
}

/**
 * The id that a row goes by, from the document to the FHIR resource: its own where it has one that no row before it
 * has, else one made of its place in the document, which is the same for everyone.
 */
export function rowId(map: Y.Map<unknown>, taken: ReadonlySet<string> = new Set()): string {
  const own = map.get('id');
  if (typeof own === 'string' && own !== '' && own.length <= ROW_ID_LENGTH && !taken.has(own))
    return own.toWellFormed();
  const item = map._item;
  return item ? `${item.id.client}-${item.id.clock}` : '';
}

function fillMap(map: Y.Map<unknown>, fields: Fields, values: Values, id?: string): Y.Map<unknown> {
  if (id !== undefined) map.set('id', id);
  for (const [key, field] of Object.entries(fields)) {
    const value = values[key];
    if (isWords(field)) map.set(key, new Y.Text(typeof value === 'string' ? value : ''));
    else if (value !== null && value !== undefined) map.set(key, value);
  }
  return map;
}

function readValues(fields: Fields, map: Y.Map<unknown>): Values {
  const entries = Object.entries(fields).map(([key, field]) => {
    const value = map.get(key);
    if (isWords(field)) return [key, wordsIn(value)];
    const parsed = field.shape.safeParse(valueIn(field, value));
    return [key, parsed.success ? parsed.data : null];
  });
  return Object.fromEntries(entries) as Values;
}

/** Half a character, which no honest client makes, would have no hash and no place in an export. */
function wordsIn(value: unknown): string {
  const words = value instanceof Y.Text ? value.toJSON() : value;
  return typeof words === 'string' ? words.toWellFormed() : '';
}

/** A plain value, however a stranger's client put it: as words that several may write, or a number as its digits. */
function valueIn(field: Field, value: unknown): unknown {
  const plain = value instanceof Y.Text ? value.toJSON() : (value ?? null);
  if (field.control === 'number' && typeof plain === 'string' && /^\d{1,4}$/.test(plain)) return Number(plain);
  return field.control === 'choice' && typeof plain === 'number' ? String(plain) : plain;
}
