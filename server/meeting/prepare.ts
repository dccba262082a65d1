import { writePart } from '#shared/plan/doc.ts';
import { blankPart, blankValues, type Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, section, sections } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Chance } from '#server/access/secrets.ts';
import type { Rooms } from '#server/sync/index.ts';
import type { Meeting } from './meetings.ts';

/** Where the house itself is the author: initial content is put in once, here, and never by clients. */
const THE_HOUSE: Participant | null = null;

/**
 * Puts into a new meeting's plan what it starts with: every text of every form in its place, so that two who write in
 * the same field write in the same text, and the points of the template's checklist.
 */
export function createPrepare({ rooms, rowId }: { rooms: Pick<Rooms, 'write'>; rowId: Chance['mint'] }) {
  return async ({ id, template }: Meeting): Promise<void> => {
    const points = template.checklist.map((point) => ({
      ...(blankValues(sections.checklist.fields) as Omit<Plan['checklist'][number], 'id'>),
      id: rowId(),
      point: point.nb,
    }));
    for (const key of SECTION_KEYS) {
      if (section(key).kind !== 'fields' && key !== 'checklist') continue;
      const value = key === 'checklist' ? points : blankPart(key);
      await rooms.write({ meeting: id, section: key }, THE_HOUSE, (doc) => writePart(key, doc, value));
    }
  };
}
