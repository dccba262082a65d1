import { encoding } from 'lib0';
import { writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { writePart } from '#shared/plan/doc.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Line } from '#lib/state/line.ts';
import type { Me } from '#lib/state/presence.ts';
import type { Receiver } from '#lib/state/receiver.ts';
import { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import { ManualWorld } from './manualWorld.ts';

const SYNC = 0;

/** A part as a window has it, without a server: what is shared is `doc`, and whoever changes that is somebody else. */
export function soloPart<K extends SectionKey>(key: K, me: Me, value: Plan[K]): { part: SharedPart; doc: Y.Doc } {
  const doc = new Y.Doc();
  writePart(key, doc, value);
  const say = (receiver: Receiver, write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, SYNC);
    write(encoder);
    receiver.data(encoding.toUint8Array(encoder));
  };
  const attach = (_section: string, receiver: Receiver) => {
    queueMicrotask(() => {
      receiver.opened();
      say(receiver, (encoder) => writeSyncStep2(encoder, doc));
      doc.on('update', (update: Uint8Array) => say(receiver, (encoder) => writeUpdate(encoder, update)));
    });
    return { send: () => undefined, close: () => undefined };
  };
  const world = new ManualWorld(() => {
    throw new Error('there is no server here');
  });
  const line = { attach } as unknown as Line;
  const part = new SharedPart({ key, me, line, world, isOffline: () => false, changed: () => undefined });
  return { part: part.open(), doc };
}
