import type { ContenderName } from './servers/contender.ts';

/** What the process with the clients is told to do. */
export type Work = TypingWork | JoiningWork;

/** Everyone joins, and all type at once. */
export interface TypingWork {
  kind: 'typing';
  server: ContenderName;
  url: string;
  meetings: number;
  /** Characters a second, each person. */
  perSecond: number;
  /** Typing before it counts, and while it does. */
  warmUpMs: number;
  ms: number;
  seed: number;
}

/** Six write a long document together, and then others come. */
export interface JoiningWork {
  kind: 'joining';
  server: ContenderName;
  /** The doors of that server that are tried. */
  doors: ContenderName[];
  url: string;
  /** Characters, each an update of its own. */
  updates: number;
  /** How many come, one after the other. */
  joins: number;
  seed: number;
}

/** What came of typing. Times in ms. */
export interface Typed {
  p50: number;
  p95: number;
  p99: number;
  /** Characters times readers that were waited for, and those that never came. */
  deliveries: number;
  missing: number;
  /** What appeared between the edges of the window. */
  arrivedMeanwhile: number;
  /** How late the clients' own process wrote, and how long its event loop was held up: p99. */
  latenessP99: number;
  loopP99: number;
}

/** What the process with the clients says. */
export type Word =
  | { kind: 'entered' }
  | { kind: 'window'; edge: 'begins' | 'ends' }
  | { kind: 'typed'; typed: Typed }
  /** The median time of joining, in ms, by door. */
  | { kind: 'joined'; ms: Partial<Record<ContenderName, number>> }
  | { kind: 'failed'; why: string };

/** What it is told later: to join once more by this door, after the server's new start; or that this was all. */
export type Order = { kind: 'join again'; door: ContenderName } | { kind: 'enough' };
