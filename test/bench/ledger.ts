import type * as Y from 'yjs';

/**
 * When each character was written and when it appeared to each of the others. What was written at which moment stands
 * here and not in the document, by client id and clock, so that the documents are those of people who type.
 */
export class Ledger {
  /** ms of the process's clock, by clock of the client. */
  readonly #written = new Map<number, number[]>();
  readonly #now: () => number;
  #latencies: number[] = [];
  #from = Infinity;
  #until = Infinity;
  #arrived = 0;
  #expected = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What is written from here on counts. */
  open(): void {
    this.#from = this.#now();
  }

  /** What is written from here on does not count any more; what was, still does when it arrives. */
  close(): void {
    this.#until = this.#now();
  }

  /** Notes the time of the character that `doc` is about to write, which `readers` others wait for. */
  writes(doc: Y.Doc, readers: number): void {
    const clocks = this.#written.get(doc.clientID) ?? [];
    this.#written.set(doc.clientID, clocks);
    const at = this.#now();
    clocks[clockOf(doc)] = at;
    if (this.#counts(at)) this.#expected += readers;
  }

  /** Notes everything that others wrote when it appears in `doc`. */
  watch(doc: Y.Doc): void {
    doc.on('afterTransaction', ({ local, beforeState, afterState }: Y.Transaction) => {
      if (local) return;
      const at = this.#now();
      for (const [client, end] of afterState) {
        const clocks = this.#written.get(client);
        if (clocks)
          for (let clock = beforeState.get(client) ?? 0; clock < end; clock += 1) this.#take(clocks[clock], at);
      }
    });
  }

  /** ms from writing to appearing, in no order: one for each character and each other person. */
  get latencies(): readonly number[] {
    return this.#latencies;
  }

  /** What appeared while the ledger was open, whenever it was written. */
  get arrivedMeanwhile(): number {
    return this.#arrived;
  }

  /** Characters times readers that have not appeared yet. */
  get missing(): number {
    return this.#expected - this.#latencies.length;
  }

  #take(written: number | undefined, at: number): void {
    if (written === undefined) return;
    if (this.#counts(at)) this.#arrived += 1;
    if (this.#counts(written)) this.#latencies.push(at - written);
  }

  #counts(at: number): boolean {
    return at >= this.#from && at < this.#until;
  }
}

function clockOf({ store, clientID }: Y.Doc): number {
  const last = store.clients.get(clientID)?.at(-1);
  return last ? last.id.clock + last.length : 0;
}
