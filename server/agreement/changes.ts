import type { Kysely } from 'kysely';
import { changesBetween, type ChangesView } from '#shared/agreement/changes.ts';
import type { Fingerprints } from '#shared/agreement/fingerprint.ts';
import { wordsIn } from '#shared/agreement/standing.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import type { AuthorBook } from '#server/meeting/authors.ts';
import { writersIn } from '#server/store/strokes.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Contents } from './contents.ts';
import type { Signatures } from './signatures.ts';
import type { Versions } from './versions.ts';

/** What became another between two contents of a plan, and who wrote meanwhile. */
export interface Changes {
  /** @throws AppError `not-found` when there is no such version. */
  between(by: Participant, ends: Pick<ChangesView, 'from' | 'to'>): Promise<ChangesView>;
}

export interface ChangesParts {
  db: Kysely<Tables>;
  versions: Pick<Versions, 'get'>;
  contents: Pick<Contents, 'of'>;
  signatures: Pick<Signatures, 'of'>;
  readPlan: (meeting: MeetingId) => Promise<Plan>;
  authors: Pick<AuthorBook, 'named'>;
}

/** One end of the comparison: as much of the plan as is known of it, and when each part of it said so (ms since 1970). */
interface End {
  plan: Partial<Plan>;
  at: (part: SectionKey) => number;
}

export function createChanges(parts: ChangesParts): Changes {
  return {
    async between(by, { from, to }) {
      const [before, after] = await Promise.all([endAt(parts, by, from), endAt(parts, by, to)]);
      const changed = changesBetween(before.plan, after.plan);
      const view = changed.map(async ({ section, changes }) => {
        const [earlier, later] = [before.at(section), after.at(section)].toSorted((a, b) => a - b);
        const time = { after: earlier ?? 0, until: later ?? 0 };
        return { section, by: await namesOf(parts, { meeting: by.meeting, section }, time), changes };
      });
      return { from, to, parts: await Promise.all(view) };
    },
  };
}

async function endAt(
  { versions, contents, signatures, readPlan }: ChangesParts,
  by: Participant,
  end: ChangesView['from' | 'to'],
): Promise<End> {
  if (end === 'now') return { plan: await readPlan(by.meeting), at: () => Number.MAX_SAFE_INTEGER };
  if (typeof end === 'number') {
    const { plan, agreedAt } = await versions.get(by.meeting, end);
    return { plan, at: () => agreedAt };
  }
  const words = wordsIn(await signatures.of(by.meeting)).get(by.id);
  const said = SECTION_KEYS.flatMap((key) => {
    const signature = words?.get(key)?.signature;
    return signature ? [[key, signature] as const] : [];
  });
  const covered = Object.fromEntries(said.map(([key, { fingerprints }]) => [key, fingerprints[key]])) as Fingerprints;
  const times = new Map(said.map(([key, { at }]) => [key, at]));
  return { plan: await contents.of(by.meeting, covered), at: (part) => times.get(part) ?? 0 };
}

async function namesOf(
  { db, authors }: ChangesParts,
  room: { meeting: MeetingId; section: SectionKey },
  time: { after: number; until: number },
) {
  const writers = await writersIn(db, room, time);
  const named = await authors.named(room.meeting, { [room.section]: [{ by: writers }] });
  return named[room.section]?.[0]?.participants ?? [];
}
