import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

export type Struct = Y.Item | Y.GC | Y.Skip;

/** A run of deleted clocks of one client. */
export interface Deletion {
  client: number;
  clock: number;
  len: number;
}

/** What stands in an update, before any of it has touched a document. */
export interface ReadUpdate {
  structs: Struct[];
  deletions: Deletion[];
}

/** Yjs' own reader, which does not say by itself where it stopped. */
class Reader extends Y.UpdateDecoderV1 {
  static last: decoding.Decoder | null = null;

  constructor(decoder: decoding.Decoder) {
    super(decoder);
    Reader.last = decoder;
  }
}

/**
 * Reads a V1 update with Yjs' own reader; null when the bytes are none, or something stands after it. V2 is never read:
 * decoding it hangs on crafted bytes (yjs#687), while V1 was seen to end on every input.
 */
export function readUpdate(bytes: Uint8Array): ReadUpdate | null {
  try {
    const { structs, ds } = Y.decodeUpdateV2(bytes, Reader);
    if (!Reader.last || decoding.hasContent(Reader.last)) return null;
    const deletions = [...ds.clients].flatMap(([client, runs]) =>
      runs.map(({ clock, len }) => ({ client, clock, len })),
    );
    return { structs, deletions };
  } catch {
    // Whatever a reader throws on bytes of a stranger means one thing: this is no update.
    return null;
  }
}
