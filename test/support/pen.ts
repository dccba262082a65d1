import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Guest } from './guest.ts';
import { until } from './until.ts';

/** A stock y-websocket client in somebody's hand: what any other system would connect with. */
export interface Pen {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** Every socket that it has opened. */
  sockets: WebSocket[];
  close(): void;
}

/** Connects to `url/section` with the cookie of whoever holds it. Closed when the test is over. */
export function penAt({ url, section, cookie }: { url: string; section: string; cookie: string }): Pen {
  const doc = new Y.Doc();
  const sockets: WebSocket[] = [];
  class WithCookie extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { Cookie: cookie } });
      sockets.push(this);
    }
  }
  const provider = new WebsocketProvider(url, section, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    // Nobody in a test waits longer for a server to come back than they must.
    maxBackoffTime: 200,
  });
  const close = () => {
    provider.destroy();
    doc.destroy();
  };
  onTestFinished(close);
  return { doc, provider, sockets, close };
}

/** A guest's pen for one part of a meeting, without waiting: for doors that stay shut. */
export function unsyncedPen(guest: Guest, meeting: string, section: string): Pen {
  return penAt({ url: `${guest.url.replace('http', 'ws')}/sync/${meeting}`, section, cookie: guest.cookie });
}

/** The same, when the part has arrived. */
export async function pen(guest: Guest, meeting: string, section: SectionKey): Promise<Pen> {
  const made = unsyncedPen(guest, meeting, section);
  await until(() => made.provider.synced, `${section} to arrive`);
  return made;
}
