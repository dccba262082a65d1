import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { DOCUMENT_BYTES } from '#server/sync/limits.ts';
import { chanceFrom } from './support/chance.ts';
import { any, craft, words } from './support/craft.ts';
import { deskOf, guardOf, kari, mona, textOf } from './support/guardDesk.ts';
import { KARI, MONA, SCENES, updateOf } from './support/scenes.ts';

describe('what an update costs', () => {
  test('a document does not grow for ever', () => {
    expect(guardOf('story', DOCUMENT_BYTES).judge(SCENES.text.kari)).toMatchObject({ code: 'too-large' });
    expect(guardOf('story', DOCUMENT_BYTES - SCENES.text.kari.length).judge(SCENES.text.kari).kind).toBe('news');
  });

  test('thousands in one and the same place are refused before they cost seconds', () => {
    const crowd = (client: number, count: number) =>
      craft({ structs: [{ client, clock: 0, of: Array.from({ length: count }, () => words('x', {})) }] });
    const desk = guardOf('story');
    for (let client = 1; client <= 15; client++) expect(desk.judge(crowd(client, 100)).kind).toBe('news');
    expect(desk.judge(crowd(5000, 1200))).toMatchObject({ kind: 'refused', code: 'too-large' });
    expect(desk.judge(crowd(5001, 10)).kind).toBe('news');
  });

  test('and so are hundreds of places that are each far from where they end up', () => {
    const desk = guardOf('story');
    desk.judge(craft({ structs: [{ client: KARI, clock: 0, of: [words('a'.repeat(6000), {})] }] }));
    const everyOther = Array.from({ length: 3000 }, (_, at) => [2 * at, 1] as const);
    expect(desk.judge(craft({ deletions: [{ client: KARI, runs: everyOther }] })).kind).toBe('news');
    const far = (client: number, count: number) =>
      craft({
        structs: [
          { client, clock: 0, of: Array.from({ length: count }, (_, at) => words('y', { origin: [KARI, at] })) },
        ],
      });
    expect(desk.judge(far(30, 400))).toMatchObject({ code: 'too-large' });
    expect(desk.judge(far(31, 20)).kind).toBe('news');
  });

  test('and so are more than a thousand in a place that is free, but told to stand apart', () => {
    const desk = guardOf('story');
    desk.judge(craft({ structs: [{ client: KARI, clock: 0, of: [words('a'.repeat(3000), {})] }] }));
    const apart = (client: number, count: number) => {
      const of = Array.from({ length: count }, (_, at) => words('y', { origin: [KARI, 2999], right: [KARI, at] }));
      return craft({ structs: [{ client, clock: 0, of }] });
    };
    expect(desk.judge(apart(30, 1200))).toMatchObject({ code: 'too-large' });
    // So few are not too dear. That they name their neighbours the wrong way round is another matter.
    expect(desk.judge(apart(31, 200))).toMatchObject({ code: 'bad-input' });
  });

  test('and so are thousands of first values for a field that has had thousands', () => {
    const desk = guardOf('departure');
    // Two windows in turn, so that no two of the old values can be kept as one.
    const [first, second] = [new Y.Doc(), new Y.Doc()];
    first.on('update', (update: Uint8Array) => Y.applyUpdate(second, update, 'other'));
    second.on('update', (update: Uint8Array, from: unknown) => from || Y.applyUpdate(first, update, 'other'));
    for (let day = 0; day < 1500; day++) for (const doc of [first, second]) doc.getMap('content').set('on', day);
    expect(desk.judge(Y.encodeStateAsUpdate(first)).kind).toBe('news');
    const values = (client: number, count: number) =>
      craft({ structs: [{ client, clock: 0, of: Array.from({ length: count }, () => any(1, { key: 'on' })) }] });
    expect(desk.judge(values(30, 350))).toMatchObject({ code: 'too-large' });
    expect(desk.judge(values(31, 3)).kind).toBe('news');
  });

  test('and so are hundreds that say of themselves that they reach to the far end', () => {
    const desk = guardOf('story');
    desk.judge(craft({ structs: [{ client: KARI, clock: 0, of: [words('a'.repeat(3000), {})] }] }));
    // From right to left, so that each goes past all the pieces that those before it have cut.
    const reaching = (client: number, count: number) => {
      const of = Array.from({ length: count }, (_, at) =>
        words('y', { origin: [KARI, count - 1 - at], right: [KARI, 2999] }),
      );
      return craft({ structs: [{ client, clock: 0, of }] });
    };
    expect(desk.judge(reaching(30, 2000))).toMatchObject({ code: 'too-large' });
    expect(desk.judge(reaching(31, 40)).kind).toBe('news');
  });

  test('and so is more than can be cut out, told or put in at once', () => {
    const holes = (count: number) =>
      craft({ deletions: [{ client: KARI, runs: Array.from({ length: count }, (_, at) => [2 * at, 1] as const) }] });
    const fields = (count: number) =>
      craft({
        structs: [{ client: 30, clock: 0, of: Array.from({ length: count }, (_, at) => any(1, { key: `f${at}` })) }],
      });
    const told = (count: number) =>
      craft({
        structs: [
          {
            client: KARI,
            clock: 0,
            of: Array.from({ length: count }, (_, at) => words('a', at ? { origin: [KARI, at - 1] } : {})),
          },
          { client: 30, clock: 0, of: [words('b', {})] },
        ],
      });
    const text = guardOf('story');
    text.judge(craft({ structs: [{ client: KARI, clock: 0, of: [words('a'.repeat(50_000), {})] }] }));
    expect(text.judge(holes(9000))).toMatchObject({ code: 'too-large' });
    expect(text.judge(holes(2000)).kind).toBe('news');
    expect(text.judge(told(20_000))).toMatchObject({ code: 'too-large' });
    expect(text.judge(told(10_000)).kind).toBe('news');
    expect(guardOf('departure').judge(fields(6000))).toMatchObject({ code: 'too-large' });
    expect(guardOf('departure').judge(fields(2000)).kind).toBe('news');
  });

  test('a list of hundreds of rows, written at once, is as welcome as one', () => {
    const desk = guardOf('goals');
    const many = updateOf(KARI, [], (doc) =>
      doc.transact(() => {
        for (let row = 0; row < 300; row++) {
          const map = new Y.Map<unknown>([['id', `r${row}`]]);
          map.set('activity', new Y.Text('gå i trapp'));
          doc.getArray('content').insert(row % 2 ? 0 : row / 2, [map]);
        }
      }),
    );
    expect(desk.judge(many).kind).toBe('news');
  });
});

