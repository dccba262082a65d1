import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Participant } from '#server/access/participant.ts';
import type { ClientIds } from './clientIds.ts';
import { PRESENCE_BYTES, PRESENCE_IDS } from './limits.ts';

/** What a client shows of itself; null says goodbye. What is in it is for those who look at it to check. */
const State = z.record(z.string(), z.unknown()).nullable();

interface Entry {
  client: number;
  clock: number;
  /** JSON. */
  state: string;
}

/** Who shows presence: a connection. */
export interface Holder {
  readonly participant: Participant;
}

/**
 * Who is in a room, and where in it, for as long as their line lasts. A connection speaks for client ids that nobody
 * else holds; name, role and colour are stamped on what it says. What breaks a rule is dropped without a word, because stock
 * clients pass on what they have heard of others.
 */
export class Presence {
  readonly #doc: Y.Doc;
  readonly #ids: ClientIds;
  readonly #tell: (update: Uint8Array) => void;
  readonly #holders = new Map<number, Holder>();
  #made: Awareness | null = null;

  /** `tell` gets each change as an awareness update, for everyone in the room. Ends when the document is destroyed. */
  constructor(doc: Y.Doc, ids: ClientIds, tell: (update: Uint8Array) => void) {
    this.#doc = doc;
    this.#ids = ids;
    this.#tell = tell;
  }

  /** Whether there was anything to tell of. @throws AppError `bad-input` when the bytes are no awareness update. */
  take(update: Uint8Array, holder: Holder): boolean {
    const entries = readEntries(update).flatMap((entry) => this.#stamped(entry, holder) ?? []);
    if (entries.length > 0) applyAwarenessUpdate(this.#awareness, writeEntries(entries), holder);
    return entries.length > 0;
  }

  /** Who the holder is has changed: everyone sees it. */
  restamp(holder: Holder): void {
    if (!this.#made) return;
    const states = this.#made.getStates();
    const entries = [...this.#holders].flatMap(([client, other]) => {
      const said = other === holder ? states.get(client) : undefined;
      const clock = (this.#awareness.meta.get(client)?.clock ?? 0) + 1;
      return said ? [{ client, clock, state: JSON.stringify(stamped(said, holder)) }] : [];
    });
    if (entries.length > 0) applyAwarenessUpdate(this.#awareness, writeEntries(entries), holder);
  }

  /** Everyone who is here, as an awareness update. */
  everyone(): Uint8Array {
    return this.#made ? encodeAwarenessUpdate(this.#made, [...this.#made.getStates().keys()]) : NOBODY;
  }

  /** Takes away, at once and for everybody, what the holder shows. */
  leave(holder: Holder): void {
    const clients = [...this.#holders].filter(([, other]) => other === holder).map(([client]) => client);
    if (clients.length === 0) return;
    removeAwarenessStates(this.#awareness, clients, holder);
    for (const client of clients) {
      this.#holders.delete(client);
      // A client that comes back begins with the clock that it left with, which must count as new.
      this.#awareness.meta.delete(client);
    }
  }

  /** Made when somebody first shows something: in most parts nobody ever does, and it keeps a timer. */
  get #awareness(): Awareness {
    if (this.#made) return this.#made;
    const awareness = new Awareness(this.#doc);
    // The server itself is nobody.
    awareness.setLocalState(null);
    awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) =>
      this.#tell(encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed])),
    );
    return (this.#made = awareness);
  }

  #stamped({ client, clock, state }: Entry, holder: Holder): Entry | null {
    if (Buffer.byteLength(state) > PRESENCE_BYTES || !this.#mayHold(client, holder)) return null;
    const said = readState(state);
    this.#holders.set(client, holder);
    this.#ids.claim(client, holder.participant.id);
    if (said === null) return { client, clock, state };
    return { client, clock, state: JSON.stringify(stamped(said, holder)) };
  }

  /** A participant's newer line takes over from their older one, which may be dead without our knowing it yet. */
  #mayHold(client: number, holder: Holder): boolean {
    if (this.#holders.get(client) === holder) return true;
    const held = [...this.#holders.values()].filter((each) => each === holder).length;
    return held < PRESENCE_IDS && this.#ids.mayClaim(client, holder.participant.id);
  }
}

function stamped(said: object, { participant: { id, name, role, colour } }: Holder): object {
  return { ...said, user: { participant: id, name, role, colour } };
}

function readEntries(update: Uint8Array): Entry[] {
  try {
    const decoder = decoding.createDecoder(update);
    const entries: Entry[] = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const [client, clock] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
      entries.push({ client, clock, state: decoding.readVarString(decoder) });
    }
    return entries;
  } catch {
    throw new AppError('bad-input', 'The presence cannot be read.');
  }
}

function readState(json: string): z.infer<typeof State> {
  try {
    return State.parse(JSON.parse(json));
  } catch {
    throw new AppError('bad-input', 'The presence cannot be read.');
  }
}

/** An awareness update about nobody. */
export const NOBODY = writeEntries([]);

function writeEntries(entries: readonly Entry[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return encoding.toUint8Array(encoder);
}
