import * as Y from 'yjs';
import type { SectionKey } from '#shared/plan/sections.ts';
import { craft, words } from './craft.ts';

/** Client ids in the scenes: the window of Kari, who wrote before, and two windows of Mona, who writes now. */
export const KARI = 100;
export const MONA = 200;
export const MONA_TOO = 201;

/** What Kari and Mona have written before, in the order in which they did. */
export interface Scene {
  section: SectionKey;
  kari: Uint8Array;
  mona: Uint8Array;
}

/** The next update of somebody who works on a document that has `before` in it. */
export function updateOf(client: number, before: readonly Uint8Array[], change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  for (const update of before) Y.applyUpdate(doc, update);
  // Afterwards: a document that hears of its own id from outside takes another.
  doc.clientID = client;
  const known = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, known);
}

function scene(section: SectionKey, kari: (doc: Y.Doc) => void, mona: (doc: Y.Doc) => void): Scene {
  const first = updateOf(KARI, [], kari);
  return { section, kari: first, mona: updateOf(MONA, [first], mona) };
}

const addRow = (id: string) => (doc: Y.Doc) => {
  const row = new Y.Map<unknown>();
  doc.getArray('content').push([row]);
  row.set('id', id);
  row.set('activity', new Y.Text('gå'));
};

const setField = (key: string) => (doc: Y.Doc) => void doc.getMap('content').set(key, new Y.Text('hei'));

/** `story` holds "Hei på deg" of Kari's, clocks 0–9, and "ja" of Mona's, clocks 0–1. */
const text = scene(
  'story',
  (doc) => doc.getText('content').insert(0, 'Hei på deg'),
  (doc) => doc.getText('content').insert(10, 'ja'),
);
/** `goals` holds a row of each: the row itself is clock 0, its id 1, its text 2, the two letters in that 3 and 4. */
const rows = scene('goals', addRow('r1'), addRow('r2'));
/** `coordination` holds a field of each: the text is clock 0, its three letters 1–3. */
const fields = scene('coordination', setField('municipalContact'), setField('hospitalContact'));

export const SCENES = { text, rows, fields } as const;

/** What one window, client 7, writes first and after that. */
export const HELLO = craft({ structs: [{ client: 7, clock: 0, of: [words('Hei', {})] }] });
export const MORE = craft({ structs: [{ client: 7, clock: 3, of: [words(' du', { origin: [7, 2] })] }] });
