import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { newRow, readPart, rowsRoot, writePart } from '#shared/plan/doc.ts';
import { blankPart } from '#shared/plan/plan.ts';
import { SECTION_KEYS, sections } from '#shared/plan/sections.ts';
import { aase } from '#server/demo/aase.ts';
import * as z from 'zod/mini';

describe('a part and its document', () => {
  test.each(SECTION_KEYS)('%s comes back as it went in', (key) => {
    const doc = new Y.Doc();
    writePart(key, doc, aase.plan[key]);
    expect(readPart(key, doc)).toEqual(aase.plan[key]);
    expect(z.safeParse(sections[key].shape, readPart(key, doc)).success).toBe(true);
    expect(readPart(key, new Y.Doc())).toEqual(blankPart(key));
  });

  test('what a stranger put in reads as unanswered, and the rest is read all the same', () => {
    const doc = new Y.Doc();
    rowsRoot(doc).push([
      'no row',
      7,
      newRow(sections.goals.fields, 'a', { activity: 'Gå til postkassen', scoreNow: 2 }),
    ]);
    const wild = new Y.Map<unknown>([['id', 'a']]);
    rowsRoot(doc).push([wild]);
    wild.set('activity', 'uten Y.Text');
    wild.set('scoreNow', 11);
    const [first, second] = readPart('goals', doc);
    expect(first).toMatchObject({ id: 'a', activity: 'Gå til postkassen', scoreNow: 2 });
    expect(second).toMatchObject({ activity: 'uten Y.Text', scoreNow: null });
    expect(second?.id, 'two rows never share an id').not.toBe('a');
  });

  test('two rows that claim one id get the same two ids on every replica', () => {
    const [here, there] = [new Y.Doc(), new Y.Doc()];
    rowsRoot(here).push([newRow(sections.goals.fields, 'same'), newRow(sections.goals.fields, 'same')]);
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    expect(readPart('goals', there).map(({ id }) => id)).toEqual(readPart('goals', here).map(({ id }) => id));
  });

  test('half a character, which has no hash and no place in an export, reads as the sign for one', () => {
    const doc = new Y.Doc();
    const row = new Y.Map<unknown>([
      ['id', 'a\ud800'],
      ['question', 'Kan jeg\ud800'],
    ]);
    rowsRoot(doc).push([row]);
    expect(readPart('questions', doc)).toEqual([{ id: 'a\ufffd', question: 'Kan jeg\ufffd' }]);
  });

  test('a value is read however a client put it: as words, or as digits', () => {
    const doc = new Y.Doc();
    const service = new Y.Map<unknown>([
      ['id', 'a'],
      ['kind', 15],
      ['status', new Y.Text('granted')],
      ['start', new Y.Text('2026-11-26')],
    ]);
    rowsRoot(doc).push([service]);
    expect(readPart('services', doc)[0]).toMatchObject({ kind: '15', status: 'granted', start: '2026-11-26' });
    const goals = new Y.Doc();
    rowsRoot(goals).push([new Y.Map<unknown>([['scoreNow', '5']]), new Y.Map<unknown>([['scoreNow', '11']])]);
    expect(readPart('goals', goals).map(({ scoreNow }) => scoreNow)).toEqual([5, null]);
  });
});
