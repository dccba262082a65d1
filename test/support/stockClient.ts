import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { textRoot } from '#shared/plan/doc.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import { cookieOf, MEETING, type SyncHouse } from './syncHouse.ts';
import { until } from './until.ts';

/** A stock y-websocket client, as any other system would use it. */
export interface StockClient {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** Its root, for a part that is a text. */
  readonly text: Y.Text;
  /** Every socket that it has opened. */
  sockets: WebSocket[];
  synced(): Promise<void>;
}

export function stockClient(house: SyncHouse, who: Participant, section: SectionKey | 'notes' = 'story'): StockClient {
  const doc = new Y.Doc();
  const sockets: WebSocket[] = [];
  class SignedIn extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { Cookie: cookieOf(who) } });
      sockets.push(this);
    }
  }
  const provider = new WebsocketProvider(`${house.url}/sync/${MEETING}`, section, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 200,
  });
  onTestFinished(() => {
    provider.destroy();
    doc.destroy();
  });
  const synced = () => until(() => provider.synced, 'it to be synced');
  return {
    ...{ doc, provider, sockets, synced },
    get text() {
      return textRoot(doc);
    },
  };
}
