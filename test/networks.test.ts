import { describe, expect, onTestFinished, test } from 'vitest';
import { WIRE } from '#shared/errors.ts';
import { MeetingId, ParticipantId } from '#shared/ids.ts';
import { closePayload } from '#shared/line.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { cursorFor } from '#lib/state/presence.ts';
import { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { chanceFrom } from './support/chance.ts';
import { desks, write } from './support/desks.ts';
import { cut, ManualWorld } from './support/manualWorld.ts';
import { openChannel, scripted } from './support/scriptedLine.ts';
import { ScriptedSocket } from './support/scriptedSocket.ts';
import { until } from './support/until.ts';
import { speechIn } from './support/speech.ts';

/** A plan of which the test plays the server. */
function scriptedPlan() {
  const socket = new ScriptedSocket();
  const plan = new SharedPlan({
    meeting: MeetingId.parse('meeting-under-test-aaaa'),
    who: { participant: ParticipantId.parse(`kari-${'a'.repeat(24)}`), role: 'hospital', profession: 'nurse' },
    url: 'ws://house/line/meeting',
    speech: speechIn(),
    world: new ManualWorld(() => socket.asSocket),
  });
  onTestFinished(() => plan.close());
  return { plan, socket };
}

test('a whole meeting is joined in one flight: all is asked for before anything is answered', async () => {
  const { plan, socket } = scriptedPlan();
  for (const key of SECTION_KEYS) plan.part(key);
  await Promise.resolve();
  expect(socket.frames).toEqual([]);
  socket.onopen?.({});
  for (const key of SECTION_KEYS) {
    const [first] = socket.on(key);
    expect(first?.subarray(0, 2), key).toEqual(Uint8Array.of(0, 0));
  }
  expect(socket.frames.filter(({ kind }) => kind === 'open')).toHaveLength(SECTION_KEYS.length);
});

describe('after a restart two hundred windows come back', () => {
  const PEOPLE = 200;

  /** When each of the lines first gets through, in ms, where the server is down from 0 until `up`. */
  async function arrivals(seed: number, code: number, up: number): Promise<number[]> {
    const chance = chanceFrom(seed);
    const lines = await Promise.all(
      Array.from({ length: PEOPLE }, async () => {
        const made = scripted();
        made.world.chance = chance;
        await openChannel(made.line, 'needs');
        made.last().accept();
        await openChannel(made.line, 'story');
        made.last().end(code);
        await openChannel(made.line, 'needs');
        return made;
      }),
    );
    return lines.map(({ world, sockets, last }) => {
      let known = sockets.length;
      for (let at = 50; at < 60_000; at += 50) {
        world.pass(50);
        if (sockets.length === known) continue;
        known = sockets.length;
        if (at >= up) return at;
        last().end(1006);
      }
      return Infinity;
    });
  }

  /** The largest part of them that comes within one second. */
  const crowd = (all: readonly number[]) =>
    Math.max(...all.map((from) => all.filter((at) => at >= from && at < from + 1000).length)) / all.length;

  test.each([
    ['when it says goodbye, and is there again at once', WIRE.unavailable.close, 0],
    ['when it is killed, and away for five seconds', 1006, 5000],
  ])('%s: never more than a quarter within a second, and all within fifteen', async (_name, code, up) => {
    for (const seed of [1, 2, 3]) {
      const all = await arrivals(seed, code, up);
      expect(crowd(all), `seed ${seed}`).toBeLessThanOrEqual(0.25);
      expect(Math.max(...all) - up, `seed ${seed}`).toBeLessThanOrEqual(15_000);
    }
  });
});

test('who comes back is seen again at once, also by those who heard that they had gone', async () => {
  const { at } = await desks('Kari', 'Jonas');
  const [kari, jonas] = [await at.Kari.open('needs'), await at.Jonas.open('needs')];
  kari.showCursor(cursorFor(textRoot(kari.doc), { field: 'content' }, 0, 0));
  await until(() => jonas.others.length === 1, 'Kari to be seen');
  cut(at.Kari.world.sockets.at(-1));
  await until(() => jonas.others.length === 0, 'Kari to be gone');
  await until(() => {
    at.Kari.world.passWhileDown();
    return jonas.others.length === 1;
  }, 'Kari to be seen again');
  expect(kari.ended).toBeNull();
});

describe('a page that is older than the plan', () => {
  test('cannot write, and offers what is not saved', async () => {
    const { at } = await desks('Kari');
    const needs = await at.Kari.open('needs');
    const { world, plan } = at.Kari;
    world.loseNetwork();
    write(needs.doc, ' Ikke lagret.');
    const old = new ScriptedSocket();
    world.openSocket = () => old.asSocket;
    world.findNetwork();
    await until(() => {
      old.end(4409, 'Reload.');
      return plan.isOutOfDate;
    }, 'it to be told');
    await until(() => !needs.mayWrite, 'the part to be told');
    expect([needs.loaded, plan.hasUnsaved]).toEqual([true, true]);
    expect(plan.unsavedWords).toEqual([needs.words]);
    expect(needs.words).toContain('Ikke lagret.');
  });

  test('is not one that was shown out', async () => {
    const { plan, socket } = scriptedPlan();
    plan.part('needs');
    await Promise.resolve();
    socket.accept();
    socket.end(4403);
    expect([plan.ended?.code, plan.isOutOfDate, plan.unsavedWords]).toEqual([4403, false, []]);
  });
});

test('a part that is closed alone leaves the line as it is', async () => {
  const { plan, socket } = scriptedPlan();
  const [needs, story] = [plan.part('needs'), plan.part('story')];
  await Promise.resolve();
  socket.accept();
  socket.say('close', socket.channelOf('needs'), closePayload(4403, 'No.'));
  expect([needs.ended?.code, story.ended, plan.ended]).toEqual([4403, null, null]);
});
