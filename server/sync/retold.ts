import * as Y from 'yjs';
import type { Struct } from './updateBytes.ts';

type Content = Y.Item['content'];

/**
 * Whether what an author tells again under `struct` may be what is known there. Two windows with the same client id (a
 * duplicated tab) would differ for ever without a sign, because each is taken to repeat the other: so the place, and
 * what is written there, must be the same. What is known only as deleted says nothing any more.
 */
export function mayBeRetold(struct: Struct, known: unknown): boolean {
  if (!(struct instanceof Y.Item) || !(known instanceof Y.Item)) return true;
  const from = struct.id.clock - known.id.clock;
  const origin = from === 0 ? known.origin : Y.createID(known.id.client, struct.id.clock - 1);
  const isSamePlace = isSameId(struct.origin, origin) && isSameId(struct.rightOrigin, known.rightOrigin);
  // An item with a neighbour does not say again under which key it stands.
  const isSameKey = struct.parentSub === null || struct.parentSub === known.parentSub;
  return isSamePlace && isSameKey && isSameContent(struct.content, known.content, from);
}

const isSameId = (one: Y.ID | null, other: Y.ID | null): boolean =>
  one?.client === other?.client && one?.clock === other?.clock;

/** Whether the contents are the same as far as both go, from the place `from` of the known one on. */
function isSameContent(told: Content, known: Content, from: number): boolean {
  if (told instanceof Y.ContentDeleted || known instanceof Y.ContentDeleted) return true;
  if (told.constructor !== known.constructor) return false;
  if (told instanceof Y.ContentType && known instanceof Y.ContentType)
    return told.type.constructor === known.type.constructor;
  const [one, other] = [partsOf(told), partsOf(known).slice(from)];
  const length = Math.min(one.length, other.length);
  return JSON.stringify(one.slice(0, length)) === JSON.stringify(other.slice(0, length));
}

/** One entry for each clock. */
function partsOf(content: Content): unknown[] {
  // By UTF-16 units, as Yjs counts.
  if (content instanceof Y.ContentString) return content.str.split('');
  return content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? content.arr : [];
}
