import { firstName } from '#lib/state/people.ts';
import type { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import { focusIn } from './focus.ts';

interface RowAskingParts {
  part: () => SharedPart;
  row: () => string;
  /** What holds the row, and the question. */
  element: () => HTMLElement | null;
  ondelete: (id: string) => void;
}

/** Deleting a row: at once, or after a question when others write in it. */
export class RowAsking {
  readonly #parts: RowAskingParts;
  #asked = $state.raw<readonly string[]>([]);
  readonly #writers = $derived.by(() => {
    const { part, row } = this.#parts;
    const inside = part().others.filter(({ cursor }) => cursor?.row === row());
    const names = inside.map(({ name }) => name);
    return names.filter((name, at) => names.indexOf(name) === at).map(firstName);
  });

  constructor(parts: RowAskingParts) {
    this.#parts = parts;
  }

  /** Those who were writing in the row when one wanted to delete it; none while nothing is asked. */
  get asked(): readonly string[] {
    return this.#asked;
  }

  ask = async (): Promise<void> => {
    if (!this.#writers.length) return this.answerYes();
    this.#asked = this.#writers;
    await focusIn(this.#parts.element(), '[data-keep]');
  };

  answerYes = (): void => this.#parts.ondelete(this.#parts.row());

  answerNo = async (): Promise<void> => {
    this.#asked = [];
    await focusIn(this.#parts.element(), '[data-delete]');
  };
}
