import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { fieldsRoot, textRoot } from '#shared/plan/doc.ts';
import { cursorFor } from '#lib/state/presence.ts';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { desk, type Desk } from './support/desk.ts';
import { runHouse } from './support/house.ts';
import { cut, ManualWorld } from './support/manualWorld.ts';
import { ScriptedSocket } from './support/scriptedSocket.ts';
import { seated, type DemoName } from './support/seat.ts';
import { until } from './support/until.ts';

/** A disk that a test can make wait. */
class Disk {
  readonly #waiting: (() => void)[] = [];
  isSlow = false;

  defer = (_ms: number, then: () => void): void => {
    if (this.isSlow) this.#waiting.push(then);
    else setTimeout(then, 0);
  };

  recover(): void {
    this.isSlow = false;
    for (const then of this.#waiting.splice(0)) then();
  }
}

async function desks<Name extends DemoName>(...names: Name[]) {
  const disk = new Disk();
  const house = await runHouse({ over: { defer: disk.defer } });
  onTestFinished(() => disk.recover());
  const { meeting, people } = await seated(house.url, names);
  const made = await Promise.all(names.map(async (name) => [name, await desk(people[name], meeting)] as const));
  return { house, disk, meeting, people, at: Object.fromEntries(made) as Record<Name, Desk> };
}

/** Writes as a field would, at the end of a text part. */
const write = (doc: Y.Doc, words: string) => textRoot(doc).insert(textRoot(doc).length, words);

describe('writing together', () => {
  test('what one writes shows at the other’s', async () => {
    const { at } = await desks('Kari', 'Mona');
    const [kari, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
    write(kari.doc, ' Våkner om natten.');
    await until(() => mona.words.endsWith(' Våkner om natten.'), 'Mona to see it');
    expect(mona.words).toBe(kari.words);
  });

  test('all parts of one window share one line', async () => {
    const { at } = await desks('Kari');
    await Promise.all([at.Kari.open('needs'), at.Kari.open('services'), at.Kari.open('situation')]);
    expect(at.Kari.world.sockets).toHaveLength(1);
  });

  test('a part that was opened once is the same part ever after', async () => {
    const { at } = await desks('Kari');
    expect(at.Kari.plan.part('needs')).toBe(at.Kari.plan.part('needs'));
  });

  test('rights come from the registry: the municipality writes services, and the hospital reads them', async () => {
    const { at } = await desks('Kari', 'Mona', 'Jonas');
    expect((await at.Mona.open('services')).mayWrite).toBe(true);
    expect((await at.Kari.open('services')).mayWrite).toBe(false);
    expect((await at.Kari.open('clarifications')).mayWrite).toBe(false);
    expect((await at.Jonas.open('clarifications')).mayWrite).toBe(true);
  });

  test('nothing can be written before it is known what is there', async () => {
    const { at } = await desks('Kari');
    const part = at.Kari.plan.part('situation');
    expect(part.mayWrite).toBe(false);
    await until(() => part.loaded, 'the situation to arrive');
    expect(part.mayWrite).toBe(true);
  });
});

describe('rows and answers', () => {
  test('a new row has an id for life, and everybody sees it', async () => {
    const { at } = await desks('Mona', 'Kari');
    const [mona, kari] = [await at.Mona.open('services'), await at.Kari.open('services')];
    const id = mona.addRow();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    mona.answer('status', 'offered', id ?? '');
    await until(() => kari.rows.some((row) => row.id === id && row['status'] === 'offered'), 'Kari to see it');
  });

  test('who may not write adds, answers and deletes nothing', async () => {
    const { at } = await desks('Kari');
    const part = await at.Kari.open('services');
    const before = part.value;
    const first = part.rows[0]?.id ?? '';
    expect(part.addRow()).toBeNull();
    part.answer('status', 'granted', first);
    part.deleteRow(first);
    expect(part.value).toEqual(before);
    expect(at.Kari.plan.hasUnsaved).toBe(false);
  });

  test('an answer that does not fit its field is left out, one that fits stands', async () => {
    const { at } = await desks('Kari');
    const part = await at.Kari.open('departure');
    part.answer('on', '2026-13-40');
    part.answer('nonsense', 'x');
    expect(part.answers['on']).not.toBe('2026-13-40');
    expect(fieldsRoot(part.doc).has('nonsense')).toBe(false);
    part.answer('on', '2026-11-27');
    expect(part.answers['on']).toBe('2026-11-27');
    part.answer('on', null);
    expect(part.answers['on']).toBeNull();
  });

  test('a deleted row comes back where it stood, with its id and all that was in it', async () => {
    const { at } = await desks('Mona', 'Kari');
    const [mona, kari] = [await at.Mona.open('services'), await at.Kari.open('services')];
    const before = mona.rows;
    expect(before.length).toBeGreaterThan(1);
    const first = before[0]?.id ?? '';
    mona.deleteRow(first);
    expect(mona.rows).toHaveLength(before.length - 1);
    expect(mona.removed.map(({ id }) => id)).toEqual([first]);
    await until(() => kari.rows.length === before.length - 1, 'the row to be gone at Kari’s');
    mona.bringBack(first);
    expect(mona.rows).toEqual(before);
    expect(mona.removed).toEqual([]);
    await until(() => kari.rows.length === before.length, 'the row to be back at Kari’s');
    expect(kari.rows).toEqual(before);
  });
});

describe('how saving stands', () => {
  test('is „saved” only when the server has it on disk', async () => {
    const { at, disk } = await desks('Kari', 'Mona');
    const [kari, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
    const { plan } = at.Kari;
    const before = mona.words;
    expect(plan.saving).toBe('saved');
    disk.isSlow = true;
    write(kari.doc, ' Ja.');
    expect(plan.saving).toBe('saving');
    expect(plan.hasUnsaved).toBe(true);
    write(kari.doc, ' Nei.');
    await at.Mona.open('services');
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
      world.pass(10_000);
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
        at.Kari.world.pass(10_000);
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
      world.pass(10_000);
      return kari.words.endsWith(' Uten nett. På nett.') && at.Kari.plan.saving === 'saved';
    }, 'both to be saved');
    await until(() => mona.words === kari.words, 'Mona to have both');
    expect(kari.refused).toBeNull();
  });

  test('does not concern those who only read', async () => {
    const { at, disk } = await desks('Kari');
    disk.isSlow = true;
    const part = await at.Kari.open('services');
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
    await until(() => mona.others[0]?.cursor === null, 'the cursor to be gone');
  });

  test('does not count my own other window', async () => {
    const { at, people, meeting } = await desks('Kari', 'Mona');
    const other = await desk(people.Kari, meeting);
    const [first, second, mona] = [await at.Kari.open('needs'), await other.open('needs'), await at.Mona.open('needs')];
    await until(() => mona.others.length === 2, 'Mona to see both windows');
    await until(() => first.others.length === 1 && second.others.length === 1, 'both to see Mona');
    write(first.doc, ' Fra det ene vinduet.');
    await until(() => second.words.endsWith(' Fra det ene vinduet.'), 'the other window to see it');
  });

  test('is empty when they have left', async () => {
    const { at } = await desks('Kari', 'Mona');
    const [, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
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
    world.pass(60_000);
    expect(plan.announcement).toMatch(/Kontakter og koordinering/);
  });
});

describe('the end', () => {
  test('of somebody’s place in the meeting closes the line for good, and says so', async () => {
    const { at, people, meeting } = await desks('Kari', 'Mona');
    const mona = await at.Mona.open('services');
    const id = at.Mona.plan.me.participant;
    const came = await people.Kari.delete(`/api/meetings/${meeting}/participants/${id}`);
    expect(came.status).toBe(204);
    await until(() => at.Mona.plan.ended !== null, 'the line to end');
    expect(at.Mona.plan.ended?.code).toBe(4403);
    expect(mona.ended?.code).toBe(4403);
    expect(mona.mayWrite).toBe(false);
    expect(at.Mona.plan.saving).toBe('offline');
    const sockets = at.Mona.world.sockets.length;
    at.Mona.world.pass(600_000);
    expect(at.Mona.world.sockets).toHaveLength(sockets);
  });

  test('of the page closes everything', async () => {
    const { at } = await desks('Kari');
    await at.Kari.open('needs');
    expect(at.Kari.world.isWatching).toBe(true);
    at.Kari.plan.close();
    expect(at.Kari.world.isWatching).toBe(false);
    const [socket] = at.Kari.world.sockets;
    await until(() => socket?.readyState === 3, 'the socket to close');
    at.Kari.world.pass(600_000);
    expect(at.Kari.world.sockets).toHaveLength(1);
  });

  test('can be tried again when somebody asks for it', async () => {
    const sockets: ScriptedSocket[] = [];
    const world = new ManualWorld(() => {
      sockets.push(new ScriptedSocket());
      return sockets.at(-1)?.asSocket as WebSocket;
    });
    const who = { participant: 'p'.repeat(22) as ParticipantId, role: 'hospital' as const };
    const plan = new SharedPlan({ meeting: 'm'.repeat(22) as MeetingId, who, url: 'ws://house/line/m', world });
    onTestFinished(() => plan.close());
    plan.part('needs');
    await Promise.resolve();
    sockets[0]?.accept();
    sockets[0]?.end(4401, 'Sign in first.');
    expect(plan.ended?.code).toBe(4401);
    plan.retry();
    expect(plan.ended).toBeNull();
    await until(() => sockets.length === 2, 'a new line');
  });
});
