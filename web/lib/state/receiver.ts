import type { Refusal } from '#shared/line.ts';
import type { Ending } from './ending.ts';

/** Whoever listens at one channel of the line. */
export interface Receiver {
  /** The channel can carry messages from now on. */
  opened(): void;
  data(message: Uint8Array): void;
  /** The line is alive. */
  beat(): void;
  /** So many of the channel's updates are safely stored. */
  acked(count: number): void;
  refused(refusal: Refusal): void;
  /** Nothing more will come. */
  closed(ending: Ending): void;
}

/** Our end of one channel. */
export interface LineEnd {
  send(message: Uint8Array): void;
  close(): void;
}
