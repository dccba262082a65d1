import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { newRow, readPart, rowsRoot } from '#shared/plan/doc.ts';
import { sections } from '#shared/plan/sections.ts';

/** Somebody's copy of a part with rows. What they do waits until it is sent. */
export class Copy {
  readonly doc = new Y.Doc();
  readonly unsent: Uint8Array[] = [];

  constructor(client: number, start?: Uint8Array) {
    this.doc.clientID = client;
    if (start) Y.applyUpdate(this.doc, start, 'line');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line') this.unsent.push(update);
    });
    onTestFinished(() => this.doc.destroy());
  }

  /** The words of the first field, from the first row to the last. */
  get order(): string[] {
    return readPart('questions', this.doc).map(({ question }) => question);
  }

  get ids(): string[] {
    return readPart('questions', this.doc).map(({ id }) => id);
  }

  take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'line');
  }
}

/** All of them hear all that they have not heard. */
export function exchange(copies: readonly Copy[]): void {
  for (const copy of copies)
    for (const update of copy.unsent.splice(0)) for (const other of copies) if (other !== copy) other.take(update);
}

/** A list of questions as a foreign client makes it: without places. Ids are the words. */
export function unplaced(words: readonly string[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 99;
  rowsRoot(doc).push(words.map((word) => newRow(sections.questions.fields, word, { question: word })));
  return Y.encodeStateAsUpdate(doc);
}
