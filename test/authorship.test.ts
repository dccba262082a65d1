import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { ParticipantId } from '#shared/ids.ts';
import { fieldsRoot, newRow, rowsRoot, textRoot } from '#shared/plan/doc.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import { sections } from '#shared/plan/sections.ts';
import { authorshipOf } from '#server/sync/authorship.ts';
import { updateOf } from './support/scenes.ts';

const ID = { aase: 1, line: 2, house: 3 } as const;
const [aase, line] = ['aase', 'line'].map((name) => ParticipantId.parse(name.padEnd(24, '-')));
const OWNERS = new Map([
  [ID.aase, aase],
  [ID.line, line],
  [ID.house, null],
] as const);

type Step = readonly [who: keyof typeof ID, change: (doc: Y.Doc) => void];

/** Who has written the part when each has done theirs, one after the other. */
function after(key: SectionKey, ...steps: Step[]) {
  const updates: Uint8Array[] = [];
  for (const [who, change] of steps) updates.push(updateOf(ID[who], updates, change));
  // What is deleted is kept, as it is until somebody tidies.
  const doc = new Y.Doc({ gc: false });
  onTestFinished(() => doc.destroy());
  for (const update of updates) Y.applyUpdate(doc, update);
  return authorshipOf(key, doc, (client) => OWNERS.get(client as 1));
}

const says =
  (words: string, at = 0) =>
  (doc: Y.Doc) =>
    textRoot(doc).insert(at, words);

describe('a text', () => {
  test('is of those whose words stand in it, each once, in the order of the words', () => {
    expect(after('story', ['aase', says('Hjem. ')], ['line', says('Fort. ')], ['aase', says('Nå. ')])).toEqual([
      { by: [aase, line] },
    ]);
  });

  test('is no longer of whoever’s words are all deleted', () => {
    const erase = (doc: Y.Doc) => textRoot(doc).delete(0, 5);
    expect(after('story', ['line', says('Fort ')], ['aase', says('hjem', 5)])).toEqual([{ by: [line, aase] }]);
    expect(after('story', ['line', says('Fort ')], ['aase', says('hjem', 5)], ['aase', erase])).toEqual([
      { by: [aase] },
    ]);
  });

  test('is not of somebody who put white space in it, and of nobody when it is blank', () => {
    expect(after('story', ['aase', says('Hjem')], ['line', says('\n ', 4)])).toEqual([{ by: [aase] }]);
    expect(after('story', ['line', says(' \n')])).toEqual([]);
    expect(after('story')).toEqual([]);
  });

  test('is the house’s where the house prepared it, and nobody knows whose where the writer is not known', () => {
    expect(after('story', ['house', says('Fra før. ')], ['line', says('Nytt.', 9)])).toEqual([{ by: [null, line] }]);
    const doc = new Y.Doc();
    textRoot(doc).insert(0, 'Hvem?');
    expect(authorshipOf('story', doc, () => undefined)).toEqual([{ by: [undefined] }]);
    doc.destroy();
  });
});

test('a form is of whoever answered each of its fields', () => {
  const asks = (doc: Y.Doc) => {
    fieldsRoot(doc).set('people', new Y.Text('Bjørg'));
    fieldsRoot(doc).set('joy', new Y.Text(''));
  };
  const adds = (doc: Y.Doc) => (fieldsRoot(doc).get('people') as Y.Text).insert(0, 'Naboen ');
  expect(after('story.themes', ['line', asks], ['aase', adds])).toEqual([{ field: 'people', by: [aase, line] }]);
});

describe('a list', () => {
  const goal = (id: string, words: string) => (doc: Y.Doc) =>
    rowsRoot(doc).push([newRow(sections.goals.fields, id, { activity: words })]);
  const row = (doc: Y.Doc, at: number) => rowsRoot(doc).get(at) as Y.Map<unknown>;

  test('is told row by row and field by field, with the score of whoever set it', () => {
    const scores = (doc: Y.Doc) => row(doc, 0).set('scoreNow', 4);
    expect(after('goals', ['aase', goal('a', 'Gå tur')], ['line', goal('b', 'Bade')], ['line', scores])).toEqual([
      { row: 'a', field: 'activity', by: [aase] },
      { row: 'a', field: 'scoreNow', by: [line] },
      { row: 'b', field: 'activity', by: [line] },
    ]);
  });

  test('forgets an answer that was taken away, and one that another has replaced', () => {
    const score = (value: number) => (doc: Y.Doc) => row(doc, 0).set('scoreNow', value);
    const clear = (doc: Y.Doc) => row(doc, 0).delete('scoreNow');
    const whose = (...steps: Step[]) =>
      after('goals', ['aase', goal('a', '')], ['line', score(4)], ...steps).map(({ by }) => by);
    expect(whose()).toEqual([[line]]);
    expect(whose(['aase', score(5)])).toEqual([[aase]]);
    expect(whose(['aase', clear])).toEqual([]);
  });

  test('whoever moves a row has not written in it', () => {
    const move = (doc: Y.Doc) => row(doc, 0).set('place', 'a5');
    expect(after('goals', ['aase', goal('a', 'Gå tur')], ['line', move])).toEqual([
      { row: 'a', field: 'activity', by: [aase] },
    ]);
  });

  test('a row that is deleted has no authors', () => {
    const remove = (doc: Y.Doc) => rowsRoot(doc).delete(0);
    expect(after('goals', ['line', goal('a', 'Gå tur')], ['aase', remove])).toEqual([]);
  });
});
