import type * as Y from 'yjs';
import type { Refusal } from '#shared/line.ts';
import type { Part } from '#shared/plan/declaration.ts';
import { isWords } from '#shared/plan/fields.ts';
import { fieldsRoot, readPart } from '#shared/plan/doc.ts';
import { blankPart, type Row, type Values } from '#shared/plan/plan.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import type { Ending } from './ending.ts';
import type { Line } from './line.ts';
import { lostWords, type PartValue, type Refused } from './lostWords.ts';
import { PartDocument } from './partDocument.ts';
import { othersIn, type Cursor, type Me, type Other } from './presence.ts';
import { addRow, findRow, removeRow, restoreRow, setValue, type RemovedRow } from './rows.ts';
import { savingOf, type Saving } from './saving.ts';
import type { World } from './world.ts';

export interface SharedPartParts {
  key: SectionKey;
  me: Me;
  line: Line;
  world: World;
  /** Whether the line is down. */
  isOffline: () => boolean;
  /** Something about the part is another than before. */
  changed: (part: SharedPart) => void;
}

/** One part of the plan as this window has it: its content, who else is there, and what one can do with it. */
export class SharedPart {
  readonly key: SectionKey;
  /** What the registry says of it. */
  readonly declared: Part;
  readonly #me: Me;
  readonly #isOffline: () => boolean;
  readonly #changed: (part: SharedPart) => void;
  readonly #connect: () => PartDocument;
  #document: PartDocument | null = null;
  #isRollingBack = false;
  /** The document that took the first one's place after a refusal. */
  #freshDoc = $state.raw<Y.Doc | null>(null);
  #value: PartValue;
  #others = $state.raw<readonly Other[]>([]);
  #loaded = $state.raw(false);
  #frozen = $state.raw(false);
  #dirty = $state.raw(false);
  #overdue = $state.raw(false);
  #ended = $state.raw<Ending | null>(null);
  #refused = $state.raw<Refused | null>(null);
  #removed = $state.raw<readonly RemovedRow[]>([]);

  constructor({ key, me, line, world, isOffline, changed }: SharedPartParts) {
    this.key = key;
    this.declared = section(key);
    this.#me = me;
    this.#isOffline = isOffline;
    this.#changed = changed;
    this.#value = $state.raw(blankPart(key));
    this.#connect = () =>
      new PartDocument(
        { key, line, world },
        {
          content: () => this.#takeContent(),
          presence: () => this.#takePresence(),
          standing: () => this.#takeStanding(),
          rolledBack: (refusal) => this.#takeRefusal(refusal),
        },
      );
  }

  /** Takes a channel for the document, and keeps it until the part is closed. */
  open(): this {
    this.#document ??= this.#connect();
    return this;
  }

  /** The shared document; another one after a refusal. */
  get doc(): Y.Doc {
    return this.#freshDoc ?? this.#opened.doc;
  }

  /** The whole content as JSON; replaced on every change. */
  get value(): PartValue {
    return this.#value;
  }

  /** The words of a text part; empty for the other kinds. */
  get words(): string {
    return typeof this.#value === 'string' ? this.#value : '';
  }

