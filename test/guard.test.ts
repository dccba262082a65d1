import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ParticipantId } from '#shared/ids.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { ClientIds, type Owner } from '#server/sync/clientIds.ts';
import { Guard, type Verdict } from '#server/sync/guard.ts';
import { CLIENT_IDS, CLIENTS, DOCUMENT_BYTES } from '#server/sync/limits.ts';
import { any, craft, gc, words } from './support/craft.ts';
import { GARBAGE, GOOD, KARI, MONA, RULES, SCENES, updateOf, type Scene } from './support/updateCorpus.ts';

const kari = ParticipantId.parse('kari-nordmann-aaaaaaaaaaaa');
const mona = ParticipantId.parse('mona-berg-aaaaaaaaaaaaaaaa');

interface Desk {
  guard: Guard;
  ids: ClientIds;
  judge(update: Uint8Array, owner?: Owner, mayWrite?: boolean): Verdict;
  /** Everything that was accepted, to compare. */
  state(): unknown;
}

function guardOf(key: SectionKey, bytes = 0): Desk {
  const ids = new ClientIds();
  const accepted: Uint8Array[] = [];
  const retrace = () => {
    const doc = new Y.Doc();
    for (const update of accepted) Y.applyUpdate(doc, update);
    return doc;
  };
  const guard = new Guard({ kind: section(key).kind, ids, bytes, retrace });
  return {
    ...{ guard, ids },
    judge(update, owner = mona, mayWrite = true) {
      const verdict = guard.judge(update, { owner, mayWrite });
      if (verdict.kind === 'news') accepted.push(verdict.update);
      return verdict;
    },
    state: () => Y.encodeStateAsUpdate(guard.copy()),
  };
}

function deskOf(scene: Scene): Desk {
  const desk = guardOf(scene.section);
  expect(desk.judge(scene.kari, kari).kind).toBe('news');
  expect(desk.judge(scene.mona, mona).kind).toBe('news');
  return desk;
}

/** The reason that each rule gives, so that no rule stands in for another. */
const WHY: Record<string, RegExp> = {
  G1: /leaves something out/,
  G2: /before it is missing/,
  G3: /points to what nobody/,
  G4: /points to what nobody/,
  G5: /points to what nobody/,
  G6: /client id that is not yours/,
  G7: /client id that is not yours/,
  G8: /deletes what nobody|clocks make no sense/,
  G9: /root type|no types in it/,
  G10: /has no place|Values are plain/,
  G11: /names a client twice|clocks make no sense/,
  G12: /too many changes/,
  G13: /Another window of yours/,
  G14: /nested too deeply/,
};

const textOf = ({ guard }: Desk): string => guard.copy().getText('content').toString();

describe('the guard refuses what breaks a rule, and takes the nearest thing that does not', () => {
  test.each(RULES)('$name', ({ name, scene, refused, allowed }) => {
    const desk = deskOf(scene);
    const before = desk.state();
    const why = WHY[name.split(' ')[0] ?? ''];
    expect(desk.judge(refused)).toMatchObject({
      kind: 'refused',
      detail: expect.stringMatching(why ?? /^$/) as string,
    });
    expect(desk.state()).toEqual(before);
    expect(desk.judge(allowed)).toMatchObject({ kind: 'news' });
    expect(desk.state()).not.toEqual(before);
  });

  test.each(GARBAGE)('what is no update is told apart from what is refused: %s', (_name, bytes) => {
    const desk = deskOf(SCENES.text);
    const before = desk.state();
    expect(desk.judge(bytes).kind).toBe('garbage');
    expect(desk.state()).toEqual(before);
    expect(desk.judge(GOOD).kind).toBe('news');
  });
});

describe('who may not write', () => {
  test('is refused anything new, insertion or deletion, with a word', () => {
    const desk = deskOf(SCENES.text);
    const before = desk.state();
    const deletion = craft({ deletions: [{ client: KARI, runs: [[0, 3]] }] });
    expect(desk.judge(GOOD, mona, false)).toMatchObject({ kind: 'refused', code: 'forbidden' });
    expect(desk.judge(deletion, mona, false)).toMatchObject({ kind: 'refused', code: 'forbidden' });
    expect(desk.state()).toEqual(before);
    expect(desk.judge(deletion, mona, true).kind).toBe('news');
    expect(textOf(desk)).toBe(' på degja');
  });

  test('is not punished for a handshake in which all is known', () => {
    const desk = deskOf(SCENES.text);
    desk.judge(craft({ deletions: [{ client: KARI, runs: [[0, 3]] }] }));
    const all = desk.state() as Uint8Array;
    for (const handshake of [craft({}), SCENES.text.kari, all])
      expect(desk.judge(handshake, mona, false)).toEqual({ kind: 'nothing' });
    const more = updateOf(300, [all], (doc) => doc.getText('content').insert(0, '!'));
    expect(desk.judge(more, mona, false).kind).toBe('refused');
  });
});

