import type { LoggedUpdate, RoomId, StoredUpdate, UpdateLog } from './updateLog.ts';

/** A log that lasts as long as the process. For tests and for trying things out: nothing in it is durable. */
export function createMemoryLog(): UpdateLog {
  const rooms = new Map<string, StoredUpdate[]>();
  const nameOf = ({ meeting, section }: RoomId) => `${meeting}/${section}`;
  const copyOf = ({ participant, update, at, owners }: StoredUpdate): StoredUpdate => ({
    ...{ participant, at },
    update: Uint8Array.from(update),
    ...(owners ? { owners: owners.map(([client, owner]) => [client, owner] as const) } : {}),
  });

  return {
    load: async (room) => (rooms.get(nameOf(room)) ?? []).map(copyOf),

    async append(entries: readonly LoggedUpdate[]) {
      // Everything that can fail comes before the first entry is kept: all of them, or none.
      const kept = entries.map((entry) => ({ name: nameOf(entry.room), row: copyOf(entry) }));
      for (const { name, row } of kept) {
        const rows = rooms.get(name) ?? [];
        rows.push(row);
        rooms.set(name, rows);
      }
    },

    async compact(room, base) {
      rooms.set(nameOf(room), [copyOf({ ...base, participant: null })]);
    },

    sweep: async () => false,
  };
}
