import * as Y from 'yjs';
import type { Part } from '#shared/plan/declaration.ts';
import { ROOT } from '#shared/plan/doc.ts';
import { VALUE_DEPTH } from './limits.ts';

/** What the document of each kind of part is made of; anything else has no use there and is refused. */
const TEXT_CONTENT: readonly unknown[] = [Y.ContentString, Y.ContentDeleted];
const STRUCTURED_CONTENT: readonly unknown[] = [...TEXT_CONTENT, Y.ContentAny, Y.ContentJSON, Y.ContentType];
const NESTED_TYPES: readonly unknown[] = [Y.Map, Y.Array, Y.Text];

/** Why the item has no place in a part of this kind; null when it has. Says nothing of what it points to. */
export function contentProblem(item: Y.Item, kind: Part['kind']): string | null {
  const { content, parentSub } = item;
  // Before it is integrated, an item names its root type by a string, which Yjs' own types leave out.
  const parent: unknown = item.parent;
  const allowed = kind === 'text' ? TEXT_CONTENT : STRUCTURED_CONTENT;
  if (!allowed.includes(content.constructor)) return 'This kind of content has no place in this part.';
  if (content instanceof Y.ContentType && !NESTED_TYPES.includes(content.type.constructor))
    return 'This kind of type has no place in this part.';
  if (
    (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) &&
    !content.arr.every((value) => isPlain(value))
  )
    return 'Values are plain, and not nested deeply.';
  if (typeof parent === 'string') return rootProblem(parent, parentSub, kind);
  // Everything in a text stands directly under the root, so only siblings can be pointed to.
  if (parent !== null && kind === 'text') return 'A text has no types in it.';
  return null;
}

/** The root is one list of characters or rows, or one map of fields; what is in it has a key only in the map. */
function rootProblem(root: string, key: string | null, kind: Part['kind']): string | null {
  if (root !== ROOT) return `The one root type is called ${ROOT}.`;
  if ((key !== null) !== (kind === 'fields')) return `The root type of this part is not used as ${kind}.`;
  return null;
}

/** Whether a value is what JSON can say, to a depth that nobody's stack minds. */
function isPlain(value: unknown, depth = VALUE_DEPTH): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object') return typeof value !== 'bigint';
  if (depth === 0) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return false;
  return Object.entries(value).every(([key, inner]) => key.isWellFormed() && isPlain(inner, depth - 1));
}
