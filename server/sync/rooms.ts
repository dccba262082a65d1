import type * as Y from 'yjs';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import { readPart } from '#shared/plan/doc.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import type { RoomId, UpdateLog } from '#server/store/updateLog.ts';
import { Attendance, CLOSING, type Held } from './attendance.ts';
import { GroupCommit, nameOf, type Defer } from './groupCommit.ts';
import { REST_MS, UNSTORED_BYTES, UPDATES_BEFORE_BASE } from './limits.ts';
import { authoredIn, planIn, readTogether, type Authored, type Taken } from './reading.ts';
import { replay } from './replay.ts';
import { Room, type Member, type Writer } from './room.ts';

export interface RoomsParts {
  log: UpdateLog;
  /** ms since 1970. */
  now: () => number;
  defer: Defer;
  /** Gets what is thrown and was not meant to be. */
  report: (error: unknown) => void;
  /** Updates of a document that are stored one by one, before one base takes their place. */
  updatesBeforeBase?: number;
}

/** A member's place in a room, until it is left. */
export interface Seat {
  readonly room: Room;
  leave(): void;
}

export type ChangeListener = (room: RoomId, by: ParticipantId | null) => void;

/** The documents of all meetings. What the rest of the server knows of sync. */
export interface Rooms {
  /** Loads the document if nobody has it yet. @throws AppError `unavailable` when it cannot be loaded, or all is closing. */
  enter(room: RoomId, member: Member): Promise<Seat>;
  /** One part as it is stored. @throws AppError `unavailable` */
  read<K extends SectionKey>(room: { meeting: MeetingId; section: K }): Promise<Plan[K]>;
  /** All parts as they are stored at one moment. Keeps nothing in memory that it loads. @throws AppError `unavailable` */
  readPlan(meeting: MeetingId): Promise<Plan>;
  /** The same, and of that moment who has written the parts `of` it. @throws AppError `unavailable` */
  readAuthored(meeting: MeetingId, of: readonly SectionKey[]): Promise<Authored>;
  /**
   * Writes, as the house (null) or on behalf of a participant, the same way as everybody: judged, stored, then seen.
   * `change` works on a copy. Resolves when it is stored.
   * @throws AppError `forbidden` when the participant may not write the part, `unavailable` when it was not stored.
   */
  write(room: RoomId, by: Writer | null, change: (doc: Y.Doc) => void): Promise<void>;
  /** Tells of each update that was stored and applied, and who made it. The function that comes back ends it. */
  onChange(listener: ChangeListener): () => void;
  /** Closes all lines of the participant at once. */
  cut(participant: ParticipantId, code: ErrorCode): void;
  /** All lines of the participant go on with who they are, and what they may, from now on. */
  change(participant: Participant): void;
  /** For the doors: see `Attendance`. */
  mark(): number;
  hold(participant: ParticipantId, mark: number, line: Held): () => void;
  /** Whether new updates have to be turned away, because too much waits for the disk. */
  isFull(): boolean;
  /** Documents in memory. */
  count(): number;
  /** Lets nobody in any more, closes every line, and resolves when all that was accepted is stored. */
  close(): Promise<void>;
}

/** A document in memory, or being loaded, and how many need it to stay. */
interface Entry {
  room: Promise<Room>;
  open: Room | null;
  holds: number;
}

export function openRooms(parts: RoomsParts): Rooms {
  return new RoomMap(parts);
}

class RoomMap implements Rooms {
  readonly #parts: RoomsParts;
  readonly #commit: GroupCommit;
  readonly #attendance = new Attendance();
  readonly #entries = new Map<string, Entry>();
  readonly #failed = new Set<string>();
  readonly #listeners = new Set<ChangeListener>();
  #closing = false;

  constructor(parts: RoomsParts) {
    this.#parts = parts;
    this.#commit = new GroupCommit(parts);
  }

  async enter(id: RoomId, member: Member): Promise<Seat> {
    const { room, release } = await this.#take(id);
    try {
      this.#checkOpen();
      room.join(member);
    } catch (error) {
      release();
      throw error;
    }
    let seated = true;
    const leave = () => {
      if (!seated) return;
      seated = false;
      room.leave(member);
      release();
    };
    return { room, leave };
  }

