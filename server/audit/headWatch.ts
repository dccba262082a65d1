import type { Audit, LogHead } from './audit.ts';

/** How often the operator is told where the log ends. */
const TELL_MS = 3_600_000;

export interface HeadWatchParts {
  audit: Pick<Audit, 'head'>;
  /** Calls back every `ms` until what comes back is called. */
  every: (ms: number, then: () => void) => () => void;
  tell: (head: LogHead) => void;
  report: (error: unknown) => void;
}

/**
 * Tells where the log ends, at once, every hour and at the end: whoever keeps that outside of the house can tell later
 * whether what was in the log until then is as it was. The function that comes back tells a last time.
 */
export async function watchHead({ audit, every, tell, report }: HeadWatchParts): Promise<() => Promise<void>> {
  const look = async () => {
    const head = await audit.head();
    if (head) tell(head);
  };
  await look();
  const stop = every(TELL_MS, () => void look().catch(report));
  return async () => {
    stop();
    await look();
  };
}
