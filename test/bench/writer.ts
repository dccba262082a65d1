import { setTimeout as sleep } from 'node:timers/promises';
import { HocuspocusProvider } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Line } from '#lib/state/line.ts';
import { PartDocument } from '#lib/state/partDocument.ts';
import type { World } from '#lib/state/world.ts';
import { ROOT } from '#shared/plan/doc.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import type { Place } from './entrance.ts';
import type { ContenderName } from './servers/contender.ts';

/** One person's client: the one that people of that server have. */
export interface Writer {
  doc: Y.Doc;
  text: Y.Text;
  /** Resolves when everything that is shared has come. */
  joined: Promise<void>;
  close(): void;
}

/** Nobody waits longer than this to come in; a server that lets nobody in is told of, and not waited for. */
const JOINS_WITHIN_MS = 60_000;

/** Resolves when all have what is shared. @throws Error when somebody has not got it in time. */
export async function allJoined(writers: readonly Pick<Writer, 'joined'>[]): Promise<void> {
  const timeout = new AbortController();
  const late = sleep(JOINS_WITHIN_MS, undefined, { signal: timeout.signal }).then(() => {
    throw new Error('somebody was not let in, or never got the document');
  });
  try {
    await Promise.race([late, Promise.all(writers.map(({ joined }) => joined))]);
  } finally {
    late.catch(() => undefined);
    timeout.abort();
  }
}

/** The part that all write in: everybody but the interpreter may. */
const SECTION: SectionKey = 'story';

/** Begins to join at once. `url` is the server's, `http://…`. */
export function writerAt(server: ContenderName, url: string, place: Place): Writer {
  const address = url.replace('http', 'ws');
  switch (server) {
    case 'y-websocket':
      return stockWriter(address, place.room, place);
    case 'ours':
      return stockWriter(`${address}/sync/${place.room}`, SECTION, place);
    case 'hocuspocus':
      return hocuspocusWriter(address, place);
    case 'line':
      return browserWriter(address, place);
  }
}

function stockWriter(address: string, name: string, place: Place): Writer {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(address, name, doc, { WebSocketPolyfill: socketOf(place), disableBc: true });
  const joined = new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return { doc, text: doc.getText(ROOT), joined, close: () => leave(provider, doc) };
}

function hocuspocusWriter(address: string, place: Place): Writer {
  const doc = new Y.Doc();
  let come: () => void = () => undefined;
  const joined = new Promise<void>((resolve) => (come = resolve));
  const provider = new HocuspocusProvider({
    ...{ url: address, name: place.room, document: doc },
    ...{ WebSocketPolyfill: socketOf(place), onSynced: () => come() },
  });
  return { doc, text: doc.getText(ROOT), joined, close: () => leave(provider, doc) };
}

/** As the staff's page has it: every part of the plan is open, all on one line. */
function browserWriter(address: string, place: Place): Writer {
  const world = worldOf(place);
  const line = new Line(`${address}/line/${place.room}`, world);
  let come: () => void = () => undefined;
  const joined = new Promise<void>((resolve) => (come = resolve));
  const waiting = new Set<SectionKey>(SECTION_KEYS);
  const parts = SECTION_KEYS.map((key) => {
    const standing = () => {
      if (part.loaded && waiting.delete(key) && waiting.size === 0) come();
    };
    const nothing = () => undefined;
    const part: PartDocument = new PartDocument(
      { key, line, world },
      { standing, content: nothing, presence: nothing, rolledBack: nothing },
    );
    return part;
  });
  const { doc } = parts[SECTION_KEYS.indexOf(SECTION)]!;
  const close = () => {
    for (const part of parts) part.close();
    line.close();
  };
  return { doc, text: doc.getText(ROOT), joined, close };
}

function worldOf(place: Place): World {
  const Socket = socketOf(place);
  return {
    chance: () => Math.random(),
    after(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    openSocket: (url) => new Socket(url),
    watchNetwork: () => () => undefined,
  };
}

/** The browser's WebSocket, with the cookie that a browser would send along. */
function socketOf({ cookie }: Place): typeof globalThis.WebSocket {
  class WithCookie extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, cookie ? { headers: { Cookie: cookie } } : {});
    }
  }
  return WithCookie as unknown as typeof globalThis.WebSocket;
}

function leave(provider: { destroy(): void }, doc: Y.Doc): void {
  provider.destroy();
  doc.destroy();
}
