import * as Y from 'yjs';
import * as z from 'zod/mini';
import type { Awareness } from 'y-protocols/awareness';
import { ParticipantId } from '#shared/ids.ts';
import { ROOT } from '#shared/plan/doc.ts';
import type { Reader } from '#shared/plan/rights.ts';
import { Role } from '#shared/roles.ts';
import type { Where } from './wordsPlace.ts';

const ItemId = z.object({ client: z.int().check(z.gte(0)), clock: z.int().check(z.gte(0)) });

/** A place in a text that stays with its neighbours (a Yjs relative position as JSON). */
const Anchor = z.object({
  type: z.nullish(ItemId),
  /** Only our own root: Yjs would make a root of any other name that it is asked for. */
  tname: z.nullish(z.literal(ROOT)),
  item: z.nullish(ItemId),
  assoc: z.optional(z.int()),
});

/** Where somebody writes: a field, of a row where there are rows, and the ends of what is selected there. */
export const Cursor = z.object({
  field: z.string().check(z.minLength(1), z.maxLength(64)),
  row: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  anchor: Anchor,
  head: Anchor,
});
export type Cursor = z.infer<typeof Cursor>;

/** What the server lets through of another client's state; `user` is the server's own word. */
const State = z.object({
  user: z.object({ participant: ParticipantId, name: z.string(), role: Role }),
  cursor: z.catch(z.nullish(Cursor), null),
});

/** Who is writing in this window. */
export interface Me extends Reader {
  participant: ParticipantId;
}

/** Somebody else who writes in the part. */
export interface Other {
  /** One window of theirs (a Yjs client id). */
  client: number;
  participant: ParticipantId;
  name: string;
  role: Role;
  cursor: Cursor | null;
}

/** Everyone else in the part, in a stable order. My own other windows, and states that do not fit, are left out. */
export function othersIn(awareness: Awareness, me: ParticipantId): Other[] {
  return [...awareness.getStates()]
    .filter(([client]) => client !== awareness.clientID)
    .flatMap(([client, state]) => {
      const parsed = State.safeParse(state);
      if (!parsed.success || parsed.data.user.participant === me) return [];
      return [{ client, ...parsed.data.user, cursor: parsed.data.cursor ?? null }];
    })
    .toSorted((a, b) => a.client - b.client);
}

/** Whether the cursor is in the field at `where`. */
export function isAt(cursor: Cursor | null, where: Where): boolean {
  return cursor !== null && cursor.field === where.field && cursor.row === where.row;
}

/** The ends of a selection, as they travel. They stay with the characters before them, as one's own caret does. */
export function cursorFor(text: Y.Text, where: Where, anchor: number, head: number): Cursor {
  const at = (index: number) =>
    Anchor.parse(Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, -1)));
  const { field, row } = where;
  return { field, ...(row === undefined ? {} : { row }), anchor: at(anchor), head: at(head) };
}

/** The index in `text` that the cursor's moving end is at; null when that place is not there (any more, or yet). */
export function headIn(text: Y.Text, cursor: Cursor): number | null {
  if (!text.doc) return null;
  const position = Y.createRelativePositionFromJSON(cursor.head);
  const found = Y.createAbsolutePositionFromRelativePosition(position, text.doc);
  return found?.type === text ? found.index : null;
}
