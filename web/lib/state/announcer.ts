import type { World } from './world.ts';

/** At most one announcement in this time: whoever listens to the page must hear themselves think. */
const APART_MS = 5_000;

/** Says one thing at a time. What comes too soon waits, and only the last of what waits is said. */
export class Announcer {
  readonly #world: Pick<World, 'after'>;
  readonly #say: (words: string) => void;
  readonly #places = new Map<string, string>();
  #stop: (() => void) | null = null;
  #waiting: string | null = null;

  constructor(world: Pick<World, 'after'>, say: (words: string) => void) {
    this.#world = world;
    this.#say = say;
  }

  /** Says that somebody is somewhere, unless that is where they were last. */
  announceMove(who: string, where: string, words: string): void {
    if (this.#places.get(who) === where) return;
    this.#places.set(who, where);
    this.announce(words);
  }

  announce(words: string): void {
    if (this.#stop) this.#waiting = words;
    else this.#sayNow(words);
  }

  /** Says what may as well not be said: it waits for nothing, and takes no other announcement's turn. */
  announceAside(words: string): void {
    if (!this.#stop) this.#sayNow(words);
    else this.#waiting ??= words;
  }

  close(): void {
    this.#stop?.();
    this.#waiting = null;
  }

  #sayNow(words: string): void {
    this.#say(words);
    this.#stop = this.#world.after(APART_MS, () => {
      this.#stop = null;
      const waiting = this.#waiting;
      this.#waiting = null;
      if (waiting !== null) this.#sayNow(waiting);
      // So that the same words are heard again when they are said again.
      else this.#say('');
    });
  }
}
