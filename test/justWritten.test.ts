import { describe, expect, onTestFinished, test } from 'vitest';
import { newRow, rowsRoot, textRoot } from '#shared/plan/doc.ts';
import { sections as declared, type SectionKey } from '#shared/plan/sections.ts';
import { JustWritten, type Written } from '#lib/state/justWritten.svelte.ts';
import type { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import type { Desk } from './support/desk.ts';
import { desks, write } from './support/desks.ts';
import { ManualWorld } from './support/manualWorld.ts';
import { until } from './support/until.ts';

const PAUSE_MS = 2_500;
const HEARD_APART_MS = 20_000;

/** What a window is told of the parts with these keys. */
async function told(at: Desk, ...keys: SectionKey[]) {
  // A clock of its own: the line has one as well, and goes to sleep by it.
  const world = new ManualWorld(() => {
    throw new Error('no sockets here');
  });
  for (const key of keys) await at.open(key);
  const just = new JustWritten({ plan: at.plan, sections: () => keys, world });
  const stop = just.watch();
  onTestFinished(() => {
    stop();
    just.close();
  });
  /** The writer pauses, once `seen` is on this screen. */
  const pause = async (seen: () => boolean) => {
    await until(seen, 'the words to arrive');
    world.pass(PAUSE_MS);
  };
  return { just, pause, world };
}

/** Shows the others who writes, as a field with the caret does. */
const stand = (part: SharedPart) => {
  const anchor = { type: null, tname: 'content' as const, item: null, assoc: -1 };
  part.showCursor({ field: 'content', anchor, head: anchor });
};
const sentences = (all: readonly Written[]) =>
  all.map(({ said }) => (said.kind === 'sentence' ? said.words : said.kind));

describe('what was just written', () => {
  test('is told when the writer has paused: who, where, and the sentence', async () => {
    const { at } = await desks('Åse', 'Kari');
    const { just, pause, world } = await told(at.Åse, 'needs');
    const [needs, here] = [await at.Kari.open('needs'), at.Åse.plan.part('needs')];
    expect(just.all, 'what stood there before is not new').toEqual([]);
    stand(needs);
    write(needs.doc, '\nTrenger følge til badet. Sover dår');
    await until(() => here.words.endsWith('dår'), 'the words');
    world.pass(PAUSE_MS - 1);
    expect(just.all, 'not letter by letter').toEqual([]);
    write(needs.doc, 'lig.');
    await until(() => here.words.endsWith('dårlig.'), 'the rest');
    world.pass(PAUSE_MS - 1);
    expect(just.all).toEqual([]);
    await pause(() => true);
    expect(just.all).toMatchObject([{ key: 'needs', who: { name: 'Kari Nilsen' } }]);
    expect(sentences(just.all)).toEqual(['Sover dårlig.']);
  });

  test('is the sentence that was written in, also in the middle of a text', async () => {
    const { at } = await desks('Åse', 'Kari');
    const { just, pause } = await told(at.Åse, 'needs');
    const needs = await at.Kari.open('needs');
    const first = needs.words.split('\n')[0]!;
    stand(needs);
    textRoot(needs.doc).insert(first.length - 1, ' hver dag');
    await pause(() => at.Åse.plan.part('needs').words.includes(' hver dag'));
    expect(sentences(just.all)).toEqual([`${first.slice(0, -1)} hver dag${first.at(-1)}`]);
  });

  test('is a row as it stands then; of one row the latest, of all the three latest', async () => {
    const { at } = await desks('Åse', 'Mona', 'Kari');
    const { just, pause } = await told(at.Åse, 'services', 'needs');
    const [services, here] = [await at.Mona.open('services'), at.Åse.plan.part('services')];
    const { fields } = declared.services;
    for (const [index, extent] of ['A', 'B', 'C', 'D'].entries()) {
      rowsRoot(services.doc).push([newRow(fields, `row-${extent}`, { extent })]);
      await pause(() => here.rows.some(({ id }) => id === `row-${extent}`));
      expect(just.all).toHaveLength(Math.min(index + 1, 3));
    }
    const extents = () => just.all.map(({ said }) => (said.kind === 'row' ? said.row['extent'] : null));
    expect(extents()).toEqual(['D', 'C', 'B']);
    services.answer('status', 'granted', 'row-C');
    await pause(() => here.rows.some(({ id, status }) => id === 'row-C' && status === 'granted'));
    expect(extents(), 'one place, one line').toEqual(['C', 'D', 'B']);
    services.list?.delete('row-C');
    await pause(() => here.rows.every(({ id }) => id !== 'row-C'));
    expect(extents(), 'what was taken away does not stand there').toEqual(['D', 'B']);
  });

  test('is never one’s own, and nothing of what is not shared', async () => {
    const { at } = await desks('Åse', 'Line', 'Kari');
    const { just, pause, world } = await told(at.Åse, 'story', 'needs');
    const story = at.Åse.plan.part('story');
    write(story.doc, ' Jeg vil ut.');
    await at.Åse.saved();
    world.pass(PAUSE_MS);
    expect(just.all).toEqual([]);
    const hers = await at.Line.open('story');
    stand(hers);
    write(hers.doc, ' Hun savner hagen.');
    await pause(() => story.words.endsWith('hagen.'));
    expect(just.all).toMatchObject([{ who: { name: 'Line Fiktiv' } }]);
    expect(sentences(just.all)).toEqual(['Hun savner hagen.']);
    const needs = await at.Kari.open('needs');
    write(needs.doc, ' Hemmelig.');
    await pause(() => at.Åse.plan.part('needs').words.endsWith('Hemmelig.'));
    expect(just.all.map(({ key }) => key)).toEqual(['needs', 'story']);
    at.Åse.plan.setMe({ ...at.Åse.plan.me, role: 'kin', withheld: ['needs'] });
    expect(just.all.map(({ key }) => key)).toEqual(['story']);
  });

  test('is read out once in a while, and not at all to whoever does not want to hear of others', async () => {
    const { at } = await desks('Åse', 'Kari');
    const { just, pause, world } = await told(at.Åse, 'needs');
    const [needs, here] = [await at.Kari.open('needs'), at.Åse.plan.part('needs')];
    const says = async (words: string) => {
      write(needs.doc, `\n${words}`);
      await pause(() => here.words.endsWith(words));
      return just.heard?.said;
    };
    stand(needs);
    expect(await says('En.')).toMatchObject({ words: 'En.' });
    expect(await says('To.'), 'too soon').toBeUndefined();
    expect(sentences(just.all), 'and yet it is there to be read').toEqual(['To.']);
    world.pass(HEARD_APART_MS);
    expect(await says('Tre.')).toMatchObject({ words: 'Tre.' });
    world.pass(HEARD_APART_MS);
    at.Åse.plan.announcesOthers = false;
    expect(await says('Fire.')).toBeUndefined();
  });

  test('comes also after the line was lost: what was written meanwhile was just written', async () => {
    const { at } = await desks('Åse', 'Kari');
    const { just, pause } = await told(at.Åse, 'needs');
    const [needs, here] = [await at.Kari.open('needs'), at.Åse.plan.part('needs')];
    at.Åse.world.loseNetwork();
    write(needs.doc, '\nMens du sov.');
    await at.Kari.saved();
    at.Åse.world.findNetwork();
    at.Åse.world.passWhileDown();
    stand(needs);
    await pause(() => here.words.endsWith('sov.'));
    expect(sentences(just.all)).toEqual(['Mens du sov.']);
  });
});