describe('what somebody really wrote comes in at once, however long they were away', () => {
  /** One window that nobody heard of while it wrote. */
  const away = (write: (text: Y.Text, chance: () => number) => void, client = 7, before: Uint8Array[] = []) =>
    updateOf(client, before, (doc) => write(doc.getText('content'), chanceFrom(client)));

  test('twenty thousand changes: keys pressed, letters taken back, the caret put elsewhere', () => {
    const update = away((text, chance) => {
      for (let key = 0, at = 0; key < 20_000; key++) {
        if (key % 40 === 0) at = Math.floor(chance() * (text.length + 1));
        if (key % 12 === 11 && at > 0) text.delete(--at, 1);
        else text.insert(at++, 'x');
      }
    });
    expect(guardOf('story').judge(update).kind).toBe('news');
  });

  test('thousands of words, each in another place of one’s own text', () => {
    const update = away((text, chance) => {
      for (let word = 0; word < 5000; word++) text.insert(Math.floor(chance() * (text.length + 1)), 'ord ');
    });
    expect(guardOf('story').judge(update).kind).toBe('news');
  });

  test('a day of work in a text that others have worked on meanwhile', () => {
    const busy = guardOf('story');
    const first = away((text) => text.insert(0, 'Det var en gang. '.repeat(200)));
    busy.judge(first, kari);
    const day = (client: number) =>
      away(
        (text, chance) => {
          for (let word = 0; word < 400; word++) {
            text.insert(Math.floor(chance() * text.length), 'ord ');
            text.delete(Math.floor(chance() * (text.length - 6)), 5);
          }
          for (let word = 0; word < 40; word++) text.insert(text.length, ' slutt');
        },
        client,
        [first],
      );
    expect([20, 21, 22].map((client) => busy.judge(day(client), kari).kind)).toEqual(['news', 'news', 'news']);
  });

  test('a hundred kilobytes, pasted', () => {
    const desk = deskOf(SCENES.text);
    const known = [SCENES.text.kari, SCENES.text.mona];
    expect(desk.judge(updateOf(30, known, (doc) => doc.getText('content').insert(4, 'å'.repeat(50_000)))).kind).toBe(
      'news',
    );
  });
});

