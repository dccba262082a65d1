import type { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import type { Values } from '#shared/plan/plan.ts';
import { focusIn, inRow } from './focus.ts';

/** What one does with the rows of a part, and where the focus goes. `element` holds all that is said of them. */
export class ListDeeds {
  readonly #part: () => SharedPart;
  readonly #element: () => HTMLElement | null;

  constructor(part: () => SharedPart, element: () => HTMLElement | null) {
    this.#part = part;
    this.#element = element;
  }

  /** Adds a row, and goes there. */
  async add(values: Values = {}, once?: string): Promise<void> {
    const id = this.#part().list?.add(values, once);
    if (id) await focusIn(this.#element(), inRow(id));
  }

  async delete(id: string): Promise<void> {
    this.#part().list?.delete(id);
    await focusIn(this.#element(), `[data-undo="${CSS.escape(id)}"]`);
  }

  async bringBack(id: string): Promise<void> {
    this.#part().list?.bringBack(id);
    await focusIn(this.#element(), inRow(id));
  }

  async dismiss(id: string): Promise<void> {
    this.#part().list?.dismiss(id);
    await focusIn(this.#element(), '[data-add]');
  }
}
