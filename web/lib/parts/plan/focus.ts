import { tick } from 'svelte';

/** Moves the focus, once the screen has followed, to the first element in `list` that `selector` finds. */
export async function focusIn(list: HTMLElement | null, selector: string): Promise<void> {
  await tick();
  list?.querySelector<HTMLElement>(selector)?.focus();
}

/** The first control of a row. */
export const inRow = (id: string): string => `[data-row="${CSS.escape(id)}"] :is(textarea, input, select)`;

/** The row that the element stands in; null when it stands in none of `list`. */
export function rowAround(list: HTMLElement | null, element: EventTarget | null): string | null {
  if (!(element instanceof Element) || !list?.contains(element)) return null;
  return element.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
}

/**
 * To be called when rows come, go or move, before the screen follows. What has the focus keeps it, and its place on
 * screen. When its row is gone, and nobody here moved the focus, it goes to what is said of that, or to the button that
 * adds a row, and not to the top of the page.
 */
export function keepFocus(list: HTMLElement | null): void {
  const focused = document.activeElement;
  const row = rowAround(list, focused);
  if (!(focused instanceof HTMLElement) || row === null) return;
  const { top } = focused.getBoundingClientRect();
  void tick().then(() => {
    const { activeElement } = document;
    if (activeElement !== focused && activeElement !== document.body && activeElement !== null) return;
    if (!focused.isConnected) return focusIn(list, `[data-lost="${CSS.escape(row)}"], [data-add]`);
    // An element that is put elsewhere loses the focus on its way.
    focused.focus({ preventScroll: true });
    scrollBy(0, focused.getBoundingClientRect().top - top);
  });
}
