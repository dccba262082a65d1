import * as Y from 'yjs';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import { section } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Base, RoomId, UpdateLog } from '#server/store/updateLog.ts';
import { authorshipOf, type Authorship } from './authorship.ts';
import type { ClientIds, Owner } from './clientIds.ts';
import { Compaction } from './compaction.ts';
import type { GroupCommit, Landed } from './groupCommit.ts';
import { copyOf, Guard, type Verdict } from './guard.ts';
import { PLACES } from './limits.ts';
import { askMessage, presenceMessage, updateMessage } from './message.ts';
import { Presence } from './presence.ts';
import type { Replayed } from './replay.ts';

/** As much of a participant as the right to write depends on. */
export type Writer = Pick<Participant, 'id' | 'role' | 'profession' | 'withheld'>;

/** Somebody in a room, who hears what happens there. */
export interface Member {
  readonly participant: Participant;
  send(message: Uint8Array): void;
  close(code: ErrorCode, reason: string): void;
}

export interface RoomParts {
  id: RoomId;
  commit: GroupCommit;
  log: Pick<UpdateLog, 'compact' | 'sweep'>;
  now: () => number;
  report: (error: unknown) => void;
  /** After each update that was applied. */
  changed: (by: Owner) => void;
  /** Whenever nothing of the room is to be written any more. */
  idle: () => void;
  updatesBeforeBase: number;
}

/** Notes for the access log that somebody writes; null when there is nothing to note. */
type Note = () => Promise<void> | null;

/** An accepted update on its way to the log, and those who wait for it. */
interface Pending {
  update: Uint8Array;
  waiting: Landed[];
}

/**
 * One document and those in it. What anyone sees of it is on disk: an update is judged, stored, and only then applied,
 * passed on and acknowledged, in that order.
 */
export class Room {
  readonly id: RoomId;
  /** Everything that is stored, and nothing else. */
  readonly doc: Y.Doc;
  readonly presence: Presence;
  readonly #parts: RoomParts;
  readonly #guard: Guard;
  readonly #members = new Set<Member>();
  readonly #pending: Pending[] = [];
  readonly #ids: ClientIds;
  readonly #compaction: Compaction;
  #failed = false;

