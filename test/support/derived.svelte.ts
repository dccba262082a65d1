/** A value that follows from state, as a part of the screen would have it. */
export function derived<T>(read: () => T): { readonly current: T } {
  const value = $derived.by(read);
  return {
    get current() {
      return value;
    },
  };
}
