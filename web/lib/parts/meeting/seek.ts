import { anchorOf } from '#lib/state/place.ts';
import type { Spot } from '#lib/state/spot.ts';

const CONTROL = ':is(textarea, select, input)';

/** From the very field to what is nearest to it. */
function selectorsFor({ row, field }: Spot): string[] {
  const inRow = row === undefined ? '' : `[data-row="${CSS.escape(row)}"] `;
  const inField = field === undefined ? '' : `[data-name="${CSS.escape(field)}"] `;
  const add = '[data-add]';
  return row === undefined
    ? [...(field === undefined ? [] : [`${inField}${CONTROL}`]), add, CONTROL]
    : [`${inRow}${inField}${CONTROL}`, `${inRow}${CONTROL}`, add, CONTROL];
}

/** Where the part stands: its card, and its cells where it is the column of a table. */
function within(card: HTMLElement, { section }: Spot, selector: string): HTMLElement[] {
  const cells = document.querySelectorAll<HTMLElement>(`[data-of="${section}"]`);
  return [card, ...cells].flatMap((place) => [...place.querySelectorAll<HTMLElement>(selector)]);
}

function find(card: HTMLElement, spot: Spot): HTMLElement | null {
  for (const selector of selectorsFor(spot)) {
    const found = within(card, spot, selector).find(
      // A field of a list is that of some row, and without a row none is meant.
      (one) => spot.row !== undefined || one.closest('[data-row]') === null,
    );
    if (found) return found;
  }
  return within(card, spot, CONTROL)[0] ?? null;
}

function goTo(element: HTMLElement): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
}

/**
 * Puts the caret in the field, as soon as the page shows it: another page may have to come first, and a part's document
 * after that. Until then the focus is on the part's card. Gives up when the user goes on to something else.
 */
export function seek(spot: Spot): void {
  let card: HTMLElement | null = null;
  const look = (): boolean => {
    const now = document.getElementById(anchorOf(spot.section));
    const field = now && find(now, spot);
    if (field) goTo(field);
    else if (now && now !== card) goTo(now);
    card = now;
    return field !== null;
  };
  if (look()) return;
  const watch = new MutationObserver(() => {
    if (look()) stop.abort();
  });
  const stop = new AbortController();
  stop.signal.addEventListener('abort', () => watch.disconnect());
  for (const deed of ['pointerdown', 'keydown'] as const)
    document.addEventListener(deed, () => stop.abort(), { signal: stop.signal, capture: true });
  watch.observe(document.body, { childList: true, subtree: true });
}

/** Whether the page shows the part now. */
export const isShown = ({ section }: Spot): boolean => document.getElementById(anchorOf(section)) !== null;
