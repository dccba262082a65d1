/** Calls `act` once for many knocks: `delayMs` after the first of them, each key on its own. */
export function createTardy<Key>(
  delayMs: number,
  defer: (ms: number, then: () => void) => void,
  act: (key: Key) => void,
): (key: Key) => void {
  const waiting = new Set<Key>();
  return (key) => {
    if (waiting.has(key)) return;
    waiting.add(key);
    defer(delayMs, () => {
      waiting.delete(key);
      act(key);
    });
  };
}
