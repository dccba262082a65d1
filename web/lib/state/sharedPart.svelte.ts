import type * as Y from 'yjs';
import type { Refusal } from '#shared/line.ts';
import type { Part } from '#shared/plan/declaration.ts';
import { fits, isWords } from '#shared/plan/fields.ts';
import { fieldsRoot, readPart } from '#shared/plan/doc.ts';
import { blankPart, type Row, type Values } from '#shared/plan/plan.ts';
import { mayRead, mayWrite } from '#shared/plan/rights.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import type { Ending } from './ending.ts';
import type { Line } from './line.ts';
import { lostWords, type PartValue, type Refused } from './lostWords.ts';
import { BLANK, PartDocument, type Standing } from './partDocument.ts';
import { othersIn, type Cursor, type Me, type Other } from './presence.ts';
import { PartRows } from './partRows.svelte.ts';
import { findRow, setValue } from './rows.ts';
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
  /** Others changed the words that I stand in; `who` is nobody where that is not known. */
  othersWrote?: (who: readonly Other[]) => void;
}

/** One part of the plan as this window has it: its content, who else is there, and what one can do with it. */
export class SharedPart {
  readonly key: SectionKey;
  /** What the registry says of it. */
  readonly declared: Part;
  #me: Me;
  /** What one does with the rows; null where the part has none. */
  list: PartRows | null;
  readonly #isOffline: () => boolean;
  readonly #changed: (part: SharedPart) => void;
  readonly othersWrote: (who: readonly Other[]) => void;
  readonly #connect: () => PartDocument;
  #document: PartDocument | null = null;
  #isWanted = false;
  #isRollingBack = false;
  #freshDoc = $state.raw<Y.Doc | null>(null);
  #value: PartValue;
  #others = $state.raw<readonly Other[]>([]);
  #standing = $state.raw<Standing>(BLANK);
  #refused = $state.raw<Refused | null>(null);

  constructor({ key, me, line, world, isOffline, changed, othersWrote }: SharedPartParts) {
    this.key = key;
    this.declared = section(key);
    this.#me = $state.raw(me);
    this.othersWrote = othersWrote ?? (() => undefined);
    this.#isOffline = isOffline;
    this.#changed = changed;
    this.#value = $state.raw(blankPart(key));
    this.list = $state.raw(this.#makeList());
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
    this.#isWanted = true;
    if (!this.isWithheld) this.#document ??= this.#connect();
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

  /** The part is not shared with me: nothing of it is in this window. */
  get isWithheld(): boolean {
    return !mayRead(this.#me, this.key);
  }

  /** Whether the rights give me this part to write. */
  get isMine(): boolean {
    return mayWrite(this.#me, this.key);
  }

  /** Whether I can write here now. */
  get mayWrite(): boolean {
    return this.isMine && this.#standing.loaded && this.#standing.ended === null;
  }

  /** What is on screen can only be read just now. */
  get isReadonly(): boolean {
    return !this.mayWrite || this.#standing.frozen;
  }

  /** For a moment nothing can be written: after a refusal the shared content is fetched again. */
  get frozen(): boolean {
    return this.#standing.frozen;
  }

  /** The shared content has come. */
  get loaded(): boolean {
    return this.#standing.loaded;
  }

  /** Everyone else who writes in the part, and where. */
  get others(): readonly Other[] {
    return this.#others;
  }

  get saving(): Saving {
    const { dirty, overdue, ended } = this.#standing;
    return savingOf({ dirty, overdue, offline: this.#isOffline(), ended: ended !== null });
  }

  /** Something that I wrote here is not stored yet. */
  get hasUnsaved(): boolean {
    return this.#standing.dirty;
  }

  /** Why the server closed the part to me; null while it is open. */
  get ended(): Ending | null {
    return this.#standing.ended;
  }

  /** The last thing that the server did not take, until it is dismissed. */
  get refused(): Refused | null {
    return this.#refused;
  }

  dismissRefusal(): void {
    this.#refused = null;
  }

  /** Tries again after the server closed the part. */
  retry(): void {
    if (this.#document) this.#document.retry();
    else if (this.#isWanted) this.open().#takeStanding();
  }

  /** Answers a field that is not words; null takes the answer away. What does not fit the field is left out. */
  answer(field: string, value: string | number | null, row?: string): void {
    const declared = this.declared.kind === 'text' ? null : this.declared.fields[field];
    if (this.isReadonly || !declared || isWords(declared) || !fits(declared, value)) return;
    const map = row === undefined ? fieldsRoot(this.doc) : findRow(this.doc, row)?.map;
    if (map) this.doc.transact(() => setValue(map, field, value));
  }

  /** Shows the others where I write; null when I am not writing here. */
  showCursor(cursor: Cursor | null): void {
    const awareness = this.#document?.awareness;
    const shown: unknown = awareness?.getLocalState()?.['cursor'] ?? null;
    if (JSON.stringify(shown) !== JSON.stringify(cursor)) awareness?.setLocalState(cursor && { cursor });
  }

  /** Takes over what is known of me now, such as another role, while the page stays as it is. */
  setMe(me: Me): void {
    const wasWithheld = this.isWithheld;
    this.#me = me;
    if (this.isWithheld && !wasWithheld) this.#forget(null);
    if (wasWithheld && !this.isWithheld && this.#isWanted) this.open();
  }

  close(): void {
    this.#document?.close();
  }

  get #opened(): PartDocument {
    return (this.#document ??= this.#connect());
  }

  #makeList(): PartRows | null {
    if (this.declared.kind !== 'rows') return null;
    return new PartRows({
      fields: this.declared.fields,
      doc: () => this.#opened.doc,
      canWrite: () => !this.isReadonly,
    });
  }

  #takeContent(): void {
    const before = this.#value;
    this.#value = readPart(this.key, this.#opened.doc);
    this.list?.take(this.rows);
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
    const { standing, isForbidden } = this.#opened;
    if (isForbidden) return this.#forget(standing.ended);
    this.#standing = standing;
    this.#changed(this);
  }

  /** Nothing of the part stays in this window. */
  #forget(ended: Ending | null): void {
    this.#document?.close();
    this.#document = this.#freshDoc = this.#refused = null;
    this.#value = blankPart(this.key);
    this.#others = [];
    this.list = this.#makeList();
    this.#standing = { ...BLANK, ended };
    this.#changed(this);
  }

  #takeRefusal(refusal: Refusal): void {
    this.#isRollingBack = true;
    this.#refused = { refusal, lost: [] };
    this.list?.forget();
    this.#takeStanding();
  }
}
