import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { newRow, PLACE, PLACE_LENGTH, readPart, rowsInOrder, rowsRoot, writePart } from '#shared/plan/doc.ts';
import { sections } from '#shared/plan/sections.ts';
import { addRow, findRow, moveRow, removeRow, restoreRow } from '#lib/state/rows.ts';
import { chanceFrom } from './support/chance.ts';
import { Copy, exchange, unplaced } from './support/list.ts';

const SEEDS = [1, 2, 3, 4, 5, 20_261_122];
const { fields } = sections.questions;
const question = (copy: Copy, id: string) => findRow(copy.doc, id)?.map.get('question') as Y.Text;

describe('the order of rows', () => {
  test('is the one that they were written in, and a new row is last', () => {
    const doc = new Y.Doc();
    const rows = ['en', 'to', 'tre'].map((word) => ({ id: word, question: word }));
    writePart('questions', doc, rows);
    addRow(doc, fields, { question: 'fire' });
    expect(readPart('questions', doc).map((row) => row.question)).toEqual(['en', 'to', 'tre', 'fire']);
    expect(readPart('questions', doc)[0], 'a place is no part of what a row says').toEqual(rows[0]);
  });

  test('is that of the document where a foreign client gave no places, and moving gives them', () => {
    const kari = new Copy(1, unplaced(['en', 'to', 'tre', 'fire']));
    expect(kari.order).toEqual(['en', 'to', 'tre', 'fire']);
    expect(moveRow(kari.doc, 'tre', 'up')).toBe(true);
    expect(kari.order).toEqual(['en', 'tre', 'to', 'fire']);
    expect(moveRow(kari.doc, 'en', 'up'), 'the first has nowhere to go').toBe(false);
    expect(moveRow(kari.doc, 'fire', 'down'), 'nor has the last').toBe(false);
    expect(moveRow(kari.doc, 'en', 'down')).toBe(true);
    expect(kari.order).toEqual(['tre', 'en', 'to', 'fire']);
  });

  test('a row without a place comes right after the one before it, also where that one was moved', () => {
    const kari = new Copy(1, unplaced(['en', 'to']));
    moveRow(kari.doc, 'to', 'up');
    rowsRoot(kari.doc).insert(1, [newRow(fields, 'etter en', { question: 'etter en' })]);
    rowsRoot(kari.doc).push([newRow(fields, 'etter to', { question: 'etter to' })]);
    expect(kari.order).toEqual(['to', 'etter to', 'en', 'etter en']);
    moveRow(kari.doc, 'etter to', 'down');
    expect(kari.order).toEqual(['to', 'en', 'etter to', 'etter en']);
  });

  test('one transaction moves a row', () => {
    const kari = new Copy(1, unplaced(['en', 'to', 'tre']));
    kari.doc.transact(() => moveRow(kari.doc, 'tre', 'up'));
    expect(kari.unsent).toHaveLength(1);
  });

  test('two who move different rows at once both get what they wanted', () => {
    const start = unplaced(['en', 'to', 'tre', 'fire', 'fem', 'seks']);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, start);
    moveRow(doc, 'en', 'down');
    const [kari, mona] = [new Copy(1, Y.encodeStateAsUpdate(doc)), new Copy(2, Y.encodeStateAsUpdate(doc))];
    moveRow(kari.doc, 'en', 'up');
    moveRow(mona.doc, 'seks', 'up');
    exchange([kari, mona]);
    expect(kari.order).toEqual(['en', 'to', 'tre', 'fire', 'seks', 'fem']);
    expect(mona.order).toEqual(kari.order);
  });

  test('and so do two who are the first to move anything in prepared rows', () => {
    const doc = new Y.Doc();
    writePart(
      'questions',
      doc,
      ['en', 'to', 'tre', 'fire'].map((word) => ({ id: word, question: word })),
    );
    const start = Y.encodeStateAsUpdate(doc);
    const [kari, mona] = [new Copy(1, start), new Copy(2, start)];
    moveRow(kari.doc, 'to', 'up');
    moveRow(mona.doc, 'fire', 'up');
    exchange([kari, mona]);
    expect(kari.order).toEqual(['to', 'en', 'fire', 'tre']);
    expect(mona.order).toEqual(kari.order);
  });

  test('two that came to the same place stand apart again when one of them, or one between them, is moved', () => {
    const [kari, mona] = [new Copy(1, unplaced(['en', 'to'])), new Copy(2, unplaced(['en', 'to']))];
    addRow(kari.doc, fields, { question: 'Kari' });
    addRow(mona.doc, fields, { question: 'Mona' });
    exchange([kari, mona]);
    expect(rowsInOrder(kari.doc)[2]?.place).toBe(rowsInOrder(kari.doc)[3]?.place);
    const before = kari.order;
    moveRow(kari.doc, 'to', 'down');
    expect(kari.order).toEqual(['en', before[2], 'to', before[3]]);
    exchange([kari, mona]);
    expect(mona.order).toEqual(kari.order);
  });

  test.each(['zzz', '0', 'a0 ', '!', 'a00', 'A'.repeat(27), 'z'.repeat(PLACE_LENGTH), 'x'.repeat(100_000)])(
    'a place that a stranger made up stops nobody: %.8s',
    (strange) => {
      const kari = new Copy(1, unplaced(['en', 'to', 'tre']));
      moveRow(kari.doc, 'en', 'down');
      findRow(kari.doc, 'to')?.map.set(PLACE, strange);
      addRow(kari.doc, fields, { question: 'ny' });
      for (const id of kari.ids) {
        const at = kari.ids.indexOf(id);
        expect(moveRow(kari.doc, id, 'down')).toBe(at < 3);
        expect(kari.ids.indexOf(id)).toBe(Math.min(3, at + 1));
      }
      expect(kari.order.toSorted()).toEqual(['en', 'ny', 'to', 'tre']);
    },
  );

  test('a place never grows beyond what is taken for one, however often two rows change places', () => {
    const kari = new Copy(1, unplaced(['en', 'to', 'tre']));
    for (let round = 0; round < 3_000; round++) {
      const [, second = ''] = kari.ids;
      moveRow(kari.doc, second, round % 2 ? 'up' : 'down');
    }
    expect(Math.max(...rowsInOrder(kari.doc).map(({ place }) => place?.length ?? Infinity))).toBeLessThanOrEqual(
      PLACE_LENGTH,
    );
  });
});

