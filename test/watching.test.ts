// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import * as encoding from 'lib0/encoding';
import { writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { watched } from './support/watched.svelte.ts';
import { ManualWorld } from './support/manualWorld.ts';
import { ScriptedSocket } from './support/scriptedSocket.ts';

const WHO = { participant: 'p'.repeat(22) as ParticipantId, role: 'hospital' as const };

function planOnScript() {
  const sockets: ScriptedSocket[] = [];
  const world = new ManualWorld(() => {
    const socket = new ScriptedSocket();
    sockets.push(socket);
    return socket.asSocket;
  });
  const plan = new SharedPlan({ meeting: 'm'.repeat(22) as MeetingId, who: WHO, url: 'ws://house/line/m', world });
  onTestFinished(() => plan.close());
  return { plan, world, last: () => sockets.at(-1) as ScriptedSocket };
}

/** What the server says when somebody wrote `words`. */
function saying(words: string): Uint8Array {
  const doc = new Y.Doc();
  textRoot(doc).insert(0, words);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  writeUpdate(encoder, Y.encodeStateAsUpdate(doc));
  return encoding.toUint8Array(encoder);
}

test('a screen that asks for a part that nobody has asked for follows what comes', async () => {
  const { plan, last } = planOnScript();
  const screen = watched(() => plan.part('needs').words);
  onTestFinished(screen.stop);
  await Promise.resolve();
  last().accept();
  last().say('data', last().channelOf('needs'), saying('Trenger hjelp.'));
  flushSync();
  expect(screen.seen).toEqual(['', 'Trenger hjelp.']);
});

test('and a screen that looks at saving sees the line go', async () => {
  const { plan, world, last } = planOnScript();
  const screen = watched(() => plan.saving);
  onTestFinished(screen.stop);
  plan.part('needs');
  await Promise.resolve();
  last().accept();
  flushSync();
  last().end(1006);
  world.pass(2_000);
  flushSync();
  expect(screen.seen).toEqual(['saved', 'offline']);
});
