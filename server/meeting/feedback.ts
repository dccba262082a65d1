import type { Kysely } from 'kysely';
import { dayInNorway } from '#shared/day.ts';
import { AppError } from '#shared/errors.ts';
import { Face, FEWEST_ANSWERS, type FeedbackMonth } from '#shared/feedback.ts';
import type { ParticipantId } from '#shared/ids.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Chance } from '#server/access/secrets.ts';
import type { Tables } from '#server/store/tables.ts';
import { readMeeting } from './meetingRow.ts';

/**
 * How the meetings were, said once by each who took part. What was said stands apart from who said it: neither its row
 * nor any log names a participant, a meeting or a time closer than the month, and it outlives the meeting.
 */
export interface Feedback {
  /** Whether they have said it; not what. */
  given(by: ParticipantId): Promise<boolean>;
  /** @throws AppError `not-now` before the meeting has begun, and the second time. */
  give(by: Participant, said: { face: Face; words: string }): Promise<void>;
  /** Of the meetings that the organisation led: the months with enough answers, the newest first. */
  of(organisation: string): Promise<FeedbackMonth[]>;
}

export interface FeedbackParts {
  db: Kysely<Tables>;
  chance: Chance;
  now: () => number;
}

export function createFeedback({ db, chance, now }: FeedbackParts): Feedback {
  return {
    async given(by) {
      const row = await db.selectFrom('participants').select('said_how_it_was').where('id', '=', by).executeTakeFirst();
      return row?.said_how_it_was === 1;
    },

    async give(by, { face, words }) {
      const month = dayInNorway(now()).slice(0, 7);
      await db.transaction().execute(async (transaction) => {
        const { template, organisation } = await heldMeeting(transaction, by);
        await once(transaction, by);
        const row = { id: chance.mint(), month, organisation, template, face, words };
        await transaction.insertInto('feedback').values(row).execute();
      });
    },

    async of(organisation) {
      const rows = await db
        .selectFrom('feedback')
        .select(['month', 'face', 'words'])
        .where('organisation', '=', organisation)
        // By chance: the order says nothing of who or when.
        .orderBy('id')
        .execute();
      return [...Map.groupBy(rows, ({ month }) => month)]
        .filter(([, said]) => said.length >= FEWEST_ANSWERS)
        .map(([month, said]): FeedbackMonth => {
          const count = (face: Face) => said.filter((one) => one.face === face).length;
          const words = said.map((one) => one.words).filter((sentence) => sentence !== '');
          return { month, faces: { good: count('good'), fair: count('fair'), bad: count('bad') }, words };
        })
        .toSorted((a, b) => (a.month < b.month ? 1 : -1));
    },
  };
}

const HELD = ['inMeeting', 'summedUp', 'agreed', 'exported'];

/** The template of a meeting that has begun, and whose organisation leads it. @throws AppError `not-now` */
async function heldMeeting(db: Kysely<Tables>, { meeting }: Participant) {
  const { state, template, facilitator } = await readMeeting(db, meeting);
  if (!HELD.includes(state.status)) throw new AppError('not-now', 'The meeting has not begun.');
  const leader = await db
    .selectFrom('participants')
    .select('organisation')
    .where('id', '=', facilitator)
    .executeTakeFirst();
  return { template: template.id, organisation: leader?.organisation ?? null };
}

/** @throws AppError `not-now` when they have said it before. */
async function once(db: Kysely<Tables>, { id }: Participant): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('participants')
    .set({ said_how_it_was: 1 })
    .where('id', '=', id)
    .where('said_how_it_was', '=', 0)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('not-now', 'You have said how the meeting was.');
}