  constructor({ doc, ids, bytes, updates }: Replayed, parts: RoomParts) {
    this.id = parts.id;
    this.#parts = parts;
    this.doc = doc;
    this.#ids = ids;
    this.#guard = new Guard({ kind: section(parts.id.section).kind, ids, bytes, retrace: () => this.#retrace() });
    this.presence = new Presence(this.doc, ids, (update) => this.#tell(presenceMessage(update), null));
    const { id, commit, log, report, updatesBeforeBase } = parts;
    const idle = () => this.#tellWhenIdle();
    const base = () => this.#base();
    this.#compaction = new Compaction({ id, updates, updatesBeforeBase, commit, log, report, idle, base });
  }

  /** Whether nothing of the room is to be written. */
  get isIdle(): boolean {
    return this.#pending.length === 0 && !this.#compaction.isRunning;
  }

  /** Whether what was accepted could not be stored. Such a room takes nothing more, and is loaded anew. */
  get hasFailed(): boolean {
    return this.#failed;
  }

  /** Lets `member` in, and asks it for what it has that we lack. @throws AppError `unavailable`, `too-many` */
  join(member: Member): void {
    this.#checkWell();
    const own = [...this.#members].filter(({ participant }) => participant.id === member.participant.id);
    if (own.length >= PLACES) throw new AppError('too-many', 'You have this part open too many times.');
    this.#members.add(member);
    member.send(askMessage(this.doc));
    member.send(presenceMessage(this.presence.everyone()));
  }

  leave(member: Member): void {
    if (this.#members.delete(member)) this.presence.leave(member);
  }

  /**
   * Judges an update and sends it on its way. `landed` is told when it, and all that was accepted before it, is stored
   * or is not; it is never told of what is refused. `from` is not told of its own update. `note` is called for news
   * alone, and what it gives back is waited for: when it fails, nothing is stored.
   * @throws AppError `unavailable` when the room has failed.
   */
  take(update: Uint8Array, by: Writer | null, from: Member | null, landed: Landed, note?: Note): Verdict {
    this.#checkWell();
    const owner = by?.id ?? null;
    const verdict = this.#guard.judge(update, { owner, mayWrite: by === null || mayWrite(by, this.id.section) });
    if (verdict.kind === 'news') this.#store(verdict.update, owner, from, landed, note?.() ?? null);
    if (verdict.kind === 'nothing') this.#afterAll(landed);
    return verdict;
  }

  /** The update that `change` makes on a copy of the document; null when it changes nothing. */
  draft(change: (doc: Y.Doc) => void): Uint8Array | null {
    const copy = this.#guard.copy();
    const made: Uint8Array[] = [];
    copy.on('update', (update: Uint8Array) => void made.push(update));
    // One transaction, so one update at most.
    copy.transact(() => change(copy));
    copy.destroy();
    return made[0] ?? null;
  }

  /** Who has written what stands in the document. */
  authorship(): Authorship[] {
    return authorshipOf(this.id.section, this.doc, (client) => this.#ids.ownerOf(client));
  }

  /** Frees the document. Nobody may be in the room. */
  close(): void {
    // The presence ends with its document.
    this.doc.destroy();
  }

  #store(
    update: Uint8Array,
    participant: Owner,
    from: Member | null,
    landed: Landed,
    noted: Promise<void> | null,
  ): void {
    const pending: Pending = { update, waiting: [landed] };
    this.#pending.push(pending);
    const entry = { room: this.id, participant, update, at: this.#parts.now() };
    const settled: Landed = (failure) => {
      this.#pending.shift();
      if (failure) this.#fail(failure);
      else if (!this.#failed) this.#apply(update, participant, from);
      for (const each of pending.waiting) each(failure);
      this.#tellWhenIdle();
    };
    this.#parts.commit.submit(entry, settled, noted);
  }

  #tellWhenIdle(): void {
    if (this.isIdle) this.#parts.idle();
  }

  #afterAll(landed: Landed): void {
    const last = this.#pending.at(-1);
    if (last) last.waiting.push(landed);
    else landed(null);
  }

  #apply(update: Uint8Array, by: Owner, from: Member | null): void {
    try {
      Y.applyUpdate(this.doc, update);
    } catch (error) {
      // The guard's document took it and this one did not: only what is stored can say what is true.
      this.#parts.report(error);
      this.#fail(new AppError('unavailable', 'The document has to be loaded anew.'));
      return;
    }
    this.#tell(updateMessage(update), from);
    this.#parts.changed(by);
    this.#compaction.count(this.#guard.isFullForNothing);
  }

  /** Everything that is stored, as one update. It is taken between commits, when the document is just that. */
  #base(): Base | null {
    if (this.#failed) return null;
    const update = Y.encodeStateAsUpdate(this.doc);
    const { clients } = this.doc.store;
    this.#guard.weighAnew(update.byteLength);
    return { update, owners: this.#ids.all().filter(([client]) => clients.has(client)), at: this.#parts.now() };
  }

  /** Those in the room hold what is not stored. They leave, come back to what is, and bring theirs again. */
  #fail(failure: AppError): void {
    this.#failed = true;
    for (const member of [...this.#members]) member.close(failure.code, failure.message);
  }

  #tell(message: Uint8Array, except: Member | null): void {
    for (const member of [...this.#members]) if (member !== except) member.send(message);
  }

  #checkWell(): void {
    if (this.#failed) throw new AppError('unavailable', 'The document has to be loaded anew.');
  }

  #retrace(): Y.Doc {
    const doc = copyOf(this.doc);
    for (const { update } of this.#pending) Y.applyUpdate(doc, update);
    return doc;
  }
}
