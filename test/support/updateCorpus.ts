import * as Y from 'yjs';
import { CHANGES, CLOCK } from '#server/sync/limits.ts';
import {
  any,
  binary,
  bytesOf,
  craft,
  deleted,
  embed,
  format,
  gc,
  json,
  raw,
  skip,
  subdocument,
  type,
  words,
} from './craft.ts';
import { KARI, MONA, MONA_TOO, SCENES, type Scene } from './scenes.ts';

const { text, rows, fields } = SCENES;

/** Mona's next clock in each scene. */
const NEXT = new Map([
  [text, 2],
  [rows, 5],
  [fields, 4],
]);

/** One rule of the guard: what it refuses, beside the nearest thing that it lets through. Both are Mona's. */
export interface RuleCase {
  name: string;
  scene: Scene;
  refused: Uint8Array;
  allowed: Uint8Array;
}

type Structs = Parameters<typeof craft>[0]['structs'];

const byMona = (where: Scene, ...of: NonNullable<Structs>[number]['of']) =>
  craft({ structs: [{ client: MONA, clock: NEXT.get(where) ?? 0, of }] });

const end = { origin: [MONA, 1] } as const;
const ok = byMona(text, words('!', end));
const inRow = (key: string) => ({ parent: [MONA, 0], key }) as const;
const okRow = byMona(rows, any(7, inRow('priority')));

const nested = (depth: number) =>
  byMona(
    rows,
    type('map', inRow('nest')),
    ...Array.from({ length: depth }, (_, level) => type('map', { parent: [MONA, 5 + level], key: 'x' })),
  );

const runs = (...of: [number, number][]) => craft({ deletions: [{ client: KARI, runs: of }] });

const TEXT_CASES: RuleCase[] = [
  { name: 'G1 something left out', refused: byMona(text, skip(1), words('!', end)), allowed: ok },
  {
    name: 'G2 a gap in one’s own clock',
    refused: craft({ structs: [{ client: MONA, clock: 3, of: [words('!', end)] }] }),
    allowed: ok,
  },
  {
    name: 'G3 a left neighbour that nobody wrote',
    refused: byMona(text, words('!', { origin: [KARI, 10] })),
    allowed: byMona(text, words('!', { origin: [KARI, 9] })),
  },
  {
    name: 'G3 a left neighbour of one’s own that comes later',
    refused: byMona(text, words('!', { origin: [MONA, 2] })),
    allowed: ok,
  },
  {
    name: 'G4 a right neighbour that nobody wrote',
    refused: byMona(text, words('!', { right: [KARI, 10] })),
    allowed: byMona(text, words('!', { right: [KARI, 0] })),
  },
  {
    name: 'G5 two windows that wait for each other',
    refused: craft({
      structs: [
        { client: MONA_TOO, clock: 0, of: [words('a', { origin: [MONA, 2] })] },
        { client: MONA, clock: 2, of: [words('b', { origin: [MONA_TOO, 0] })] },
      ],
    }),
    allowed: craft({
      structs: [
        { client: MONA_TOO, clock: 0, of: [words('a', { origin: [MONA, 2] })] },
        { client: MONA, clock: 2, of: [words('b', end)] },
      ],
    }),
  },
  {
    name: 'G6 text under somebody else’s client id',
    refused: craft({ structs: [{ client: KARI, clock: 10, of: [words('!', { origin: [KARI, 9] })] }] }),
    allowed: byMona(text, words('!', { origin: [KARI, 9] })),
  },
  {
    name: 'G7 garbage under somebody else’s client id, which would silence them',
    refused: craft({ structs: [{ client: KARI, clock: 10, of: [gc(5)] }] }),
    allowed: craft({ structs: [{ client: MONA, clock: 2, of: [gc(5)] }] }),
  },
  { name: 'G8 a deletion of what nobody wrote', refused: runs([8, 3]), allowed: runs([8, 2]) },
  { name: 'G8 deletions that overlap', refused: runs([2, 4], [3, 4]), allowed: runs([2, 4], [6, 1]) },
  { name: 'G8 a deletion of nothing', refused: runs([2, 0]), allowed: runs([2, 1]) },
  {
    name: 'G9 another root type',
    refused: byMona(text, words('!', { root: 'notes' })),
    allowed: byMona(text, words('!', { root: 'content' })),
  },
  {
    name: 'G9 a key in a text',
    refused: byMona(text, words('!', { key: 'hidden' })),
    allowed: byMona(text, words('!', {})),
  },
  {
    name: 'G9 something within a character',
    refused: byMona(text, words('!', { parent: [KARI, 0] })),
    allowed: byMona(text, words('!', {})),
  },
  ...[
    ['a plain value', any(1, end)],
    ['bytes', binary(end)],
    ['an embedded object', embed(end)],
    ['formatting', format(end)],
    ['a type', type('map', end)],
    ['a subdocument', subdocument(end)],
  ].map(([name, struct]) => ({
    name: `G10 ${String(name)} in a text`,
    refused: byMona(text, struct as ReturnType<typeof gc>),
    allowed: byMona(text, deleted(1, end)),
  })),
  {
    name: 'G11 the same client twice',
    refused: craft({
      structs: [
        { client: MONA, clock: 2, of: [words('a', end)] },
        { client: KARI, clock: 0, of: [] },
        { client: MONA_TOO, clock: 0, of: [words('a', end)] },
        { client: MONA, clock: 3, of: [words('b', { origin: [MONA, 2] })] },
      ],
    }),
    allowed: byMona(text, words('a', end), words('b', { origin: [MONA, 2] })),
  },
  { name: 'G11 a struct of no length', refused: byMona(text, words('', end)), allowed: ok },
  { name: 'G11 a clock beyond sense', refused: byMona(text, gc(CLOCK)), allowed: byMona(text, gc(1)) },
  {
    name: 'G12 more changes at once than anybody makes',
    refused: byMona(text, ...Array.from({ length: CHANGES + 1 }, () => gc(1))),
    allowed: byMona(text, ...Array.from({ length: 50 }, () => gc(1))),
  },
  {
    name: 'G13 other words under a clock that is known: a duplicated tab',
    refused: craft({ structs: [{ client: MONA, clock: 0, of: [words('jo da', { origin: [KARI, 9] })] }] }),
    allowed: craft({ structs: [{ client: MONA, clock: 0, of: [words('ja da', { origin: [KARI, 9] })] }] }),
  },
  {
    name: 'G15 neighbours that stand the other way round, which every replica would mend in a way of its own',
    refused: byMona(text, words('!', { origin: [KARI, 7], right: [KARI, 3] })),
    allowed: byMona(text, words('!', { origin: [KARI, 3], right: [KARI, 7] })),
  },
  {
    name: 'G15 neighbours that stand the other way round in one’s own words',
    refused: byMona(text, words('!', { origin: [MONA, 1], right: [MONA, 0] })),
    allowed: byMona(text, words('!', { origin: [MONA, 0], right: [MONA, 1] })),
  },
].map((each) => ({ ...each, scene: text }));

