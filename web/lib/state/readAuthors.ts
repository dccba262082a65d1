import type { MeetingId } from '#shared/ids.ts';
import { Authors } from '#shared/plan/authors.ts';
import { Calls } from './calls.ts';

/** Who has written the patient's own words, as far as this window may read them. @throws AppError as every call does. */
export function readAuthors(fetchIt: typeof fetch, seat: string | null, meeting: MeetingId): Promise<Authors> {
  return new Calls(fetchIt, seat).ask('GET', `/api/meetings/${meeting}/authors`, Authors);
}
