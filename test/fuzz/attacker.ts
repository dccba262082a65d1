import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { fieldsRoot, rowsRoot, textRoot } from '#shared/plan/doc.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { Line } from '#lib/state/line.ts';
import type { LineEnd } from '#lib/state/receiver.ts';
import type { Participant } from '#server/access/participant.ts';
import { craft, gc, words } from '../support/craft.ts';
import { mutationFrom, type Mutation } from '../support/mutation.ts';
import { SCENES, updateOf } from '../support/scenes.ts';
import { GARBAGE, RULES } from '../support/updateCorpus.ts';
import { answerWith, askFor, change, presenceFor } from '../support/wireEnd.ts';
import { PARTS } from './edits.ts';
import type { WindowParts } from './window.ts';
import { machine } from './virtualTime.ts';

const UPDATES = [
  ...Object.values(SCENES).flatMap((scene) => [scene.kari, scene.mona]),
  ...RULES.flatMap(({ refused, allowed }) => [refused, allowed]).filter(({ length }) => length < 1000),
  ...GARBAGE.map(([, bytes]) => bytes),
] as [Uint8Array, ...Uint8Array[]];

export const ATTACKS = [
  'forge',
  'forge',
  'silence',
  'delete',
  'gap',
  'known',
  'crossed',
  'crossed',
  'broken',
  'own',
  'presence',
  'noise',
  'ask',
] as const;

export interface Attack {
  kind: (typeof ATTACKS)[number];
  section: SectionKey;
}

/** Stands in all that is written under somebody else's client id. */
export const FORGED = '⟦forged⟧';

interface Ear {
  doc: Y.Doc;
  end: LineEnd | null;
}

/** Somebody who speaks the protocol, hears all that they may, and says what no window of ours ever would. */
export class Attacker {
  readonly machine;
  readonly who: Participant;
  readonly #parts: Omit<WindowParts, 'count'>;
  readonly #ears = new Map<SectionKey, Ear>();
  readonly #mutation: Mutation;
  readonly #count: (kind: 'attacks') => void;
  readonly #sockets: WebSocket[] = [];
  #line: Line | null = null;
  #client = 1_000_000;

  constructor(parts: Omit<WindowParts, 'count'>, seed: number, count: (kind: 'attacks') => void) {
    this.#parts = parts;
    this.who = parts.who;
    this.#count = count;
    this.machine = machine(parts.name);
    this.#mutation = mutationFrom(seed);
  }

  attack({ kind, section: named }: Attack): void {
    const key = kind === 'crossed' ? 'story' : named;
    const ear = this.#listen(key);
    if (kind === 'noise') {
      const socket = this.#sockets.at(-1);
      const bytes = this.#mutation.mutate(Uint8Array.from([1, 0, 1, 0, 0, 0, 0, ...change(UPDATES[0])]), UPDATES);
      if (this.#mutation.below(4) === 0) socket?.send(bytes as Uint8Array<ArrayBuffer>);
      return;
    }
    const message = this.#message(kind, key, ear.doc);
    if (!message || !ear.end) return;
    this.#count('attacks');
    ear.end.send(message);
  }

  leave(): void {
    this.#line?.close();
    this.#line = null;
  }

  #message(kind: Attack['kind'], key: SectionKey, doc: Y.Doc): Uint8Array | null {
    const { below, pick, mutate } = this.#mutation;
    if (kind === 'ask') return askFor(doc);
    if (kind === 'own') return change(this.#own(doc, key));
    if (kind === 'broken')
      return (below(2) ? change : answerWith)(mutate(below(2) ? pick(UPDATES) : this.#own(doc, key), UPDATES));
    if (kind === 'gap')
      return change(craft({ structs: [{ client: this.#client, clock: 50, of: [words(FORGED, {})] }] }));
    if (kind === 'crossed') return this.#crossed(doc);
    if (kind === 'known') return change(Y.encodeStateAsUpdate(doc));
    const others = [...doc.store.clients.keys()].filter((client) => client > 1_100_000);
    const victim = others[below(others.length)];
    if (victim === undefined) return null;
    const clock = Y.getState(doc.store, victim);
    if (kind === 'presence') return presenceFor(victim, 1000, { cursor: FORGED });
    if (kind === 'delete')
      return change(craft({ deletions: [{ client: victim, runs: [[below(clock), 1 + below(3)]] }] }));
    const struct = kind === 'silence' ? gc(1 + below(10)) : words(FORGED, { origin: [victim, clock - 1] });
    return change(craft({ structs: [{ client: victim, clock: below(2) ? clock : clock + below(3), of: [struct] }] }));
  }

  /** Neighbours that stand the other way round. */
  #crossed(doc: Y.Doc): Uint8Array | null {
    const { below } = this.#mutation;
    const items: Y.Item[] = [];
    for (let item = textRoot(doc)._start; item; item = item.right) items.push(item);
    const at = below(items.length);
    const [right, origin] = [items[at], items[at + below(Math.min(2, items.length - at))]];
    if (!right || !origin) return null;
    this.#client += 1;
    const place = {
      origin: [origin.id.client, origin.lastId.clock],
      right: [right.id.client, right.id.clock + below(Math.min(right.length, 3))],
    } as const;
    return change(craft({ structs: [{ client: this.#client, clock: 0, of: [words('kryss', place)] }] }));
  }

  /** What they might really write, under a client id of their own. */
  #own(doc: Y.Doc, key: SectionKey): Uint8Array {
    const mark = section(key).writers.some((writer) => writer.startsWith(this.who.role))
      ? 'eget'
      : `⟦${this.#parts.name}⟧`;
    this.#client += 1;
    return updateOf(this.#client, [Y.encodeStateAsUpdate(doc)], (copy) => {
      const { kind } = section(key);
      if (kind === 'text') textRoot(copy).insert(this.#mutation.below(textRoot(copy).length + 1), mark);
      else if (kind === 'fields') fieldsRoot(copy).set('course', new Y.Text(mark));
      else rowsRoot(copy).insert(0, [new Y.Map([['id', `${mark}${this.#client}`]])]);
    });
  }

  #listen(key: SectionKey): Ear {
    this.#line ??= this.#connect();
    if (this.#line.ended) this.#line.resume();
    const known = this.#ears.get(key);
    if (known?.end) return known;
    const ear: Ear = { doc: new Y.Doc(), end: null };
    this.#ears.set(key, ear);
    const end = this.#line.attach(key, {
      opened: () => {
        ear.end = end;
        end.send(askFor(ear.doc));
        // What the server asks for when one comes: nothing.
        end.send(answerWith(Uint8Array.of(0, 0)));
      },
      data: (message) => hear(message, ear.doc),
      acked: () => {},
      refused: () => {},
      closed: () => {
        ear.end = null;
        this.#ears.delete(key);
      },
      beat: () => {},
    });
    return ear;
  }

  #connect(): Line {
    const { chance, time, network, house } = this.#parts;
    return new Line('ws://house/line/meeting', {
      chance,
      after: (ms, act) => time.after(ms, act, this.machine),
      openSocket: () => {
        const socket = network.open(this.machine, () => house(this.who)).asSocket;
        this.#sockets.push(socket);
        return socket;
      },
      watchNetwork: () => () => undefined,
    });
  }
}

export const ATTACKED = PARTS;

function hear(message: Uint8Array, doc: Y.Doc): void {
  const decoder = decoding.createDecoder(message);
  if (decoding.readVarUint(decoder) === 0 && decoding.readVarUint(decoder) > 0)
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
}
