import { firstName } from '#lib/state/people.ts';
import type { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import { focusIn } from './focus.ts';

interface AskedRow {
  part: SharedPart;
  row: string;
  /** What holds the row, and the question. */
  element: HTMLElement | null;
  ondelete: (id: string) => void;
}

/** Deleting a row: at once, or after a question when others write in it. */
export class RowAsking {
  readonly #about: () => AskedRow;
  #asked = $state.raw<readonly string[]>([]);
  readonly #writers = $derived.by(() => {
    const { part, row } = this.#about();
    const inside = part.others.filter(({ cursor }) => cursor?.row === row);
    const names = inside.map(({ name }) => name);
    return names.filter((name, at) => names.indexOf(name) === at).map(firstName);
  });

  constructor(about: () => AskedRow) {
    this.#about = about;
  }

  /** Those who were writing in the row when one wanted to delete it; none while nothing is asked. */
  get asked(): readonly string[] {
    return this.#asked;
  }

  ask = async (): Promise<void> => {
    if (!this.#writers.length) return this.answerYes();
    this.#asked = this.#writers;
    await focusIn(this.#about().element, '[data-keep]');
  };

  answerYes = (): void => {
    const { ondelete, row } = this.#about();
    ondelete(row);
  };

  answerNo = async (): Promise<void> => {
    this.#asked = [];
    await focusIn(this.#about().element, '[data-delete]');
  };
}
