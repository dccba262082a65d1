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

  choose(step: TypeStep): void {
    this.#step = step;
    this.#storage.setItem(KEY, step);
  }
}
