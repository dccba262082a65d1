import { crc32 } from 'node:zlib';
import { ClientEnd, ServerEnd } from './ends.ts';
import type { Machine, VirtualTime } from './virtualTime.ts';

/** How it is on the way. Times are ms, the rest is how likely each frame meets it. */
export interface Weather {
  delay: number;
  jitter: number;
  drop: number;
  duplicate: number;
  reorder: number;
}

export const CALM: Weather = { delay: 20, jitter: 10, drop: 0, duplicate: 0, reorder: 0 };

export interface NetworkParts {
  time: VirtualTime;
  chance: () => number;
  /** Something happened, in a word. */
  note: (what: string) => void;
  count: (what: 'frames' | 'drops' | 'duplicates' | 'reorders') => void;
  /** What is true at the moment at which the server sends, and is to be known when it arrives. */
  stamp: () => unknown;
}

/** Where a socket leads; null when nobody is there. */
export type Answering = { machine: Machine; accept: (end: ServerEnd) => void } | null;

/** A network of which the test makes the weather. Frames go whole; what is in them is not its business. */
export class Network {
  weather = CALM;
  readonly links = new Set<Link>();
  /** What the frame that is being taken in was stamped with. */
  arriving: unknown = null;
  readonly #parts: NetworkParts;

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  get inFlight(): number {
    return [...this.links].reduce((sum, link) => sum + link.toClient.inFlight + link.toServer.inFlight, 0);
  }

  /** A socket of that machine; `find` is asked when its first words arrive. */
  open(on: Machine, find: () => Answering): ClientEnd {
    const { time } = this.#parts;
    const client = new ClientEnd();
    time.after(
      this.delay(),
      () => {
        const there = client.link === 'never' ? null : find();
        if (!there) return void time.after(this.delay(), () => client.closed(1006, ''), on);
        const link = new Link(this, this.#parts, { on, client, there });
        this.links.add(link);
        time.after(0, () => link.begin(there), there.machine);
      },
      NOWHERE,
    );
    return client;
  }

  delay(): number {
    return this.weather.delay + this.#parts.chance() * this.weather.jitter;
  }
}

/** What is on its way is on no machine. */
const NOWHERE: Machine = { name: 'on the way', state: 'awake', due: [] };

/** One direction of a link: in order, as TCP is, but for what the weather does. */
class Way {
  inFlight = 0;
  isCut = false;
  #last = 0;
  readonly #network: Network;
  readonly #parts: NetworkParts;
  readonly #to: Machine;

  constructor(network: Network, parts: NetworkParts, to: Machine) {
    this.#network = network;
    this.#parts = parts;
    this.#to = to;
  }

  frame(bytes: Uint8Array, deliver: (bytes: Uint8Array) => void): void {
    const { weather } = this.#network;
    const { chance, count } = this.#parts;
    const [drop, duplicate, reorder] = [
      chance() < weather.drop,
      chance() < weather.duplicate,
      chance() < weather.reorder,
    ];
    count('frames');
    if (drop) return count('drops');
    const copy = Uint8Array.from(bytes);
    this.#carry(() => deliver(copy), copy, reorder);
    if (reorder) count('reorders');
    if (!duplicate) return;
    count('duplicates');
    this.#carry(() => deliver(copy), copy, chance() < 0.5);
  }

  /** Comes after all that was sent before. */
  last(deliver: () => void): void {
    this.#carry(deliver, null, false);
  }

  #carry(deliver: () => void, bytes: Uint8Array | null, outOfOrder: boolean): void {
    const { time, note, stamp } = this.#parts;
    const at = Math.max(outOfOrder ? 0 : this.#last, time.now + this.#network.delay() * (outOfOrder ? 3 : 1));
    if (!outOfOrder) this.#last = at;
    const stamped = stamp();
    this.inFlight += bytes?.byteLength ?? 0;
    const arrive = () => {
      this.inFlight -= bytes?.byteLength ?? 0;
      if (this.isCut) return;
      note(`${this.#to.name} ${bytes ? crc32(bytes) : 'last'}`);
      this.#network.arriving = stamped;
      deliver();
      this.#network.arriving = null;
    };
    time.after(at - time.now, arrive, this.#to);
  }
}

/** One connection. */
export class Link {
  readonly on: Machine;
  readonly server: Machine;
  readonly client: ClientEnd;
  readonly end: ServerEnd;
  readonly toClient: Way;
  readonly toServer: Way;
  readonly #network: Network;

  constructor(
    network: Network,
    parts: NetworkParts,
    { on, client, there }: { on: Machine; client: ClientEnd; there: NonNullable<Answering> },
  ) {
    this.#network = network;
    this.on = on;
    this.server = there.machine;
    this.client = client;
    this.end = new ServerEnd(this);
    this.toClient = new Way(network, parts, on);
    this.toServer = new Way(network, parts, there.machine);
  }

  begin(there: NonNullable<Answering>): void {
    there.accept(this.end);
    this.toClient.last(() => this.client.opened(this));
  }

  /** From now on nothing arrives. Whoever is told learns of it after a while; the others must find out. */
  cut(tell: { client: boolean; server: boolean }): void {
    this.toClient.isCut = this.toServer.isCut = true;
    this.#network.links.delete(this);
    if (tell.client) this.toClient.isCut = false;
    if (tell.server) this.toServer.isCut = false;
    if (tell.client) this.toClient.last(() => this.client.closed(1006, ''));
    if (tell.server) this.toServer.last(() => this.end.ended(1006, ''));
  }

  over(): void {
    this.#network.links.delete(this);
  }
}
