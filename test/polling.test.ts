import { describe, expect, test } from 'vitest';
import { PollingSocket } from '#lib/state/pollingSocket.ts';
import { desk, type Desk } from './support/desk.ts';
import { write } from './support/desks.ts';
import type { Guest } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { windowOf as windowOn } from './support/liveWindow.ts';
import { openProxy, type Manners } from './support/proxy.ts';
import { seated } from './support/seat.ts';
import { until } from './support/until.ts';

const EVERYONE = ['Åse', 'Line', 'Kari', 'Jonas', 'Tiril', 'Mona', 'Per'] as const;
const WINDOWS = [...EVERYONE, 'Kari', 'Mona', 'Åse'] as const;

/** A window whose network may have something against WebSockets. */
interface Window extends Desk {
  /** Polling sockets that it has opened. */
  polled: number;
}

async function windowOf(guest: Guest, meeting: string): Promise<Window> {
  const window: Window = { ...(await desk(guest, meeting)), polled: 0 };
  window.world.openPolling = (url) => {
    window.polled += 1;
    return new PollingSocket(url, { Cookie: guest.cookie }) as unknown as WebSocket;
  };
  return window;
}

/** Opens the story; time goes by until a connection is found that works. */
async function openStory(window: Window) {
  const { plan, world } = window;
  const story = plan.part('story');
  await until(() => {
    if (window.polled === 0) world.pass(100);
    return story.loaded;
  }, 'the story to come');
  return story;
}

async function behind(manners: Manners, names: readonly (typeof EVERYONE)[number][]) {
  const house = await runHouse();
  const proxy = await openProxy(house.url, manners);
  const { meeting, people } = await seated(proxy.url, EVERYONE);
  const windows = await Promise.all(names.map((name) => windowOf(people[name], meeting)));
  const stories = await Promise.all(windows.map((window) => openStory(window)));
  return { house, proxy, meeting, people, windows, stories };
}

describe.each<Manners>(['refuses', 'swallows'])('on a network that %s WebSockets', (manners) => {
  test('ten write at once by polling: nothing is lost, all is acknowledged, all see the same', async () => {
    const { windows, stories, proxy } = await behind(manners, WINDOWS);
    expect(windows.map(({ polled }) => polled)).toEqual(WINDOWS.map(() => 1));
    for (let round = 0; round < 5; round++)
      for (const [number, story] of stories.entries()) {
        write(story.doc, ` ${number}.${round}`);
        if (number % 3 === 0) await until(() => story.saving === 'saved', 'it to be saved');
      }
    await Promise.all(windows.map((window) => window.saved()));
    const all = WINDOWS.flatMap((_name, number) => [0, 1, 2, 3, 4].map((round) => ` ${number}.${round}`));
    await until(() => new Set(stories.map(({ words }) => words)).size === 1, 'all to see the same');
    for (const piece of all) expect(stories[0]?.words).toContain(piece);
    expect(windows.map(({ polled }) => polled)).toEqual(WINDOWS.map(() => 1));
    expect(proxy.upgrades).toBeGreaterThan(2 * WINDOWS.length - 1);
  });
});

test.each<Manners>(['refuses', 'swallows'])(
  'the meeting itself goes on where a network %s WebSockets',
  async (manners) => {
    const house = await runHouse();
    const proxy = await openProxy(house.url, manners);
    const { meeting, people } = await seated(proxy.url, ['Kari', 'Åse']);
    const [kari, aase] = [windowOn(people.Kari, meeting, 'either'), windowOn(people.Åse, meeting, 'either')];
    await until(() => proxy.upgrades >= 2, 'both to have tried a WebSocket');
    expect((await kari.ask('signal', 'hand')).ok).toBe(true);
    await until(
      () => aase.seen.meeting?.participants.some(({ signal }) => signal === 'hand') === true,
      'Åse to see it',
    );
  },
);

describe('who polls', () => {
  test('goes back to a WebSocket when the network lets one through, and loses nothing by it', async () => {
    const { windows, stories, proxy } = await behind('refuses', ['Kari', 'Mona']);
    const [kari, mona] = [windows[0]!, windows[1]!];
    proxy.manners = 'lets through';
    write(stories[0]!.doc, ' Før.');
    const sockets = kari.world.sockets.length;
    kari.world.findNetwork();
    write(stories[0]!.doc, ' Under.');
    await until(() => {
      kari.world.passWhileDown();
      return kari.world.sockets.length >= sockets + 2 && stories[0]!.saving === 'saved';
    }, 'a WebSocket');
    write(stories[0]!.doc, ' Etter.');
    await kari.saved();
    expect(kari.world.sockets.at(-1)?.readyState).toBe(1);
    expect(kari.polled).toBe(1);
    await until(() => stories[1]!.words.endsWith(' Før. Under. Etter.'), 'Mona to see it');
    expect(mona.polled).toBe(1);
  });

  test('is told why, and cut, as on a WebSocket', async () => {
    const { windows, stories, people, meeting } = await behind('refuses', ['Kari', 'Mona']);
    const [kari, mona] = [windows[0]!, windows[1]!];
    const id = mona.plan.me.participant;
    expect((await people.Kari.delete(`/api/meetings/${meeting}/participants/${id}`)).status).toBe(204);
    await until(() => mona.plan.ended !== null, 'the line to end');
    expect(mona.plan.ended).toEqual({ code: 4403, reason: 'You are no longer in the meeting.' });
    expect([stories[1]!.mayWrite, kari.plan.ended]).toEqual([false, null]);
  });
});
