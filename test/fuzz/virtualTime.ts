import { webcrypto } from 'node:crypto';

/** To be imported before anything that keeps hold of the clock or of chance for itself, as lib0 does. */

/** A machine: while it sleeps its timers and its inbox stand still, and when it is gone they are no more. */
export interface Machine {
  readonly name: string;
  state: 'awake' | 'asleep' | 'gone';
  /** What came due while it slept. */
  due: Due[];
}

export const machine = (name: string): Machine => ({ name, state: 'awake', due: [] });

interface Due {
  at: number;
  order: number;
  on: Machine;
  act: (() => void) | null;
}

const START = 1_790_000_000_000;
const REAL = { now: Date.now, soon: setImmediate, values: webcrypto.getRandomValues.bind(webcrypto) };
const GLOBALS = { setTimeout, clearTimeout, setInterval, clearInterval };

let running: VirtualTime | null = null;
const rules = (time: VirtualTime | null) => (running = time);

Date.now = () => running?.now ?? REAL.now();
Object.defineProperty(webcrypto, 'getRandomValues', {
  configurable: true,
  value: (array: Uint8Array<ArrayBuffer>) => running?.fill(array) ?? REAL.values(array),
});

/**
 * Time that goes by as fast as it can, for many machines in one process. Whatever code asks for a timer gets one of the
 * machine that it runs on just now; chance and the clock are the same for the same seed.
 */
export class VirtualTime {
  now = START;
  /** What was thrown where nobody caught it: it would have ended a process. */
  readonly uncaught: unknown[] = [];
  readonly #chance: () => number;
  #heap: Due[] = [];
  #order = 0;
  #on: Machine;

  constructor(on: Machine, chance: () => number) {
    this.#on = on;
    this.#chance = chance;
  }

  /** ms since it began. */
  get passed(): number {
    return this.now - START;
  }

  /** Runs `act` on a machine after `ms`, unless it is called off. */
  after(ms: number, act: () => void, on = this.#on): () => void {
    const due: Due = { at: this.now + Math.max(0, Math.round(ms)), order: this.#order++, on, act };
    push(this.#heap, due);
    return () => void (due.act = null);
  }

  /** Runs `act` as if it were code of that machine. */
  async as(on: Machine, act: () => void): Promise<void> {
    const before = this.#on;
    this.#on = on;
    try {
      act();
    } catch (error) {
      this.uncaught.push(error);
    }
    await settled();
    this.#on = before;
  }

  /** What came due while it slept comes now, in order. */
  wake(on: Machine): void {
    if (on.state === 'asleep') on.state = 'awake';
    for (const due of on.due.splice(0)) {
      // The same one, for it may still be called off.
      due.at = this.now;
      due.order = this.#order++;
      push(this.#heap, due);
    }
  }

  /** Lets `ms` go by. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    for (let due = this.#heap[0]; due && due.at <= until; due = this.#heap[0]) {
      pop(this.#heap);
      this.now = Math.max(this.now, due.at);
      if (!due.act || due.on.state === 'gone') continue;
      if (due.on.state === 'asleep') due.on.due.push(due);
      else await this.as(due.on, due.act);
    }
    this.now = until;
  }

  /** Makes it the time of the whole process for as long as `play` takes. */
  async rule<T>(play: () => Promise<T>): Promise<T> {
    rules(this);
    const timers = new Map<object, () => void>();
    const timer = (act: () => void, ms = 0, again = false) => {
      const handle = { ref: () => handle, unref: () => handle };
      const next = () => this.after(Math.max(1, ms), go, this.#on);
      const go = () => {
        if (again) timers.set(handle, next());
        act();
      };
      timers.set(handle, next());
      return handle;
    };
    const clear = (handle: object) => timers.get(handle)?.();
    Object.assign(globalThis, {
      setTimeout: (act: (...of: unknown[]) => void, ms?: number, ...of: unknown[]) => timer(() => act(...of), ms),
      setInterval: (act: () => void, ms?: number) => timer(act, ms, true),
      ...{ clearTimeout: clear, clearInterval: clear },
    });
    try {
      return await play();
    } finally {
      rules(null);
      Object.assign(globalThis, GLOBALS);
    }
  }

  fill<T extends Uint8Array>(array: T): T {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(this.#chance() * 256);
    return array;
  }
}

/** Everything that follows at once from what has just been done is done, promises of promises too. */
const settled = () => new Promise<void>((resolve) => void REAL.soon(resolve));

const before = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);

function push(heap: Due[], due: Due): void {
  let at = heap.push(due) - 1;
  for (let up = (at - 1) >> 1; at > 0 && before(due, heap[up]!); up = (at - 1) >> 1) {
    heap[at] = heap[up]!;
    at = up;
  }
  heap[at] = due;
}

function pop(heap: Due[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let at = 0;
  for (let down = 1; down < heap.length; down = 2 * at + 1) {
    if (down + 1 < heap.length && before(heap[down + 1]!, heap[down]!)) down += 1;
    if (!before(heap[down]!, last)) break;
    heap[at] = heap[down]!;
    at = down;
  }
  heap[at] = last;
}
