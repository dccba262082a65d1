import { tick } from 'svelte';
import type { Row } from '#shared/plan/plan.ts';

/** Moves the focus, once the screen has followed, to the first element in `list` that `selector` finds. */
export async function focusIn(list: HTMLElement | null, selector: string): Promise<void> {
  await tick();
  list?.querySelector<HTMLElement>(selector)?.focus();
}

/** The first control of a row. */
export const inRow = (id: string): string => `[data-row="${CSS.escape(id)}"] :is(textarea, input, select)`;

/**
 * To be called when `rows` change, before the screen follows. When the row with the focus is no longer among them, and
 * nobody here moved the focus, it goes to the button that adds a row, and not to the top of the page; `lost` is told.
 */
export function keepFocus(list: HTMLElement | null, rows: readonly { row: Row }[], lost: () => void): void {
  const focused = document.activeElement;
  const id = list?.contains(focused) ? focused?.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
  if (id === undefined || rows.some(({ row }) => row.id === id)) return;
  void tick().then(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    lost();
    return focusIn(list, '[data-add]');
  });
}