const ROW_CASES: RuleCase[] = [
  {
    name: 'G15 neighbours in the words of two rows',
    refused: byMona(rows, words('!', { origin: [KARI, 3], right: [MONA, 3] })),
    allowed: byMona(rows, words('!', { origin: [KARI, 3], right: [KARI, 4] })),
  },
  {
    name: 'G4 a parent that nobody wrote',
    refused: byMona(rows, any(7, { parent: [KARI, 5], key: 'priority' })),
    allowed: byMona(rows, any(7, { parent: [KARI, 0], key: 'priority' })),
  },
  ...[
    ['a subdocument', subdocument(inRow('x'))],
    ['bytes', binary(inRow('x'))],
    ['an embedded object', embed(inRow('x'))],
    ['formatting', format(inRow('x'))],
    ['a type of XML', type('xmlFragment', inRow('x'))],
    ['bytes within a value', any({ inner: Uint8Array.of(1) }, inRow('x'))],
    ['a number too large for JSON', any(10n, inRow('x'))],
    ['a value nested deeply', any([[[[[[1]]]]]], inRow('x'))],
  ].map(([name, struct]) => ({
    name: `G10 ${String(name)} in a row`,
    refused: byMona(rows, struct as ReturnType<typeof gc>),
    allowed: okRow,
  })),
  ...['"\\ud800"', '{"\\udc00":1}'].map((half) => ({
    name: `G10 half a character in ${half}`,
    refused: byMona(rows, json(half, {})),
    allowed: okRow,
  })),
  { name: 'G9 a key beside the rows', refused: byMona(rows, any(1, { key: 'hidden' })), allowed: okRow },
  { name: 'G14 types nested too deeply', refused: nested(6), allowed: nested(3) },
].map((each) => ({ ...each, scene: rows }));

const FIELD_CASES: RuleCase[] = [
  {
    name: 'G9 an element beside the fields',
    scene: fields,
    refused: byMona(fields, any('x', {})),
    allowed: byMona(fields, any('yes', { key: 'individualPlan' })),
  },
];

export const RULES: readonly RuleCase[] = [...TEXT_CASES, ...ROW_CASES, ...FIELD_CASES];

/** Bytes that are no V1 update at all, of the text's scene. */
export const GARBAGE: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['something after the end', bytesOf(ok, Uint8Array.of(0))],
  ['an update cut short', ok.subarray(0, ok.length - 1)],
  ['no bytes', new Uint8Array()],
  ['an update in the second format', Y.convertUpdateFormatV1ToV2(text.mona)],
  ['an unknown kind of content', byMona(text, raw(0x8b, MONA & 0x7f, 1, 1))],
  ['text that is not UTF-8', Uint8Array.from(ok, (byte) => (byte === 33 ? 0xff : byte))],
];

/** One good update of Mona's in the text's scene. */
export const GOOD = ok;
