import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fieldsRoot, textRoot } from '#shared/plan/doc.ts';
import { cursorFor } from '#lib/state/presence.ts';
import { desk } from './support/desk.ts';
import { desks, write } from './support/desks.ts';
import { until } from './support/until.ts';

describe('who else is here', () => {
  test('is known by the server’s word, with where they write', async () => {
    const { at } = await desks('Kari', 'Mona');
    const [kari, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
    kari.showCursor(cursorFor(textRoot(kari.doc), { field: 'content' }, 3, 5));
    await until(() => mona.others.some(({ cursor }) => cursor !== null), 'Mona to see the cursor');
    const [other] = mona.others;
    expect(other).toMatchObject({ role: 'hospital', participant: at.Kari.plan.me.participant });
    expect(other?.name).toMatch(/^Kari/);
    expect(at.Mona.plan.announcement).toMatch(/^Kari.* skriver i «Behov»\.$/);
    kari.showCursor(null);
    await until(() => mona.others.length === 0, 'the cursor to be gone');
  });

  test('does not count my own other window', async () => {
    const { at, people, meeting } = await desks('Kari', 'Mona');
    const other = await desk(people.Kari, meeting);
    const [first, second, mona] = [await at.Kari.open('needs'), await other.open('needs'), await at.Mona.open('needs')];
    for (const part of [first, second, mona])
      part.showCursor(cursorFor(textRoot(part.doc), { field: 'content' }, 0, 0));
    await until(() => mona.others.length === 2, 'Mona to see both windows');
    await until(() => first.others.length === 1 && second.others.length === 1, 'both to see Mona');
    write(first.doc, ' Fra det ene vinduet.');
    await until(() => second.words.endsWith(' Fra det ene vinduet.'), 'the other window to see it');
  });

  test('is empty when they have left', async () => {
    const { at } = await desks('Kari', 'Mona');
    const [kari, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
    kari.showCursor(cursorFor(textRoot(kari.doc), { field: 'content' }, 0, 0));
    await until(() => mona.others.length === 1, 'Mona to see Kari');
    at.Kari.plan.close();
    await until(() => mona.others.length === 0, 'Kari to be gone');
  });

  test('is announced no more often than one can listen, and not at all when one does not want it', async () => {
    const { at } = await desks('Kari', 'Mona');
    const { plan, world } = at.Mona;
    const kariWritesIn = async (key: 'situation' | 'departure' | 'coordination' | 'conversation') => {
      const [kari, mona] = [await at.Kari.open(key), await at.Mona.open(key)];
      const text = Object.keys(mona.answers).map((field) => fieldsRoot(kari.doc).get(field));
      const words = text.find((value) => value instanceof Y.Text);
      if (words) kari.showCursor(cursorFor(words, { field: 'by' }, 0, 0));
      await until(() => mona.others.some(({ cursor }) => cursor !== null), 'Kari to be seen');
    };
    await kariWritesIn('situation');
    await kariWritesIn('departure');
    await kariWritesIn('coordination');
    expect(plan.announcement).toMatch(/Situasjon og forløp/);
    world.pass(5_000);
    expect(plan.announcement).toMatch(/Kontakter og koordinering/);
    world.pass(5_000);
    plan.announcesOthers = false;
    await kariWritesIn('conversation');
    world.pass(20_000);
    expect(plan.announcement).toBe('');
  });
});
