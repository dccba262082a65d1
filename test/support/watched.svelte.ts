/** What a part of the screen would have shown, one after the other, of a value that follows from state. */
export function watched<T>(read: () => T): { readonly seen: readonly T[]; stop: () => void } {
  const seen: T[] = [];
  const stop = $effect.root(() => {
    const value = $derived.by(read);
    $effect.pre(() => void seen.push(value));
  });
  return { seen, stop };
}
