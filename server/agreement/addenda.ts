import type { Kysely } from 'kysely';
import { Addendum, type NewAddendum } from '#shared/agreement/addendum.ts';
import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import { readsAll } from '#shared/plan/rights.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Bell } from '#server/meeting/bell.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import type { Tables } from '#server/store/tables.ts';
import type { Versions } from './versions.ts';

/** What is added to versions after they were agreed. Rows are only ever added. */
export interface Addenda {
  /** @throws AppError `forbidden`; `not-found` when there is no such version. */
  add(by: Participant, version: number, added: NewAddendum): Promise<Addendum>;
}

export interface AddendaParts {
  db: Kysely<Tables>;
  meetings: Pick<Meetings, 'require'>;
  versions: Pick<Versions, 'get'>;
  audit: Audit;
  bell: Bell;
  now: () => number;
}

/** They go to everybody with every change, and nobody takes one back. */
const MOST = 100;

export function createAddenda({ db, meetings, versions, audit, bell, now }: AddendaParts): Addenda {
  return {
    async add(by, number, { words }) {
      await meetings.require(by, 'add');
      if (!readsAll(by)) throw new AppError('forbidden', 'Who does not see the whole plan cannot add to it.');
      const { version, hash } = await versions.get(by.meeting, number);
      if ((await readAddenda(db, by.meeting)).length >= MOST)
        throw new AppError('too-many', 'So much was added that it is time for a new version.');
      const { id: participant, name, role, organisation } = by;
      const addendum: Addendum = { version, hash, participant, name, role, organisation, words, at: now() };
      await audit.note(by.meeting, by, 'added', { about: `version ${version}` });
      await db
        .insertInto('addenda')
        .values({ meeting: by.meeting, version, body: JSON.stringify(addendum) })
        .execute();
      bell.emit('agreement', by.meeting);
      return addendum;
    },
  };
}

/** What was added to all versions of the meeting, oldest first. */
export async function readAddenda(db: Kysely<Tables>, meeting: MeetingId): Promise<Addendum[]> {
  const rows = await db.selectFrom('addenda').select('body').where('meeting', '=', meeting).orderBy('seq').execute();
  return rows.map(({ body }) => Addendum.parse(JSON.parse(body)));
}