  /** The rows of a part that has rows; none for the other kinds. */
  get rows(): readonly Row[] {
    return this.declared.kind === 'rows' ? (this.#value as readonly Row[]) : [];
  }

  /** The answers of a form; none for the other kinds. */
  get answers(): Values {
    return this.declared.kind === 'fields' ? (this.#value as Values) : {};
  }

  /** Whether the rights give me this part to write. */
  get isMine(): boolean {
    return mayWrite(this.#me, this.key);
  }

  /** Whether I can write here now. */
  get mayWrite(): boolean {
    return this.isMine && this.#loaded && this.#ended === null;
  }

  /** For a moment nothing can be written: after a refusal the shared content is fetched again. */
  get frozen(): boolean {
    return this.#frozen;
  }

  /** The shared content has come. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Everyone else who has the part open, with what they write in. */
  get others(): readonly Other[] {
    return this.#others;
  }

  get saving(): Saving {
    return savingOf({
      dirty: this.#dirty,
      overdue: this.#overdue,
      offline: this.#isOffline(),
      ended: this.#ended !== null,
    });
  }

  /** Something that I wrote here is not stored yet. */
  get hasUnsaved(): boolean {
    return this.#dirty;
  }

  /** Why the server closed the part to me; null while it is open. */
  get ended(): Ending | null {
    return this.#ended;
  }

  /** The last thing that the server did not take, until it is dismissed. */
  get refused(): Refused | null {
    return this.#refused;
  }

  /** Rows deleted in this window, the last one last. */
  get removed(): readonly RemovedRow[] {
    return this.#removed;
  }

  dismissRefusal(): void {
    this.#refused = null;
  }

  /** Tries again after the server closed the part. */
  retry(): void {
    this.#document?.retry();
  }

  /** Answers a field that is not words; null takes the answer away. What does not fit the field is left out. */
  answer(field: string, value: string | number | null, row?: string): void {
    const declared = this.declared.kind === 'text' ? null : this.declared.fields[field];
    if (!this.#canWrite || !declared || isWords(declared) || !declared.shape.safeParse(value).success) return;
    const map = row === undefined ? fieldsRoot(this.doc) : findRow(this.doc, row)?.map;
    if (map) this.doc.transact(() => setValue(map, field, value));
  }

  /** Puts an empty row last. Returns its id, or null where I cannot write. */
  addRow(): string | null {
    if (!this.#canWrite || this.declared.kind !== 'rows') return null;
    const { fields } = this.declared;
    return this.doc.transact(() => addRow(this.doc, fields));
  }

  /** Deletes a row; it can be brought back for as long as the page lives. */
  deleteRow(id: string): void {
    const row = this.rows.find((candidate) => candidate.id === id);
    if (!this.#canWrite || !row) return;
    const removed = this.doc.transact(() => removeRow(this.doc, row));
    if (removed) this.#removed = [...this.#removed, removed];
  }

  bringBack(id: string): void {
    const removed = this.#removed.find((candidate) => candidate.id === id);
    if (!this.#canWrite || !removed) return;
    this.#removed = this.#removed.filter((candidate) => candidate !== removed);
    this.doc.transact(() => restoreRow(this.doc, removed));
  }

  /** Shows the others where I write; null when I am not writing here. */
  showCursor(cursor: Cursor | null): void {
    const { awareness } = this.#opened;
    const shown: unknown = awareness.getLocalState()?.['cursor'] ?? null;
    if (JSON.stringify(shown) !== JSON.stringify(cursor)) awareness.setLocalStateField('cursor', cursor);
  }

  close(): void {
    this.#document?.close();
  }

  get #opened(): PartDocument {
    return (this.#document ??= this.#connect());
  }

  get #canWrite(): boolean {
    return this.mayWrite && !this.#frozen;
  }

  #takeContent(): void {
    const before = this.#value;
    this.#value = readPart(this.key, this.#opened.doc);
    if (!this.#isRollingBack || this.#opened.frozen || !this.#refused) return;
    this.#isRollingBack = false;
    this.#freshDoc = this.#opened.doc;
    this.#refused = { ...this.#refused, lost: lostWords(this.declared, before, this.#value) };
  }

  #takePresence(): void {
    this.#others = othersIn(this.#opened.awareness, this.#me.participant);
    this.#changed(this);
  }

  #takeStanding(): void {
    const { loaded, frozen, dirty, overdue, ended } = this.#opened;
    this.#loaded = loaded;
    this.#frozen = frozen;
    this.#dirty = dirty;
    this.#overdue = overdue;
    this.#ended = ended;
    this.#changed(this);
  }

  #takeRefusal(refusal: Refusal): void {
    this.#isRollingBack = true;
    this.#refused = { refusal, lost: [] };
    this.#removed = [];
    this.#takeStanding();
  }
}
