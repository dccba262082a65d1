import { readPart } from '#shared/plan/doc.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Authorship } from './authorship.ts';
import type { Room } from './room.ts';

/** The plan, and who has written what stands in some of its parts. */
export interface Authored {
  plan: Plan;
  authorship: Partial<Record<SectionKey, Authorship[]>>;
}

/** All that is stored in these rooms, which are those of a whole plan. */
export function planIn(rooms: readonly Room[]): Plan {
  return Object.fromEntries(rooms.map(({ id, doc }) => [id.section, readPart(id.section, doc)])) as Plan;
}

/** The same, and who has written the parts `of` it. */
export function authoredIn(rooms: readonly Room[], of: readonly SectionKey[]): Authored {
  const asked = rooms.filter(({ id }) => of.includes(id.section));
  return {
    plan: planIn(rooms),
    authorship: Object.fromEntries(asked.map((room) => [room.id.section, room.authorship()])),
  };
}

/** A room in memory, which stays there until it is released. */
export interface Taken {
  room: Room;
  release: () => void;
}

/** What `read` makes of the rooms at one moment. @throws AppError `unavailable` when one of them cannot be had. */
export async function readTogether<T>(taking: Promise<Taken>[], read: (rooms: Room[]) => T): Promise<T> {
  const taken = await Promise.allSettled(taking);
  try {
    // All are at hand, and nothing is awaited from here on: the parts are of one moment.
    return read(
      taken.map((result) => {
        if (result.status === 'rejected') throw result.reason;
        return result.value.room;
      }),
    );
  } finally {
    for (const result of taken) if (result.status === 'fulfilled') result.value.release();
  }
}
