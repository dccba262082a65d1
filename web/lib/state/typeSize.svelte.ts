import { createContext } from 'svelte';
import * as z from 'zod/mini';

export const TypeStep = z.enum(['normal', 'large', 'largest']);
export type TypeStep = z.infer<typeof TypeStep>;

const KEY = 'type-size';

/** How large the reader wants the type. Remembered by the browser where it may; nothing about anybody is kept there. */
export class TypeSize {
  #step = $state.raw<TypeStep>('normal');
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
    const kept = TypeStep.safeParse(storage.getItem(KEY));
    if (kept.success) this.#step = kept.data;
  }

  get step(): TypeStep {
    return this.#step;
  }

  /** One step larger; false where there is none. */
  enlarge(): boolean {
    const larger = TypeStep.options[TypeStep.options.indexOf(this.#step) + 1];
    if (larger) this.choose(larger);
    return larger !== undefined;
  }

  choose(step: TypeStep): void {
    this.#step = step;
    this.#storage.setItem(KEY, step);
  }
}

/** `setTypeSize` in the patient's page, `getTypeSize` in the pages within it. */
export const [getTypeSize, setTypeSize] = createContext<TypeSize>();
