import * as encoding from 'lib0/encoding';

/** The place of one character or element: client id and clock. */
export type Id = readonly [client: number, clock: number];

/** What an item says of its place. Without `origin` and `right` it names its parent: a root type, or an item. */
export interface Place {
  origin?: Id;
  right?: Id;
  root?: string;
  parent?: Id;
  key?: string;
}

export type CraftedStruct = (encoder: encoding.Encoder) => void;

export interface Crafted {
  structs?: readonly { client: number; clock: number; of: readonly CraftedStruct[] }[];
  deletions?: readonly { client: number; runs: readonly Id[] }[];
}

/** A V1 update written by hand, byte by byte: also such as Yjs itself would never make. */
export function craft({ structs = [], deletions = [] }: Crafted): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, structs.length);
  for (const { client, clock, of } of structs) {
    encoding.writeVarUint(encoder, of.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const write of of) write(encoder);
  }
  encoding.writeVarUint(encoder, deletions.length);
  for (const { client, runs } of deletions) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, runs.length);
    for (const run of runs) run.forEach((number) => encoding.writeVarUint(encoder, number));
  }
  return encoding.toUint8Array(encoder);
}

const HAS_ORIGIN = 0x80;
const HAS_RIGHT = 0x40;
const HAS_KEY = 0x20;

function item(ref: number, place: Place, content: (encoder: encoding.Encoder) => void): CraftedStruct {
  return (encoder) => {
    const { origin, right, root = 'content', parent, key } = place;
    const flags = (origin ? HAS_ORIGIN : 0) | (right ? HAS_RIGHT : 0) | (key === undefined ? 0 : HAS_KEY);
    encoding.writeUint8(encoder, ref | flags);
    for (const id of [origin, right]) id?.forEach((number) => encoding.writeVarUint(encoder, number));
    if (!origin && !right) {
      encoding.writeVarUint(encoder, parent ? 0 : 1);
      if (parent) parent.forEach((number) => encoding.writeVarUint(encoder, number));
      else encoding.writeVarString(encoder, root);
      if (key !== undefined) encoding.writeVarString(encoder, key);
    }
    content(encoder);
  };
}

export const gc =
  (length: number): CraftedStruct =>
  (encoder) => {
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, length);
  };

export const skip =
  (length: number): CraftedStruct =>
  (encoder) => {
    encoding.writeUint8(encoder, 10);
    encoding.writeVarUint(encoder, length);
  };

/** A struct of just these bytes. */
export const raw =
  (...bytes: number[]): CraftedStruct =>
  (encoder) =>
    encoding.writeUint8Array(encoder, Uint8Array.from(bytes));

export const deleted = (length: number, place: Place) => item(1, place, (e) => encoding.writeVarUint(e, length));
export const binary = (place: Place) => item(3, place, (e) => encoding.writeVarUint8Array(e, Uint8Array.of(1, 2)));
export const words = (text: string, place: Place) => item(4, place, (e) => encoding.writeVarString(e, text));
export const embed = (place: Place) => item(5, place, (e) => encoding.writeVarString(e, '{"image":"x"}'));

export const format = (place: Place) =>
  item(6, place, (encoder) => {
    encoding.writeVarString(encoder, 'bold');
    encoding.writeVarString(encoder, 'true');
  });

export const TYPES = { array: 0, map: 1, text: 2, xmlFragment: 4, xmlText: 6 } as const;

export const type = (kind: keyof typeof TYPES, place: Place) =>
  item(7, place, (encoder) => encoding.writeVarUint(encoder, TYPES[kind]));

/** The older way to write a value: as JSON in words, where an escape can name half a character. */
export const json = (text: string, place: Place) =>
  item(2, place, (encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, text);
  });

export const any = (value: unknown, place: Place) =>
  item(8, place, (encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeAny(encoder, value as never);
  });

export const subdocument = (place: Place) =>
  item(9, place, (encoder) => {
    encoding.writeVarString(encoder, 'a-document-within');
    encoding.writeAny(encoder, {});
  });

/** Joins bytes. */
export const bytesOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
