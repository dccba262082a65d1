import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { SectionKey } from '#shared/plan/sections.ts';
import { channelOn, type ChannelNews } from './channel.ts';
import { isFinal } from './ending.ts';
import type { Line } from './line.ts';

/** One connected copy of the shared document, and what this window shows of itself in it. */
export interface Copy {
  doc: Y.Doc;
  awareness: Awareness;
  provider: WebsocketProvider;
}

/** Where a change of presence comes from that this window made itself: by what it shows, and by leaving. */
const OWN: readonly unknown[] = ['local', 'window unload'];
/** The message of the y-websocket protocol that says no; on the shared line a `refused` frame says it better. */
const MESSAGE_AUTH = 2;

/** A fresh copy on a channel of its own. It connects by itself, and again when the line was lost. */
export function connectCopy(line: Line, key: SectionKey, news: (doc: Y.Doc) => ChannelNews): Copy {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  // Who only reads has nothing to show: thirty parts that each say so every now and then are a lot of talk.
  awareness.setLocalState(null);
  const provider = new WebsocketProvider('line:', key, doc, {
    awareness,
    WebSocketPolyfill: channelOn(line, key, news(doc)),
    // Two windows of one browser would otherwise exchange updates behind the server's back.
    disableBc: true,
    shouldReconnect: ({ code }) => !isFinal(code),
  });
  provider.messageHandlers[MESSAGE_AUTH] = () => undefined;
  sendOwnOnly(provider);
  showAgain(provider);
  return { doc, awareness, provider };
}

/** Leaves the document. */
export function leave({ provider, doc }: Copy): void {
  provider.destroy();
  doc.destroy();
}

/** The provider would pass on to the server all that it hears from it. */
function sendOwnOnly({ awareness, _awarenessUpdateHandler: send }: WebsocketProvider): void {
  awareness.off('update', send);
  awareness.on('update', (changes: unknown, origin: unknown) => {
    if (OWN.includes(origin)) send(changes, origin);
  });
}

/** The others may have heard that we were gone, and believe us only when we say something newer than that. */
function showAgain(provider: WebsocketProvider): void {
  const { awareness } = provider;
  let wasConnected = false;
  provider.on('status', ({ status }) => {
    if (status !== 'connected') return;
    const shown = awareness.getLocalState();
    if (wasConnected && shown !== null) awareness.setLocalState(shown);
    wasConnected = true;
  });
}
