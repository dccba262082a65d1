import { sql, type Kysely } from 'kysely';
import { ParticipantId } from '#shared/ids.ts';
import type { Tables } from './tables.ts';
import type { RoomId } from './updateLog.ts';

/** What of the time of a stroke is kept when its update is thrown away: the last of each minute in which somebody wrote. */
const MINUTE_MS = 60_000;

/** Keeps who wrote in the room when, of the updates up to row `upto` that are still there. */
export async function keepStrokes(
  db: Kysely<Tables>,
  { meeting, section }: RoomId,
  { upto }: { upto: number },
): Promise<void> {
  // The minute is a literal: what is bound is a real number, and divides as one.
  await sql`INSERT INTO strokes (meeting, section, participant, last_at)
    SELECT meeting, section, participant, max(at) FROM updates
    WHERE meeting = ${meeting} AND section = ${section} AND seq <= ${upto} AND participant IS NOT NULL
    GROUP BY participant, at / ${sql.lit(MINUTE_MS)}
    ON CONFLICT DO NOTHING`.execute(db);
}

/** Everybody who wrote in the room later than `after` and not later than `until` (ms since 1970). */
export async function writersIn(
  db: Kysely<Tables>,
  { meeting, section }: RoomId,
  { after, until }: { after: number; until: number },
): Promise<ParticipantId[]> {
  const { rows } = await sql<{ participant: string }>`
    SELECT participant FROM updates
    WHERE meeting = ${meeting} AND section = ${section} AND participant IS NOT NULL AND at > ${after} AND at <= ${until}
    UNION
    SELECT participant FROM strokes
    WHERE meeting = ${meeting} AND section = ${section} AND last_at > ${after} AND last_at <= ${until}`.execute(db);
  return rows.map(({ participant }) => ParticipantId.parse(participant));
}
