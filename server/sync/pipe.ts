/** Whoever listens at a pipe. */
export interface Ear {
  /** Null for what is no binary frame. */
  hear(frame: Uint8Array | null): void;
  /** The pipe is closed, from whichever side; nothing is heard any more. */
  closed(): void;
}

/**
 * What a wire runs through: a WebSocket, or polling where a network lets no WebSocket through. It carries binary frames
 * of a limited size, whole and in order. Nothing is read from it before `open` is called.
 */
export interface Pipe {
  /** Bytes that were sent and that the other end has not read yet, as far as that is known. */
  readonly unread: number;
  /** Tells `ear` what happens from now on. */
  attend(ear: Ear): void;
  /** Begins to read. */
  open(): void;
  send(frame: Uint8Array): void;
  /** Says goodbye; who does not answer it within seconds is let go. `reason` is at most 123 bytes. */
  close(code: number, reason: string): void;
  /** Lets go at once, without a word. */
  terminate(): void;
  /** Asks for a sign of life; who has given none for too long is let go. */
  ping(): void;
}