describe('what is known already', () => {
  test('in an otherwise fine update does no harm, and only the news goes on', () => {
    const desk = deskOf(SCENES.text);
    const known = [SCENES.text.kari, SCENES.text.mona];
    const all = updateOf(MONA, known, (doc) => doc.getText('content').insert(12, '!'));
    const whole = Y.mergeUpdates([...known, all]);
    const verdict = desk.judge(whole);
    expect(verdict).toMatchObject({ kind: 'news' });
    if (verdict.kind !== 'news') throw new Error('not taken');
    expect([...Y.parseUpdateMeta(verdict.update).from]).toEqual([[MONA, 2]]);
    expect(textOf(desk)).toBe('Hei på degja!');
  });

  test('and continues in the same struct is taken from where it is new', () => {
    const desk = deskOf(SCENES.text);
    const half = craft({ structs: [{ client: MONA, clock: 1, of: [words('a da', { origin: [MONA, 0] })] }] });
    const verdict = desk.judge(half);
    if (verdict.kind !== 'news') throw new Error('not taken');
    expect([...Y.parseUpdateMeta(verdict.update).from]).toEqual([[MONA, 2]]);
    expect(textOf(desk)).toBe('Hei på degja da');
  });

  test('cannot be retold to stand somewhere else', () => {
    const desk = deskOf(SCENES.rows);
    // Mona's text "gå" of clocks 3 and 4, told again as if it stood in Kari's row, with one letter more.
    const moved = craft({ structs: [{ client: MONA, clock: 4, of: [words('å!', { parent: [KARI, 2] })] }] });
    expect(desk.judge(moved).kind).toBe('news');
    const texts = desk.guard
      .copy()
      .getArray<Y.Map<Y.Text>>('content')
      .map((row) => row.get('activity')?.toString());
    expect(texts).toEqual(['gå', 'gå!']);
  });

  test('deletions that others have made since are news to nobody', () => {
    const desk = deskOf(SCENES.text);
    const deletion = craft({ deletions: [{ client: KARI, runs: [[0, 3]] }] });
    expect(desk.judge(deletion, kari).kind).toBe('news');
    expect(desk.judge(deletion, mona).kind).toBe('nothing');
  });
});

describe('a client id belongs to whoever used it first', () => {
  test('also when that was in presence only, so nobody can be silenced before their first word', () => {
    const desk = deskOf(SCENES.text);
    desk.ids.claim(300, kari);
    const squat = craft({ structs: [{ client: 300, clock: 0, of: [gc(1000)] }] });
    expect(desk.judge(squat, mona)).toMatchObject({ kind: 'refused', code: 'forbidden' });
    const first = craft({ structs: [{ client: 300, clock: 0, of: [words('!', { origin: [KARI, 9] })] }] });
    expect(desk.judge(first, kari).kind).toBe('news');
  });

  test('and one participant cannot use them without end', () => {
    const desk = guardOf('story');
    const under = (client: number) => craft({ structs: [{ client, clock: 0, of: [words('x', {})] }] });
    for (let client = 1; client <= CLIENT_IDS; client++) desk.ids.claim(client, mona);
    expect(desk.judge(under(CLIENT_IDS + 1), mona).kind).toBe('refused');
    expect(desk.judge(under(CLIENT_IDS + 1), kari).kind).toBe('news');
    expect(desk.judge(under(1), mona).kind).toBe('news');
  });

  test('nor many at once', () => {
    const desk = guardOf('story');
    const from = (count: number) =>
      craft({
        structs: Array.from({ length: count }, (_, index) => ({
          ...{ client: 9000 - index, clock: 0 },
          of: [words('x', {})],
        })),
      });
    expect(desk.judge(from(CLIENTS + 1)).kind).toBe('refused');
    expect(desk.judge(from(CLIENTS)).kind).toBe('news');
  });
});

describe('what an update costs', () => {
  test('a document does not grow for ever', () => {
    expect(guardOf('story', DOCUMENT_BYTES).judge(SCENES.text.kari)).toMatchObject({ code: 'too-large' });
    expect(guardOf('story', DOCUMENT_BYTES - SCENES.text.kari.length).judge(SCENES.text.kari).kind).toBe('news');
  });

  test('thousands in one and the same place are refused before they cost seconds', () => {
    const crowd = (client: number, count: number) =>
      craft({ structs: [{ client, clock: 0, of: Array.from({ length: count }, () => words('x', {})) }] });
    const desk = guardOf('story');
    for (let client = 1; client <= 20; client++) desk.judge(crowd(client, 900));
    const started = performance.now();
    expect(desk.judge(crowd(5000, 1200))).toMatchObject({ kind: 'refused', code: 'too-large' });
    expect(performance.now() - started).toBeLessThan(250);
    expect(desk.judge(crowd(5001, 10)).kind).toBe('news');
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
    expect(textOf(desk)).toBe(content.toString());
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