  async read<K extends SectionKey>(id: { meeting: MeetingId; section: K }): Promise<Plan[K]> {
    const { room, release } = await this.#take(id);
    const part = readPart(id.section, room.doc);
    release();
    return part;
  }

  readPlan(meeting: MeetingId): Promise<Plan> {
    return readTogether(this.#takeAll(meeting), planIn);
  }

  readAuthored(meeting: MeetingId, of: readonly SectionKey[]): Promise<Authored> {
    return readTogether(this.#takeAll(meeting), (rooms) => authoredIn(rooms, of));
  }

  async write(id: RoomId, by: Writer | null, change: (doc: Y.Doc) => void): Promise<void> {
    const { room, release } = await this.#take(id);
    try {
      this.#checkOpen();
      const update = room.draft(change);
      if (update === null) return;
      await new Promise<void>((resolve, reject) => {
        const verdict = room.take(update, by, null, (failure) => (failure ? reject(failure) : resolve()));
        if (verdict.kind === 'refused') reject(new AppError(verdict.code, verdict.detail));
        if (verdict.kind === 'garbage') reject(new Error('A document of ours made an update that cannot be read.'));
      });
    } finally {
      release();
    }
  }

  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  cut(participant: ParticipantId, code: ErrorCode): void {
    this.#attendance.cut(participant, code, 'You are no longer in the meeting.');
  }

  change(participant: Participant): void {
    this.#attendance.change(participant);
  }

  mark(): number {
    return this.#attendance.mark();
  }

  hold(participant: ParticipantId, mark: number, line: Held): () => void {
    return this.#attendance.enter(participant, mark, line);
  }

  isFull(): boolean {
    return this.#commit.waitingBytes > UNSTORED_BYTES;
  }

  count(): number {
    return this.#entries.size;
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#attendance.closeAll();
    await Promise.allSettled([...this.#entries.values()].map(({ room }) => room));
    await this.#commit.settled();
  }

  #takeAll(meeting: MeetingId): Promise<Taken>[] {
    return SECTION_KEYS.map((section) => this.#take({ meeting, section }));
  }

  /** The room, loaded if need be, and kept until `release` is called. Two who come at once share one load. */
  async #take(id: RoomId): Promise<Taken> {
    this.#checkOpen();
    const name = nameOf(id);
    const entry = this.#entries.get(name) ?? this.#open(name, id);
    entry.holds += 1;
    // A load that fails has taken itself out of the map, so there is nothing to give back.
    const room = await entry.room;
    let held = true;
    const release = () => {
      if (!held) return;
      held = false;
      entry.holds -= 1;
      this.#tidy(name, entry);
    };
    return { room, release };
  }

  #checkOpen(): void {
    if (this.#closing) throw new AppError('unavailable', CLOSING);
  }

  #open(name: string, id: RoomId): Entry {
    const entry: Entry = {
      open: null,
      holds: 0,
      room: this.#load(id, () => this.#tidy(name, entry)).then(
        (room) => (entry.open = room),
        (error: unknown) => {
          this.#entries.delete(name);
          this.#parts.report(error);
          throw new AppError('unavailable', 'The document cannot be loaded. Try again.');
        },
      ),
    };
    this.#entries.set(name, entry);
    return entry;
  }

  async #load(id: RoomId, idle: () => void): Promise<Room> {
    const { log, now, defer, report, updatesBeforeBase = UPDATES_BEFORE_BASE } = this.#parts;
    const wait = (ms: number) => new Promise<void>((resolve) => defer(ms, resolve));
    if (this.#failed.delete(nameOf(id))) await wait(REST_MS);
    const replayed = await replay(await log.load(id), () => wait(0));
    const changed = (by: ParticipantId | null) => this.#tell(id, by);
    return new Room(replayed, { id, commit: this.#commit, log, now, report, idle, changed, updatesBeforeBase });
  }

  /** A room leaves memory when nobody holds it, or it has failed, and never before its last update has landed. */
  #tidy(name: string, entry: Entry): void {
    const room = entry.open;
    if (!room?.isIdle || (entry.holds > 0 && !room.hasFailed)) return;
    if (this.#entries.get(name) === entry) this.#entries.delete(name);
    if (room.hasFailed) this.#failed.add(name);
    if (entry.holds === 0) room.close();
  }

  #tell(id: RoomId, by: ParticipantId | null): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(id, by);
      } catch (error) {
        this.#parts.report(error);
      }
    }
  }
}
