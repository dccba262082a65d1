import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLIENT_IDS, CLIENTS } from '#server/sync/limits.ts';
import { any, craft, gc, words } from './support/craft.ts';
import { deskOf, guardOf, kari, mona, textOf } from './support/guardDesk.ts';
import { KARI, MONA, SCENES, updateOf } from './support/scenes.ts';
import { GARBAGE, GOOD, RULES } from './support/updateCorpus.ts';

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
  G15: /does not fit/,
};

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

  test('can be told again only as it was: another story is another window with the same client id', () => {
    const desk = deskOf(SCENES.text);
    const told = (place: object) =>
      craft({ structs: [{ client: MONA, clock: 0, of: [words('ja', place), words('!', { origin: [MONA, 1] })] }] });
    for (const lie of [{ origin: [999, 99], right: [KARI, 0] }, { origin: [KARI, 2] }, {}])
      expect(desk.judge(told(lie))).toMatchObject({ kind: 'refused', code: 'out-of-date' });
    expect(textOf(desk)).toBe('Hei på degja');
    expect(desk.judge(told({ origin: [KARI, 9] })).kind).toBe('news');
    expect(textOf(desk)).toBe('Hei på degja!');
  });

  test('cannot be retold to stand somewhere else', () => {
    const desk = deskOf(SCENES.rows);
    // Mona's text "gå" of clocks 3 and 4, told again as if it stood in Kari's row, with one letter more.
    const moved = craft({ structs: [{ client: MONA, clock: 4, of: [words('å!', { parent: [KARI, 2] })] }] });
    expect(desk.judge(moved)).toMatchObject({ kind: 'refused', code: 'out-of-date' });
    const honest = craft({ structs: [{ client: MONA, clock: 4, of: [words('å!', { origin: [MONA, 3] })] }] });
    expect(desk.judge(honest).kind).toBe('news');
    const texts = desk.guard
      .copy()
      .getArray<Y.Map<Y.Text>>('content')
      .map((row) => row.get('activity')?.toJSON());
    expect(texts).toEqual(['gå', 'gå!']);
  });

  test('cannot be retold with another answer under the same key', () => {
    const desk = guardOf('departure');
    const answer = (value: string) => craft({ structs: [{ client: 30, clock: 0, of: [any(value, { key: 'on' })] }] });
    expect(desk.judge(answer('2026-12-01')).kind).toBe('news');
    expect(desk.judge(answer('2026-12-01')).kind).toBe('nothing');
    expect(desk.judge(answer('2027-12-31'))).toMatchObject({ kind: 'refused', code: 'out-of-date' });
  });

  test('and somebody else’s is passed over, whatever is said of it', () => {
    const desk = deskOf(SCENES.text);
    const wrong = craft({ structs: [{ client: KARI, clock: 0, of: [words('Ha det', {})] }] });
    expect(desk.judge(wrong, mona)).toEqual({ kind: 'nothing' });
    expect(desk.judge(wrong, kari)).toMatchObject({ kind: 'refused', code: 'out-of-date' });
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
