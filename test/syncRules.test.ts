import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { SectionKey } from '#shared/plan/sections.ts';
import { REFUSALS } from '#server/sync/limits.ts';
import { craft, words } from './support/craft.ts';
import { MEETING, openSyncHouse, PEOPLE, type SyncHouse } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { KARI, MONA, SCENES, type Scene } from './support/scenes.ts';
import { GARBAGE, GOOD, RULES } from './support/updateCorpus.ts';
import { answerWith, change, DOOR_NAMES, enter, type WireEnd } from './support/wireEnd.ts';

const { kari, mona, per, ivar } = PEOPLE;

/** Kari and Mona have written, and Per looks on. */
async function playing(scene: Scene, door: (typeof DOOR_NAMES)[number]) {
  const house = await openSyncHouse();
  const onlooker = await enter(house, per, scene.section);
  const [first, second] = [await enter(house, kari, scene.section), await enter(house, mona, scene.section, door)];
  first.say(change(scene.kari));
  await until(() => onlooker.updates.length === 1 && second.updates.length === 1, 'what Kari wrote');
  second.say(change(scene.mona));
  await until(() => onlooker.updates.length === 2, 'what Mona wrote');
  return { house, onlooker, second };
}

/** What is shared and what is stored, as a newcomer and the log see it. */
async function shared(house: SyncHouse, key: SectionKey) {
  const newcomer = await enter(house, per, key);
  newcomer.leave();
  return {
    stateVector: Y.encodeStateVector(newcomer.doc),
    content: Y.encodeStateAsUpdate(newcomer.doc),
    stored: await house.log.load({ meeting: MEETING, section: key }),
  };
}

/** Whatever was passed on to `end` has come when its own question is answered. */
const heardBy = async (end: WireEnd): Promise<number> => (await end.sync()).updates.length;

describe.each(DOOR_NAMES)('through %s', (door) => {
  test.each(RULES)('what breaks a rule changes nothing and reaches nobody: $name', async (rule) => {
    const { house, onlooker, second } = await playing(rule.scene, door);
    const before = await shared(house, rule.scene.section);
    second.say(change(rule.refused));
    await until(() => second.denials.length === 1, 'a denial');
    expect(await heardBy(onlooker)).toBe(2);
    expect(await shared(house, rule.scene.section)).toEqual(before);
    expect(second.ended).toBeNull();

    second.say(change(rule.allowed));
    await until(() => onlooker.updates.length === 3, 'the twin that is allowed');
    expect(second.denials).toHaveLength(1);
    const after = await shared(house, rule.scene.section);
    expect(after.stored).toHaveLength(3);
    expect(after.stored[2]?.participant).toBe(mona.id);
    expect(after.content).not.toEqual(before.content);
    expect(house.reported).toEqual([]);
  });

  test.each(GARBAGE)('what is no update ends the connection: %s', async (_name, bytes) => {
    const { house, onlooker, second } = await playing(SCENES.text, door);
    const before = await shared(house, 'story');
    second.say(change(bytes));
    await until(() => second.ended !== null, 'the end');
    expect(second.ended?.code).toBe(4400);
    expect(await heardBy(onlooker)).toBe(2);
    expect(await shared(house, 'story')).toEqual(before);
  });

  test('who may not write is denied, stays, and is sent away when they go on', async () => {
    const { house, onlooker } = await playing(SCENES.text, door);
    const before = await shared(house, 'story');
    const interpreter = await enter(house, ivar, 'story', door);
    const text = craft({ structs: [{ client: 300, clock: 0, of: [words('!', { origin: [KARI, 9] })] }] });
    const deletion = craft({ deletions: [{ client: KARI, runs: [[0, 3]] }] });
    for (let count = 1; count < REFUSALS; count++) {
      interpreter.say(change(count % 2 ? text : deletion));
      await until(() => interpreter.denials.length === count, 'a denial');
      expect(interpreter.ended).toBeNull();
    }
    interpreter.say(change(text));
    await until(() => interpreter.ended !== null, 'the end');
    expect(interpreter.ended?.code).toBe(4403);
    expect(await heardBy(onlooker)).toBe(2);
    expect(await shared(house, 'story')).toEqual(before);
    const refusals = house.noted.filter(({ what }) => what === 'refused');
    expect(refusals).toHaveLength(REFUSALS);
    expect(refusals[0]).toEqual({ what: 'refused', who: 'Ivar', section: 'story', code: 'forbidden' });
  });

  test('the handshake of who may not write is taken for what it is', async () => {
    const { house } = await playing(SCENES.text, door);
    const interpreter = await enter(house, ivar, 'story', door);
    for (const handshake of [craft({}), Y.encodeStateAsUpdate(interpreter.doc)])
      for (let count = 0; count <= REFUSALS; count++) interpreter.say(answerWith(handshake));
    await interpreter.sync();
    expect(interpreter).toMatchObject({ denials: [], ended: null, text: 'Hei på degja' });
    expect(house.noted.filter(({ what }) => what === 'refused')).toEqual([]);
  });

  test('who writes before they have answered what was asked of them is denied, but not for long', async () => {
    const { second } = await playing(SCENES.text, door);
    const early = craft({ structs: [{ client: MONA, clock: 3, of: [words('?', { origin: [MONA, 2] })] }] });
    for (let count = 1; count <= REFUSALS + 5; count++) second.say(change(early));
    await until(() => second.denials.length === REFUSALS + 5, 'the denials');
    second.say(answerWith(GOOD));
    second.say(change(early));
    await until(async () => (await second.sync()).text === 'Hei på degja!?', 'both to be stored');
    expect(second.ended).toBeNull();

    const later = craft({ structs: [{ client: MONA, clock: 9, of: [words('?', { origin: [MONA, 2] })] }] });
    for (let count = 1; count <= REFUSALS; count++) second.say(change(later));
    await until(() => second.ended !== null, 'the end of patience');
    expect(second.ended?.code).toBe(4403);
  });
});
