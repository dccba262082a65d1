import * as Y from 'yjs';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { Part } from '#shared/plan/declaration.ts';
import { rowsRoot } from '#shared/plan/doc.ts';
import type { ClientIds, Owner } from './clientIds.ts';
import { endOf, endsOf } from './clocks.ts';
import { contentProblem } from './content.ts';
import { stepsToPut } from './effort.ts';
import { CHANGES, CLIENTS, DOCUMENT_BYTES, ROWS, STEPS, TOLD } from './limits.ts';
import { placementOf, standBetween } from './placement.ts';
import { mayBeRetold } from './retold.ts';
import { readUpdate, type Deletion, type ReadUpdate, type Struct } from './updateBytes.ts';

/** Who an update comes from, and whether they may write the part at this moment. */
export interface Author {
  owner: Owner;
  mayWrite: boolean;
}

/**
 * What the guard says of an update.
 *
 * - `news`: it may be stored. `update` holds what is new in it and nothing else; all structs in it are the author's;
 *   it took about so many `steps`, see `effort.ts`
 * - `nothing`: everything in it is known. Every handshake brings one of these
 * - `refused`: it broke a rule
 * - `garbage`: it is no update at all
 */
export type Verdict =
  { kind: 'news'; update: Uint8Array; steps: number } | { kind: 'nothing' } | Refused | { kind: 'garbage' };

export interface Refused {
  kind: 'refused';
  code: ErrorCode;
  detail: string;
  /** It only came too soon: what it follows on is not here yet. */
  tooSoon: boolean;
  /** What it has cost us to find out, see `effort.ts`. */
  steps: number;
}

export interface GuardParts {
  kind: Part['kind'];
  ids: ClientIds;
  /** Bytes of the updates that are stored already. */
  bytes: number;
  /** A new document with everything that was accepted so far, stored or on its way. */
  retrace: () => Y.Doc;
}

/**
 * Judges every update of one document before it is stored or anyone sees it. It keeps a document of its own in which
 * everything is that was accepted, so the next update of an author may come before the last one is stored; and what is
 * accepted has been applied there first, so nothing reaches the log that a document would choke on.
 */
export class Guard {
  readonly #kind: Part['kind'];
  readonly #ids: ClientIds;
  readonly #retrace: () => Y.Doc;
  #copy: Y.Doc | null = null;
  #bytes: number;
  /** Characters, and other single things, that were deleted since the document was weighed. */
  #deleted = 0;

  constructor({ kind, ids, bytes, retrace }: GuardParts) {
    this.#kind = kind;
    this.#ids = ids;
    this.#bytes = bytes;
    this.#retrace = retrace;
  }

