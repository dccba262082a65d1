/** As much of a window as it takes to keep its screen lit. */
export interface Awakeable {
  document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  /** Absent where the browser has no such thing. */
  wakeLock: Pick<WakeLock, 'request'> | undefined;
}

/**
 * Keeps the screen from going dark while the page is seen: a tablet that sleeps is out of the meeting. The browser lets
 * go whenever the page is hidden, so it is asked again each time the page comes back. Ends when the answer is called.
 */
export function keepAwake({ document, wakeLock }: Awakeable): () => void {
  let held: WakeLockSentinel | null = null;
  let over = false;
  const ask = async () => {
    if (over || document.visibilityState !== 'visible' || (held && !held.released)) return;
    // A device that saves its battery says no; the meeting goes on all the same.
    held = (await wakeLock?.request('screen').catch(() => null)) ?? null;
    if (over) await held?.release();
  };
  const look = () => void ask();
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', look);
    void held?.release();
  };
}
