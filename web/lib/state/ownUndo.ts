import * as Y from 'yjs';

/** Keystrokes within this time are undone together. */
const TOGETHER_MS = 500;

/** Whether there is something to take back, and something to bring again. */
export interface Steps {
  back: boolean;
  forth: boolean;
}

/** Takes back, and brings again, what one writer has done to a text, and never what the others have. */
export class OwnUndo {
  readonly #writer: object;
  readonly #changed: (steps: Steps) => void;
  #manager: Y.UndoManager | null = null;

  /** `writer` is the origin of that writer's transactions; `changed` is told what steps there are. */
  constructor(writer: object, changed: (steps: Steps) => void = () => undefined) {
    this.#writer = writer;
    this.#changed = changed;
  }

  /** Begins afresh with `text`, or ends with null. */
  follow(text: Y.Text | null): void {
    this.#manager?.clear();
    this.#manager?.destroy();
    this.#manager =
      text && new Y.UndoManager(text, { trackedOrigins: new Set([this.#writer]), captureTimeout: TOGETHER_MS });
    this.#tell();
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
      this.#manager?.on(event, () => this.#tell());
  }

  /** One step back, or forward again with `redo`. */
  step(redo: boolean): void {
    if (redo) this.#manager?.redo();
    else this.#manager?.undo();
  }

  /** What comes next is a step of its own. */
  separate(): void {
    this.#manager?.stopCapturing();
  }

  /** Whether a transaction with this origin is such a step. */
  isOrigin(origin: unknown): boolean {
    return this.#manager !== null && origin === this.#manager;
  }

  #tell(): void {
    this.#changed({ back: this.#manager?.canUndo() ?? false, forth: this.#manager?.canRedo() ?? false });
  }
}
