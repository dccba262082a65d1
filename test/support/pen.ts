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
  close(): void;
}

/** Connects and waits until the part has arrived. */
export async function pen(guest: Guest, meeting: string, section: SectionKey): Promise<Pen> {
  const made = unsyncedPen(guest, meeting, section);
  await until(() => made.provider.synced, `${section} to arrive`);
  return made;
}

/** The same without waiting: for doors that stay shut. */
export function unsyncedPen(guest: Guest, meeting: string, section: string): Pen {
  const doc = new Y.Doc();
  const { cookie } = guest;
  class WithCookie extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { Cookie: cookie } });
    }
  }
  const provider = new WebsocketProvider(`${guest.url.replace('http', 'ws')}/sync/${meeting}`, section, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  const close = () => {
    provider.destroy();
    doc.destroy();
  };
  onTestFinished(close);
  return { doc, provider, close };
}
