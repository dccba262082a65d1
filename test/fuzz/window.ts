import * as Y from 'yjs';
import { readPart } from '#shared/plan/doc.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import { Line } from '#lib/state/line.ts';
import { PartDocument } from '#lib/state/partDocument.ts';
import type { World } from '#lib/state/world.ts';
import type { Participant } from '#server/access/participant.ts';
import { Hand, PARTS, type Edit } from './edits.ts';
import { isPending, type Ledger, type Stored } from './ledger.ts';
import type { Answering, Network } from './network.ts';
import { machine, type VirtualTime } from './virtualTime.ts';

export interface WindowParts {
  who: Participant;
  name: string;
  time: VirtualTime;
  network: Network;
  ledger: Ledger;
  chance: () => number;
  /** The server as it is now, to somebody who has a network. */
  house: (who: Participant) => Answering;
  count: (what: 'edits' | 'forbidden' | 'rollbacks' | 'saved') => void;
}

interface OpenPart {
  document: PartDocument;
  hand: Hand | null;
  wasDirty: boolean;
}

/** A window of the real web app, without its pages: one line, three parts, and somebody who writes in them. */
export class Window {
  readonly machine;
  readonly who: Participant;
  readonly name: string;
  isOnline = true;
  line: Line;
  readonly #parts: WindowParts;
  readonly #open = new Map<SectionKey, OpenPart>();
  readonly #world: World;

  constructor(parts: WindowParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.who = parts.who;
    this.machine = machine(parts.name);
    this.#world = {
      chance: parts.chance,
      after: (ms, act) => parts.time.after(ms, act, this.machine),
      openSocket: () => parts.network.open(this.machine, () => (this.isOnline ? parts.house(this.who) : null)).asSocket,
      watchNetwork: () => () => undefined,
    };
    this.line = this.#begin();
  }

  /** Leaves everything that is saved, and comes back as a new window. */
  reload(): void {
    if ([...this.#open.values()].some(({ document }) => document.dirty)) return;
    this.leave();
    this.line = this.#begin();
  }

  reopen(section: SectionKey): void {
    if (this.#open.get(section)?.document.dirty) return;
    this.#shut(section);
    this.#take(section, this.line);
  }

  leave(): void {
    for (const section of PARTS) this.#shut(section);
    this.line.close();
  }

  edit(section: SectionKey, edit: Edit): void {
    const open = this.#open.get(section);
    if (!open?.document.loaded || open.document.ended || open.document.frozen) return;
    const may = mayWrite(this.who, section);
    open.hand ??= new Hand(open.document.doc, section, may ? '' : `⟦${this.name}⟧`);
    if (open.hand.do(edit)) this.#parts.count(may ? 'edits' : 'forbidden');
  }

  /** What the page does when the device tells of its network. */
  network(isThere: boolean): void {
    this.isOnline = isThere;
    if (isThere) this.line.wake();
    else this.line.drop();
  }

  /** Asks again for what the server closed, as somebody would who wants to go on. */
  retry(): void {
    this.line.resume();
    for (const { document } of this.#open.values()) document.retry();
  }

  /** What keeps it from being at rest; null when nothing does. */
  get unrest(): string | null {
    for (const [section, { document }] of this.#open) {
      const how = { loaded: document.loaded, dirty: document.dirty, frozen: document.frozen, ended: document.ended };
      const synced = this.#differs(section);
      if (!how.loaded || how.dirty || how.frozen || how.ended || synced)
        return `${this.name} in ${section}: ${JSON.stringify(how)} ${synced ?? ''} ${JSON.stringify(this.line.ended)}`;
    }
    return null;
  }

  docs(): [SectionKey, Y.Doc][] {
    return [...this.#open].map(([section, { document }]) => [section, document.doc]);
  }

  #differs(section: SectionKey): string | null {
    const [mine, stored] = [this.#open.get(section)!.document.doc, this.#parts.ledger.doc(section)];
    if (isPending(mine)) return 'something is pending';
    if (!Y.equalSnapshots(Y.snapshot(mine), Y.snapshot(stored))) return 'it is not what is stored';
    return JSON.stringify(readPart(section, mine)) === JSON.stringify(readPart(section, stored))
      ? null
      : 'it reads differently';
  }

  #begin(): Line {
    const line = new Line('ws://house/line/meeting', this.#world);
    for (const section of PARTS) this.#take(section, line);
    return line;
  }

  #shut(section: SectionKey): void {
    const open = this.#open.get(section);
    this.#open.delete(section);
    open?.hand?.leave();
    open?.document.close();
  }

  #take(key: SectionKey, line: Line): void {
    const { ledger, network, count } = this.#parts;
    const watched = new WeakSet<Y.Doc>();
    const look = () => {
      const { doc } = open.document;
      if (open.hand && open.hand.doc !== doc) open.hand = null;
      if (watched.has(doc)) return;
      watched.add(doc);
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        const isOwn = origin instanceof Hand || origin instanceof Y.UndoManager;
        if (!isOwn) ledger.checkSeen(this.name, key, update, (network.arriving ?? {}) as Stored);
      });
    };
    const standing = () => {
      if (this.#open.get(key) !== open) return;
      const { dirty, frozen, doc } = open.document;
      if (open.wasDirty && !dirty && !frozen) {
        count('saved');
        ledger.checkSaved(this.name, key, doc, (network.arriving ?? {}) as Stored);
      }
      open.wasDirty = dirty && !frozen;
    };
    const rolledBack = () => {
      open.wasDirty = false;
      count('rollbacks');
      if (mayWrite(this.who, key)) ledger.problems.push(`${this.name} may write ${key}, and was refused`);
    };
    const document = new PartDocument(
      { key, line, world: this.#world },
      { content: look, presence: () => {}, standing, rolledBack },
    );
    const open: OpenPart = { document, hand: null, wasDirty: false };
    this.#open.set(key, open);
    look();
  }
}
