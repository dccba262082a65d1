/** A server in the bench. `line` is ours too, by the door that the browser uses. */
export const CONTENDERS = ['y-websocket', 'hocuspocus', 'ours', 'line'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

export interface StartAt {
  /** Where it may store. */
  folder: string;
  port: number;
  /** Where a CPU profile is to be left when it stops; null for none. Only ours does so. */
  profileFolder: string | null;
}

/** A server in a process of its own. */
export interface RunningServer {
  pid: number;
  /** Asks it to close, and resolves when it is gone. */
  stop(): Promise<void>;
}

export interface Contender {
  /** Whether what it has is still there after a new start. */
  stores: boolean;
  /** Resolves when it listens. @throws Error with what it printed. */
  start(at: StartAt): Promise<RunningServer>;
}
