import type * as Y from 'yjs';
import { textRoot } from '#shared/plan/doc.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import { penAt, type Pen } from './pen.ts';
import { cookieOf, MEETING, type SyncHouse } from './syncHouse.ts';
import { until } from './until.ts';

/** A stock pen at the doors of the plan alone, without the house around them. */
export interface StockClient extends Pen {
  /** Its root, for a part that is a text. */
  readonly text: Y.Text;
  synced(): Promise<void>;
}

export function stockClient(house: SyncHouse, who: Participant, section: SectionKey | 'notes' = 'story'): StockClient {
  const pen = penAt({ url: `${house.url}/sync/${MEETING}`, section, cookie: cookieOf(who) });
  return {
    ...pen,
    synced: () => until(() => pen.provider.synced, 'it to be synced'),
    get text() {
      return textRoot(pen.doc);
    },
  };
}
