import { SvelteMap } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { fieldsRoot, rowsRoot, textRoot } from '#shared/plan/doc.ts';
import { isAnswered, type Row } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Other } from './presence.ts';
import type { SharedPart } from './sharedPart.svelte.ts';
import type { SharedPlan } from './sharedPlan.svelte.ts';
import { keyOf, sentenceAt, spotsIn, type Spot } from './spotsWritten.ts';
import type { World } from './world.ts';

/** Whoever writes has paused when nothing has come for so long. */
const PAUSE_MS = 2_500;
/** At most so many are told of, the newest first. */
const AT_MOST = 3;
/** Whoever listens to the page is told of one in this time. */
const HEARD_APART_MS = 20_000;

/** What somebody else has just written, as it stood when they paused: a sentence, a row, or the answer to a field. */
export interface Written {
  /** Another each time. */
  id: number;
  key: SectionKey;
  /** Null where it is not known, as with what the house itself puts in. */
  who: Other | null;
  said: { kind: 'sentence'; words: string } | { kind: 'row'; row: Row } | { kind: 'answer'; field: string };
}

interface Pending {
  key: SectionKey;
  spot: Spot;
  doc: Y.Doc;
  clients: readonly number[];
  stop: () => void;
}

interface JustWrittenParts {
  plan: SharedPlan;
  /** The parts that are watched now. */
  sections: () => readonly SectionKey[];
  world: Pick<World, 'after'>;
}

/** What the others have just written in some parts of the plan, from when it is opened. Nothing of it is kept. */
export class JustWritten {
  readonly #parts: JustWrittenParts;
  readonly #pending = new SvelteMap<string, Pending>();
  /** Everyone who was seen to write, by their window: some are gone when their words are told. */
  readonly #known = new SvelteMap<number, Other>();
  #all = $state.raw<readonly Written[]>([]);
  #heard = $state.raw<Written | null>(null);
  #stopHearing: (() => void) | null = null;
  #told = 0;

  constructor(parts: JustWrittenParts) {
    this.#parts = parts;
  }

  /** In the parts that are watched now, the newest first. What is not shared with this window is never among it. */
  get all(): readonly Written[] {
    const { plan, sections } = this.#parts;
    const here = sections();
    return this.#all.filter(({ key, said }) => {
      if (!here.includes(key) || plan.part(key).isWithheld) return false;
      // What was taken away again does not stand there.
      return said.kind !== 'row' || plan.part(key).rows.some(({ id }) => id === said.row.id);
    });
  }

  /** What whoever listens to the page is told of: not all of it. */
  get heard(): Written | null {
    return this.#heard && this.all.includes(this.#heard) ? this.#heard : null;
  }

  /** Watches the parts that are loaded until the answer is called. To be called within an effect: it follows what it reads. */
  watch(): () => void {
    const stops = this.#parts.sections().map((key) => this.#watch(this.#parts.plan.part(key)));
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Nothing more is told. */
  close(): void {
    this.#stopHearing?.();
    for (const { stop } of this.#pending.values()) stop();
    this.#pending.clear();
  }

  /** What is there when a part is loaded was not written just now. */
  #watch(part: SharedPart): () => void {
    if (part.isWithheld || !part.loaded) return () => undefined;
    const { doc } = part;
    const { kind } = part.declared;
    const root = kind === 'text' ? textRoot(doc) : kind === 'rows' ? rowsRoot(doc) : fieldsRoot(doc);
    const take = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
      if (transaction.local) return;
      const clients = writersOf(transaction);
      for (const spot of spotsIn(kind, events)) this.#await(part, doc, spot, clients);
    };
    const observed = root as unknown as Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>;
    observed.observeDeep(take);
    return () => observed.unobserveDeep(take);
  }

  #await(part: SharedPart, doc: Y.Doc, spot: Spot, clients: readonly number[]): void {
    this.#remember(part);
    const place = `${part.key} ${keyOf(spot)}`;
    const before = this.#pending.get(place);
    before?.stop();
    const stop = this.#parts.world.after(PAUSE_MS, () => this.#tell(part, place));
    this.#pending.set(place, {
      ...{ key: part.key, spot, doc, stop },
      clients: [...(before?.clients ?? []), ...clients],
    });
  }

  #tell(part: SharedPart, place: string): void {
    const pending = this.#pending.get(place);
    this.#pending.delete(place);
    if (!pending || part.isWithheld) return;
    this.#remember(part);
    const who = pending.clients.map((client) => this.#known.get(client)).find((one) => one !== undefined) ?? null;
    // Where one may write oneself, an unknown hand may be one's own, in another window.
    if (who === null && part.isMine) return;
    const said = saidAt(part, pending);
    if (!said) return;
    const written: Written = { id: ++this.#told, key: part.key, who, said };
    this.#all = [written, ...this.#all.filter((other) => !isSamePlace(other, written))].slice(0, AT_MOST);
    this.#hear(written);
  }

  #hear(written: Written): void {
    if (this.#stopHearing || !this.#parts.plan.announcesOthers) return;
    this.#heard = written;
    this.#stopHearing = this.#parts.world.after(HEARD_APART_MS, () => (this.#stopHearing = null));
  }

  #remember(part: SharedPart): void {
    for (const other of part.others) this.#known.set(other.client, other);
  }
}

/** The windows whose writing the transaction brought. */
function writersOf({ beforeState, afterState }: Y.Transaction): number[] {
  return [...afterState].filter(([client, clock]) => clock > (beforeState.get(client) ?? 0)).map(([client]) => client);
}

/** Null where nothing stands (any more). */
function saidAt(part: SharedPart, { spot, doc }: Pending): Written['said'] | null {
  if (spot.kind === 'text') {
    const words = sentenceAt(doc, spot.at);
    return words ? { kind: 'sentence', words } : null;
  }
  if (spot.kind === 'row') {
    const row = part.rows.find(({ id }) => id === spot.id);
    const isWritten = row && Object.entries(row).some(([key, value]) => key !== 'id' && isAnswered(value));
    return isWritten ? { kind: 'row', row } : null;
  }
  return isAnswered(part.answers[spot.field]) ? { kind: 'answer', field: spot.field } : null;
}

/** What is written at a place takes the place of what was told of it before; of a text, what the same hand wrote. */
function isSamePlace(a: Written, b: Written): boolean {
  if (a.key !== b.key) return false;
  if (a.said.kind === 'row' && b.said.kind === 'row') return a.said.row.id === b.said.row.id;
  if (a.said.kind === 'answer' && b.said.kind === 'answer') return a.said.field === b.said.field;
  return a.who?.participant === b.who?.participant;
}
