// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import * as encoding from 'lib0/encoding';
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import { countPayload } from '#shared/line.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { watched } from './support/watched.svelte.ts';
import { ManualWorld } from './support/manualWorld.ts';
import { ScriptedSocket } from './support/scriptedSocket.ts';
import { speechIn } from './support/speech.ts';

const WHO = { participant: 'p'.repeat(22) as ParticipantId, role: 'hospital' as const };

function planOnScript() {
  const sockets: ScriptedSocket[] = [];
  const world = new ManualWorld(() => {
    const socket = new ScriptedSocket();
    sockets.push(socket);
    return socket.asSocket;
  });
  const plan = new SharedPlan({
    ...{ meeting: 'm'.repeat(22) as MeetingId, who: WHO, url: 'ws://house/line/m', world, speech: speechIn() },
  });
  onTestFinished(() => plan.close());
  return { plan, world, last: () => sockets.at(-1) as ScriptedSocket };
}

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** What the server says when somebody wrote `words`. */
function saying(words: string): Uint8Array {
  const doc = new Y.Doc();
  textRoot(doc).insert(0, words);
  return message((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(doc)));
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

test('of two changes that were sent, the first being stored is not both being stored', async () => {
  const { plan, last } = planOnScript();
  const part = plan.part('needs');
  await Promise.resolve();
  last().accept();
  const channel = last().channelOf('needs');
  const empty = new Y.Doc();
  last().say(
    'data',
    channel,
    message((encoder) => writeSyncStep1(encoder, empty)),
  );
  last().say(
    'data',
    channel,
    message((encoder) => writeSyncStep2(encoder, empty)),
  );
  textRoot(part.doc).insert(0, 'Trenger ');
  textRoot(part.doc).insert(8, 'hjelp.');
  // The answer to the handshake counts too.
  last().say('ack', channel, countPayload(2));
  expect(plan.saving).toBe('saving');
  expect(plan.hasUnsaved).toBe(true);
  last().say('ack', channel, countPayload(3));
  expect(plan.saving).toBe('saved');
  expect(plan.hasUnsaved).toBe(false);
});
