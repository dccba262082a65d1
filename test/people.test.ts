import { describe, expect, test } from 'vitest';
import { textRoot } from '#shared/plan/doc.ts';
import { craft, words } from './support/craft.ts';
import { joined } from './support/guest.ts';
import { windowOf } from './support/liveWindow.ts';
import { pen } from './support/pen.ts';
import { until } from './support/until.ts';
import { DOORS, DOOR_NAMES, userOf, ward } from './support/ward.ts';
import { change, ending, presenceFor } from './support/wireEnd.ts';

/** What is decided about somebody takes effect on their open lines within this time. */
const AT_ONCE_MS = 1000;

/** A new row of plain words for a part with rows, by a window of its own. */
const row = (client: number) => change(craft({ structs: [{ client, clock: 0, of: [words('x', {})] }] }));

describe.each(DOOR_NAMES)('while somebody is connected, through %s', (door) => {
  test('another role takes its rights from them and gives them others at once, without coming anew', async () => {
    const { nurse, mona, meeting, recast } = await ward();
    const [open, watch] = [DOORS[door]!(mona, meeting), DOORS['the line']!(nurse, meeting)];
    const [services, needs] = [await open('services').sync(), await open('needs').sync()];
    const [servicesSeen, needsSeen] = [await watch('services').sync(), await watch('needs').sync()];
    services.say(row(71));
    await until(() => servicesSeen.updates.length === 1, 'what the municipality writes');
    needs.say(row(72));
    await until(() => needs.denials.length === 1, 'what the municipality may not write');
    services.say(presenceFor(71, 1, { cursor: null }));
    await until(() => userOf(servicesSeen, 71) !== undefined, 'Mona to be seen');
    expect(userOf(servicesSeen, 71)).toMatchObject({ role: 'municipality' });

    expect((await recast(mona, 'gp')).status).toBe(204);
    needs.say(row(73));
    await until(() => needsSeen.updates.length === 1, 'what a GP may write', AT_ONCE_MS);
    services.say(change(craft({ deletions: [{ client: 71, runs: [[0, 1]] }] })));
    await until(() => services.denials.length === 1, 'what a GP may not write', AT_ONCE_MS);
    await until(() => userOf(servicesSeen, 71)?.role === 'gp', 'the role', AT_ONCE_MS);
    expect((await servicesSeen.sync()).updates).toHaveLength(1);
    expect([services.ended, needs.ended]).toEqual([null, null]);
  });

  test('what the patient withholds is closed to kin at once, and nothing else; given back, it opens', async () => {
    const { nurse, kin, patient, meeting, withhold } = await ward();
    const open = DOORS[door]!(kin, meeting);
    const [medications, story] = [await open('medications').sync(), await open('story').sync()];
    const writer = await pen(patient, meeting, 'story');
    const seen = await DOORS['the line']!(nurse, meeting)('medications').sync();
    medications.say(presenceFor(71, 1, { cursor: null }));
    await until(() => userOf(seen, 71) !== undefined, 'Line to be seen');

    expect((await withhold(['medications', 'needs'])).status).toBe(204);
    await until(() => medications.ended !== null, 'the part to close', AT_ONCE_MS);
    expect(medications.ended?.code).toBe(4403);
    await until(() => userOf(seen, 71) === undefined, 'Line to be gone from it', AT_ONCE_MS);
    const heard = [...medications.order];
    const doctor = await joined(nurse, meeting, { role: 'hospital', profession: 'doctor', name: 'Jonas Lie' });
    const author = await DOORS['the line']!(doctor, meeting)('medications').sync();
    author.say(row(80));
    await until(() => seen.updates.length === 1, 'what the doctor writes');
    textRoot(writer.doc).insert(0, 'Jeg vil hjem.');
    await until(() => story.text === 'Jeg vil hjem.', 'what is shared to go on');
    expect(medications.order).toEqual(heard);
    for (const key of ['medications', 'needs'] as const) expect((await ending(open(key)))?.code).toBe(4403);
    story.say(change(craft({ structs: [{ client: 74, clock: 0, of: [words('!', {})] }] })));
    await until(() => textRoot(writer.doc).toJSON().includes('!'), 'what kin writes');

    expect((await withhold(['needs'])).status).toBe(204);
    const back = await open('medications').sync();
    expect([back.ended, back.doc.getArray('content').length]).toEqual([null, 1]);
    expect((await ending(open('needs')))?.code).toBe(4403);
  });

  test('who is shown out, or has signed out, hears nothing more and says nothing more', async () => {
    const { nurse, kin, mona, patient, meeting, at } = await ward();
    const watch = await DOORS['the line']!(patient, meeting)('goals').sync();
    const [out, gone] = [DOORS[door]!(kin, meeting)('goals'), DOORS[door]!(mona, meeting)('goals')];
    await Promise.all([out.sync(), gone.sync()]);
    out.say(row(71));
    await until(() => watch.updates.length === 1 && gone.updates.length === 1, 'what Line writes');
    const [path, cookie] = [await at('', kin), mona.cookie];
    expect((await nurse.delete(path)).status).toBe(204);
    expect((await mona.delete('/api/session')).status).toBe(204);
    out.say(row(72));
    gone.say(row(73));
    await until(() => out.ended !== null && gone.ended !== null, 'both to be out', AT_ONCE_MS);
    expect([out.ended?.code, gone.ended?.code]).toEqual([4403, 4401]);
    watch.say(row(74));
    expect((await watch.sync()).updates).toHaveLength(1);
    expect([out.updates.length, gone.updates.length]).toEqual([0, 1]);
    mona.cookie = cookie;
    for (const [guest, code] of [
      [kin, 4404],
      [mona, 4401],
    ] as const)
      expect((await ending(DOORS[door]!(guest, meeting)('goals')))?.code).toBe(code);
  });
});

test('a line does not outlive the session that opened it', async () => {
  const ticks: (() => void)[] = [];
  const over = { every: (_ms: number, then: () => void) => (ticks.push(then), () => undefined) };
  const { house, nurse, patient, meeting } = await ward(over);
  const [kari, aase] = [windowOf(nurse, meeting), windowOf(patient, meeting)];
  const ends = [nurse, patient].map((guest) => DOORS['the line']!(guest, meeting)('story'));
  await Promise.all(ends.map((end) => end.sync()));
  await until(() => kari.seen.meeting !== null && aase.seen.meeting !== null, 'both to be in');
  // Longer than a signed-in working day, shorter than an invitation holds.
  house.pass(13 * 3_600_000);
  ticks.forEach((tick) => tick());
  expect((await ending(ends[0]!))?.code).toBe(4401);
  await until(() => kari.socket.disconnected, 'the window to close');
  expect((await ends[1]!.sync()).ended).toBeNull();
  expect(aase.socket.connected).toBe(true);
  expect((await nurse.get(`/api/meetings/${meeting}`)).status).toBe(401);
});
