import { describe, expect, test } from 'vitest';
import type { Participant } from '#server/access/participant.ts';
import { craft, words } from './support/craft.ts';
import { HELLO } from './support/scenes.ts';
import { createHeldLog, openSyncHouse, PEOPLE, STORY } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { change, DOORS, DOOR_NAMES, ending, enter, LineEnd, presenceFor, socketEnd } from './support/wireEnd.ts';

const { aase, line, per } = PEOPLE;

/** Line, from whom the patient withholds her story. */
const EXCLUDED: Participant = { ...line, withheld: ['story'] };
/** Line, who only interprets. */
const SILENT: Participant = { ...line, role: 'interpreter' };

const LATER = craft({ structs: [{ client: 8, clock: 0, of: [words('!', { origin: [7, 2] })] }] });

/** A promise that is kept when one says so. */
function promise(): { kept: Promise<void>; keep: () => void } {
  let keep = () => {};
  const kept = new Promise<void>((resolve) => (keep = resolve));
  return { kept, keep };
}

describe.each(DOOR_NAMES)('rights that change, through %s', (door) => {
  test('while somebody is being looked up: what was found no longer holds, and they come again', async () => {
    const { kept, keep } = promise();
    let who: Participant = line;
    const house = await openSyncHouse({
      admit: async () => {
        const found = who;
        await kept;
        return found;
      },
    });
    const end = DOORS[door](house, line);
    end.say(change(HELLO));
    const [own, shared] = [socketEnd(house, line), new LineEnd(house, line)];
    await until(() => own.socket.readyState === 1 && shared.socket.readyState === 1, 'all to wait inside');
    who = EXCLUDED;
    house.rooms.change(EXCLUDED);
    keep();
    expect((await ending(end))?.code).toBe(1013);
    expect(await house.log.load(STORY)).toEqual([]);
    expect((await ending(DOORS[door](house, line)))?.code).toBe(4403);
    expect((await enter(house, line, 'goals', door)).ended).toBeNull();
  });

  test('while the visit is being noted: nothing of what may no longer be read is sent', async () => {
    const { kept, keep } = promise();
    const house = await openSyncHouse({ onJoin: (_by, section) => (section === 'story' ? kept : undefined) });
    const end = DOORS[door](house, line);
    await until(() => house.noted.length === 1, 'the visit to be noted');
    house.rooms.change(EXCLUDED);
    keep();
    expect((await ending(end))?.code).toBe(4403);
    expect(end.order).toEqual([]);
    await until(() => house.rooms.count() === 0, 'nobody to be in the room');
  });

  test('while the part is being loaded: the same', async () => {
    const log = createHeldLog();
    await log.append([{ room: STORY, participant: aase.id, update: HELLO, at: 1 }]);
    log.holdLoads();
    const house = await openSyncHouse({ log });
    const end = DOORS[door](house, line);
    await until(() => log.loads === 1, 'the load');
    house.rooms.change(EXCLUDED);
    log.letLoad();
    expect((await ending(end))?.code).toBe(4403);
    expect([end.order, end.text]).toEqual([[], '']);
    await until(() => house.rooms.count() === 0, 'nobody to be in the room');
    expect((await enter(house, aase, 'story', door)).text).toBe('Hei');
  });

  test('while what they wrote waits to be stored: it is stored, for they might when they wrote it, and no more is', async () => {
    const log = createHeldLog();
    const house = await openSyncHouse({ log });
    const [end, onlooker] = [await enter(house, line, 'story', door), await enter(house, per)];
    end.say(presenceFor(7, 1, { cursor: 1 }));
    log.hold();
    end.say(change(HELLO));
    await until(() => log.waiting === 1, 'the commit');
    house.rooms.change(SILENT);
    end.say(change(LATER));
    await until(() => end.denials.length === 1, 'the denial');
    expect([onlooker.updates.length, end.acknowledged]).toEqual([0, 0]);
    log.letGo();
    await until(() => onlooker.updates.length === 1, 'what was taken');
    expect((await onlooker.sync()).text).toBe('Hei');
    const seen = () => onlooker.presence.getStates().get(7) as { user?: { role: string } } | undefined;
    await until(() => seen()?.user?.role === 'interpreter', 'who they are now');
    expect(house.noted.at(-1)).toEqual({ what: 'refused', who: 'Line', section: 'story', code: 'forbidden' });

    house.rooms.change(line);
    end.say(change(LATER));
    await until(() => onlooker.text === 'Hei!', 'what they may write again');
    expect(end.ended).toBeNull();
  });

  test('as one is changed and cut at the same moment: the cut counts', async () => {
    const house = await openSyncHouse();
    const [end, other] = [await enter(house, line, 'story', door), await enter(house, aase, 'story', door)];
    house.rooms.change(EXCLUDED);
    house.rooms.cut(line.id, 'forbidden');
    house.rooms.change(line);
    end.say(change(HELLO));
    expect((await ending(end))?.code).toBe(4403);
    expect((await other.sync()).text).toBe('');
  });
});
