import { describe, expect, test } from 'vitest';
import { desks, write } from './support/desks.ts';
import { cut } from './support/manualWorld.ts';
import { until } from './support/until.ts';

describe('how saving stands', () => {
  test('is „saved” only when the server has it on disk', async () => {
    const { at, disk, people } = await desks('Kari', 'Mona');
    const [kari, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
    const { plan } = at.Kari;
    const before = mona.words;
    expect(plan.saving).toBe('saved');
    disk.isSlow = true;
    write(kari.doc, ' Ja.');
    expect(plan.saving).toBe('saving');
    expect(plan.hasUnsaved).toBe(true);
    write(kari.doc, ' Nei.');
    await people.Mona.get('/api/me');
    expect(plan.saving).toBe('saving');
    expect(mona.words, 'nobody sees what is not on disk').toBe(before);
    disk.recover();
    await at.Kari.saved();
    expect(plan.hasUnsaved).toBe(false);
    await until(() => mona.words === `${before} Ja. Nei.`, 'Mona to see it');
  });

  test('is told plainly when it takes too long, and mended when it is done', async () => {
    const { at, disk } = await desks('Kari');
    const kari = await at.Kari.open('needs');
    disk.isSlow = true;
    write(kari.doc, ' Ja.');
    at.Kari.world.pass(4_999);
    expect(at.Kari.plan.saving).toBe('saving');
    at.Kari.world.pass(1);
    expect(at.Kari.plan.saving).toBe('unsaved');
    expect(at.Kari.plan.announcement).toContain('ikke lagret');
    disk.recover();
    await at.Kari.saved();
    at.Kari.world.pass(5_000);
    expect(at.Kari.plan.announcement).toContain('er lagret');
  });

  test('is that of the worst of all parts', async () => {
    const { at, disk } = await desks('Kari');
    const [needs, situation] = [await at.Kari.open('needs'), await at.Kari.open('situation')];
    disk.isSlow = true;
    write(needs.doc, ' Ja.');
    expect([needs.saving, situation.saving, at.Kari.plan.saving]).toEqual(['saving', 'saved', 'saving']);
  });

  test('what is written without a line is told as not saved, and is stored when the line is back', async () => {
    const { at } = await desks('Kari', 'Mona');
    const [kari, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
    const { plan, world } = at.Kari;
    world.loseNetwork();
    write(kari.doc, ' Skrevet uten nett.');
    world.pass(2_000);
    expect(plan.saving).toBe('offline');
    expect(plan.hasUnsaved).toBe(true);
    world.findNetwork();
    await until(() => {
      world.passWhileDown();
      return plan.saving === 'saved';
    }, 'it to be saved');
    expect(world.sockets.length).toBeGreaterThan(1);
    await until(() => mona.words.endsWith(' Skrevet uten nett.'), 'Mona to see it');
  });

  test('a line that breaks in the middle of writing loses nothing', async () => {
    const { at } = await desks('Kari', 'Mona');
    const [kari, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
    for (let round = 0; round < 5; round++) {
      write(kari.doc, ` ${round}a`);
      cut(at.Kari.world.sockets.at(-1));
      write(kari.doc, ` ${round}b`);
      const sockets = at.Kari.world.sockets.length;
      await until(() => {
        at.Kari.world.passWhileDown();
        return at.Kari.world.sockets.length > sockets;
      }, 'a new line');
      write(kari.doc, ` ${round}c`);
    }
    await at.Kari.saved();
    await until(() => mona.words === kari.words, 'Mona to have it all');
    expect(mona.words).toMatch(/0a 0b 0c 1a 1b 1c 2a 2b 2c 3a 3b 3c 4a 4b 4c$/);
    expect(kari.refused).toBeNull();
  });

  test('what is written in the very moment of coming back does not overtake what was written before', async () => {
    const { at } = await desks('Kari', 'Mona');
    const [kari, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
    const { world } = at.Kari;
    world.loseNetwork();
    write(kari.doc, ' Uten nett.');
    const open = world.openSocket.bind(world);
    world.openSocket = (url) => {
      const socket = open(url);
      // After the line has told its channels, and before the server has said anything.
      socket.addEventListener('open', () => queueMicrotask(() => write(kari.doc, ' På nett.')));
      return socket;
    };
    await until(() => {
      world.passWhileDown();
      return kari.words.endsWith(' Uten nett. På nett.') && at.Kari.plan.saving === 'saved';
    }, 'both to be saved');
    await until(() => mona.words === kari.words, 'Mona to have both');
    expect(kari.refused).toBeNull();
  });

  test('does not concern those who only read', async () => {
    const { at, disk } = await desks('Kari');
    const part = await at.Kari.open('services');
    disk.isSlow = true;
    expect(part.saving).toBe('saved');
    expect(at.Kari.plan.saving).toBe('saved');
  });
});

describe('what the server refuses', () => {
  test('is taken back, and said, with the words that are gone; the part goes on from what is shared', async () => {
    const { at } = await desks('Åse', 'Kari');
    const [aase, kari] = [await at.Åse.open('needs'), await at.Kari.open('needs')];
    const shared = kari.words;
    const before = aase.doc;
    write(before, ' Jeg vil ha sykehjem.');
    await until(() => aase.doc !== before, 'a fresh document');
    expect(aase.words).toBe(shared);
    expect(aase.refused?.refusal.code).toBe('forbidden');
    expect(aase.refused?.lost).toEqual([`${shared} Jeg vil ha sykehjem.`]);
    expect(at.Åse.plan.saving).toBe('saved');
    write(kari.doc, ' Mer.');
    await until(() => aase.words === `${shared} Mer.`, 'Åse to see what comes after');
    aase.dismissRefusal();
    expect(aase.refused).toBeNull();
  });

  test('and for those who may, goes on from there with new words', async () => {
    const { at } = await desks('Kari', 'Mona');
    const [kari, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
    const before = kari.doc;
    const shared = kari.words;
    write(before, '語'.repeat(100_000));
    await until(() => kari.doc !== before, 'a fresh document');
    expect(kari.refused?.refusal.code).toBe('too-large');
    expect(kari.words).toBe(shared);
    write(kari.doc, ' Kort.');
    await until(() => mona.words === `${shared} Kort.`, 'Mona to see the next words');
    await at.Kari.saved();
  });
});