  /** A copy of everything that was accepted, to write on. */
  copy(): Y.Doc {
    return copyOf(this.#accepted);
  }

  /** Made when it is first needed: most parts are read by many and written by nobody. */
  get #accepted(): Y.Doc {
    return (this.#copy ??= this.#retrace());
  }

  /** What is stored takes up so many bytes now. */
  weighAnew(bytes: number): void {
    this.#bytes = bytes;
    this.#deleted = 0;
  }

  /** Nearly all the room is taken up, and much of it by what has been deleted since. */
  get isFullForNothing(): boolean {
    return this.#bytes > DOCUMENT_BYTES * 0.9 && this.#deleted > DOCUMENT_BYTES / 8;
  }

  /** Accepts the update, or leaves everything as it was. */
  judge(bytes: Uint8Array, author: Author): Verdict {
    const read = readUpdate(bytes);
    if (!read) return { kind: 'garbage' };
    if (read.structs.length === 0 && read.deletions.length === 0) return { kind: 'nothing' };
    try {
      return this.#weigh(bytes, read, author);
    } catch (error) {
      // A copy that was thrown away has to be made again: about a step for each byte.
      if (error instanceof AppError) return refused(error.code, error.message, { steps: this.#copy ? 0 : this.#bytes });
      throw error;
    }
  }

  #weigh(bytes: Uint8Array, read: ReadUpdate, author: Author): Verdict {
    if (read.structs.length > TOLD) throw new AppError('too-large', 'It tells too much at once.');
    const ends = endsOf(read);
    const fresh = read.structs.filter((struct) => endOf(struct) > this.#clockOf(struct.id.client));
    const undone = read.deletions.filter((deletion) => !this.#isDone(deletion));
    this.#checkRetold(read.structs, author);
    if (fresh.length === 0 && undone.length === 0) return { kind: 'nothing' };
    if (!author.mayWrite) throw new AppError('forbidden', 'You may read this part, but not write in it.');
    if (fresh.length > CHANGES || undone.length > CHANGES)
      throw new AppError('too-large', 'It holds too many changes at once.');
    // What is full can still be emptied.
    const most = fresh.length > 0 ? DOCUMENT_BYTES : 2 * DOCUMENT_BYTES;
    if (this.#bytes + bytes.byteLength > most) throw new AppError('too-large', 'This part is full.');

    if (read.structs.some(({ id }) => id.clock < this.#clockOf(id.client))) return this.#weighRest(bytes, author);
    if (!this.#followsOn(read.structs))
      return refused('bad-input', 'Something before it is missing.', { tooSoon: true });
    for (const struct of fresh) this.#checkStruct(struct, author.owner);
    const steps = this.#checkPlaces(fresh, undone);
    for (const { client, clock, len } of undone)
      if (clock + len > Math.max(this.#clockOf(client), ends.get(client) ?? 0))
        throw new AppError('bad-input', 'It deletes what nobody has written.');

    const update = this.#accept(bytes, ends, fresh);
    if (update === null) return { kind: 'nothing' };
    for (const { id } of fresh) this.#ids.claim(id.client, author.owner);
    this.#bytes += update.byteLength;
    for (const { len } of undone) this.#deleted += len;
    return { kind: 'news', update, steps };
  }

  /**
   * Where known structs are told along, what is new is judged as it follows on what is known. What a known struct is
   * said to be this time would be a second story, and Yjs believes half of each.
   */
  #weighRest(bytes: Uint8Array, author: Author): Verdict {
    const rest = Y.diffUpdate(bytes, Y.encodeStateVector(this.#accepted));
    const read = readUpdate(rest);
    return read ? this.#weigh(rest, read, author) : { kind: 'garbage' };
  }

  /** The first struct of each client must begin where that client's accepted ones end, or before. */
  #followsOn(structs: readonly Struct[]): boolean {
    const seen = new Set<number>();
    return structs.every(({ id }) => {
      const isFirst = !seen.has(id.client);
      seen.add(id.client);
      return !isFirst || id.clock <= this.#clockOf(id.client);
    });
  }

  #checkStruct(struct: Struct, owner: Owner): void {
    if (!this.#ids.mayClaim(struct.id.client, owner))
      throw new AppError('forbidden', 'It writes under a client id that is not yours.');
    const problem = struct instanceof Y.Item ? contentProblem(struct, this.#kind) : null;
    if (problem !== null) throw new AppError('bad-input', problem);
  }

  #checkPlaces(fresh: readonly Struct[], undone: readonly Deletion[]): number {
    if (new Set(fresh.map(({ id }) => id.client)).size > CLIENTS)
      throw new AppError('too-many', 'It comes from too many windows at once.');
    const placement = placementOf(fresh, this.#accepted);
    if (placement === 'points nowhere') throw new AppError('bad-input', 'It points to what nobody has written.');
    if (placement === 'too deep') throw new AppError('bad-input', 'It is nested too deeply.');
    const steps = stepsToPut(fresh, undone, this.#accepted, STEPS);
    if (steps > STEPS) throw new AppError('too-large', 'It takes too long to put in its place.');
    return steps;
  }

  #checkRetold(structs: readonly Struct[], { owner }: Author): void {
    for (const struct of structs) {
      const { client, clock } = struct.id;
      if (clock >= this.#clockOf(client) || this.#ids.ownerOf(client) !== owner) continue;
      if (!mayBeRetold(struct, Y.getItem(this.#accepted.store, struct.id)))
        throw new AppError('out-of-date', 'Another window of yours writes under the same client id.');
    }
  }

  /**
   * Puts the update into the guard's own document, and takes it out again when it did not land there as it was read.
   * What comes back is what Yjs itself says was new, so nothing that was only told along is stored or passed on.
   */
  #accept(bytes: Uint8Array, ends: ReadonlyMap<number, number>, fresh: readonly Struct[]): Uint8Array | null {
    const doc = this.#accepted;
    const rows = this.#rows();
    const news: Uint8Array[] = [];
    const note = (update: Uint8Array) => void news.push(update);
    doc.on('update', note);
    try {
      Y.applyUpdate(doc, bytes);
    } catch {
      // Yjs throws where it cannot integrate what it could read.
      return this.#takeBack();
    } finally {
      doc.off('update', note);
    }
    if (this.#rows() > Math.max(ROWS, rows)) this.#takeBack('too-large', 'There are too many rows.');
    const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
    const hasLanded = [...ends].every(([client, end]) => this.#clockOf(client) >= end);
    return isWhole && hasLanded && standBetween(fresh, doc) ? (news[0] ?? null) : this.#takeBack();
  }

  #takeBack(code: ErrorCode = 'bad-input', detail = 'It does not fit into the document.'): never {
    this.#copy?.destroy();
    this.#copy = null;
    throw new AppError(code, detail);
  }

  /** Rows of the document; none where it has another kind. */
  #rows(): number {
    return this.#kind === 'rows' ? rowsRoot(this.#accepted).length : 0;
  }

  #isDone({ client, clock, len }: Deletion): boolean {
    const structs = this.#accepted.store.clients.get(client);
    if (!structs || clock + len > this.#clockOf(client)) return false;
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
      const struct = structs[at];
      if (!struct || struct.id.clock >= clock + len) break;
      if (!struct.deleted) return false;
    }
    return true;
  }

  #clockOf(client: number): number {
    return Y.getState(this.#accepted.store, client);
  }
}

const refused = (code: ErrorCode, detail: string, more: Partial<Refused> = {}): Refused => ({
  ...{ kind: 'refused', code, detail, tooSoon: false, steps: 0 },
  ...more,
});

/** An empty document. Yjs would look for a name that nobody has, which takes longer than all the rest; ours need none. */
export const blankDoc = (): Y.Doc => new Y.Doc({ guid: '' });

/** A new document with the same content. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = blankDoc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