describe('the guard takes', () => {
  test('the next update of an author before the last one is stored', () => {
    const desk = guardOf('story');
    const updates: Uint8Array[] = [];
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => void updates.push(update));
    for (const word of ['Jeg ', 'vil ', 'hjem']) doc.getText('content').insert(doc.getText('content').length, word);
    doc.getText('content').delete(0, 4);
    expect(updates.map((update) => desk.judge(update).kind)).toEqual(['news', 'news', 'news', 'news']);
    expect(textOf(desk)).toBe('vil hjem');
  });

  test('undo and redo, which write again what was deleted', () => {
    const desk = guardOf('story');
    const doc = new Y.Doc();
    const content = doc.getText('content');
    const undo = new Y.UndoManager(content, { captureTimeout: 0 });
    const kinds: string[] = [];
    doc.on('update', (update: Uint8Array) => void kinds.push(desk.judge(update).kind));
    content.insert(0, 'Trappen');
    content.delete(2, 3);
    for (const step of ['undo', 'undo', 'redo', 'redo', 'undo'] as const) undo[step]();
    expect(new Set(kinds)).toEqual(new Set(['news']));
    expect(kinds).toHaveLength(7);
    expect(textOf(desk)).toBe(content.toJSON());
    expect(textOf(desk)).toBe('Trappen');
  });

  test('words in a row that somebody else has deleted meanwhile', () => {
    const desk = deskOf(SCENES.rows);
    const known = [SCENES.rows.kari, SCENES.rows.mona];
    const gone = updateOf(KARI, known, (doc) => doc.getArray('content').delete(1, 1));
    const late = updateOf(MONA, known, (doc) => {
      doc.getArray<Y.Map<Y.Text>>('content').get(1).get('activity')?.insert(2, ' ut');
    });
    expect(desk.judge(gone, kari).kind).toBe('news');
    expect(desk.judge(late, mona).kind).toBe('news');
    expect(desk.guard.copy().getArray('content').length).toBe(1);
  });

  test('a value that was set again and again, in each kind of part', () => {
    const desk = guardOf('departure');
    const doc = new Y.Doc();
    const kinds: string[] = [];
    doc.on('update', (update: Uint8Array) => void kinds.push(desk.judge(update).kind));
    for (let day = 1; day < 9; day++) doc.getMap('content').set('on', `2026-12-0${day}`);
    expect(new Set(kinds)).toEqual(new Set(['news']));
    expect(desk.guard.copy().getMap('content').get('on')).toBe('2026-12-08');
  });

  test('a plain object where a row should be, which readers pass over', () => {
    const desk = guardOf('goals');
    const plain = craft({ structs: [{ client: MONA, clock: 0, of: [any({ id: 'x', activity: 'gå' }, {})] }] });
    expect(desk.judge(plain).kind).toBe('news');
  });
});