test.each(SEEDS)('whatever three do to a list, all have the same list in the end (seed %i)', (seed) => {
  const chance = chanceFrom(seed);
  const start = unplaced(['en', 'to', 'tre', 'fire']);
  const three = [1, 2, 3].map((client) => new Copy(client, start));
  const waiting = new Map(three.map((copy) => [copy, [] as Uint8Array[]]));
  const done = { moves: 0, adds: 0, deletes: 0 };
  const post = (copy: Copy) => {
    for (const update of copy.unsent.splice(0))
      for (const other of three) if (other !== copy) waiting.get(other)?.push(update);
  };
  /** In any order: Yjs keeps what comes too early. */
  const hear = (copy: Copy) => {
    const updates = waiting.get(copy) ?? [];
    while (updates.length) copy.take(updates.splice(Math.floor(chance() * updates.length), 1)[0] as Uint8Array);
  };
  for (let step = 0; step < 400; step++) {
    const copy = three[Math.floor(chance() * 3)] as Copy;
    const id = copy.ids[Math.floor(chance() * copy.ids.length)] ?? '';
    const dice = chance();
    if (dice < 0.5) done.moves += Number(moveRow(copy.doc, id, chance() < 0.5 ? 'up' : 'down'));
    else if (dice < 0.6) done.adds += Number(addRow(copy.doc, fields, { question: `${seed}-${step}` }) !== '');
    else if (dice < 0.66) done.deletes += Number(removeRow(copy.doc, { id }) !== null);
    else if (dice < 0.72) rowsRoot(copy.doc).push([newRow(fields, `f${step}`, { question: `fremmed ${step}` })]);
    else if (dice < 0.86) post(copy);
    else hear(copy);
    expect(new Set(copy.ids).size, `seed ${seed}, step ${step}`).toBe(copy.ids.length);
  }
  three.forEach(post);
  three.forEach(hear);
  for (const copy of three)
    expect(readPart('questions', copy.doc)).toEqual(readPart('questions', three[0]?.doc as Y.Doc));
  expect(Math.min(done.moves, done.adds, done.deletes), 'the run did something').toBeGreaterThan(5);
});

describe('what is written in a row', () => {
  test('while another moves it is all there', () => {
    const start = unplaced(['en', 'to', 'tre']);
    const [kari, mona] = [new Copy(1, start), new Copy(2, start)];
    moveRow(kari.doc, 'to', 'up');
    question(mona, 'to').insert(2, ' om natten');
    moveRow(kari.doc, 'to', 'down');
    moveRow(kari.doc, 'to', 'down');
    exchange([kari, mona]);
    expect(kari.order).toEqual(['en', 'tre', 'to om natten']);
    expect(mona.order).toEqual(kari.order);
  });

  test('stands once when two bring the row back at the same time', () => {
    const start = unplaced(['en', 'to', 'tre']);
    const [kari, mona] = [new Copy(1, start), new Copy(2, start)];
    const gone = [kari, mona].map((copy) => removeRow(copy.doc, { id: 'to' }));
    exchange([kari, mona]);
    expect(kari.order).toEqual(['en', 'tre']);
    [kari, mona].forEach((copy, index) => restoreRow(copy.doc, gone[index] as NonNullable<(typeof gone)[0]>));
    exchange([kari, mona]);
    expect(rowsRoot(kari.doc).length).toBe(4);
    expect(kari.ids).toEqual(['en', 'to', 'tre']);
    expect(mona.ids).toEqual(kari.ids);
  });

  test('stands twice, under two ids, when the two have brought back different words', () => {
    const start = unplaced(['en', 'to']);
    const [kari, mona] = [new Copy(1, start), new Copy(2, start)];
    question(mona, 'to').insert(2, ' om natten');
    const gone = [kari, mona].map((copy) => removeRow(copy.doc, { id: 'to' }));
    [kari, mona].forEach((copy, index) => restoreRow(copy.doc, gone[index] as NonNullable<(typeof gone)[0]>));
    exchange([kari, mona]);
    expect(kari.order.toSorted()).toEqual(['en', 'to', 'to om natten']);
    expect(new Set(kari.ids).size).toBe(3);
    expect(mona.ids).toEqual(kari.ids);
  });

  test('a row that is back already is not brought back again', () => {
    const kari = new Copy(1, unplaced(['en', 'to']));
    const gone = removeRow(kari.doc, { id: 'to' });
    if (!gone) throw new Error('there was nothing to remove');
    expect(restoreRow(kari.doc, gone)).not.toBeNull();
    expect(restoreRow(kari.doc, { ...gone, copy: gone.copy.clone() })).toBeNull();
    expect(kari.order).toEqual(['en', 'to']);
  });
});
