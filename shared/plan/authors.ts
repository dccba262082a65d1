import * as z from 'zod/mini';
import { ParticipantId } from '#shared/ids.ts';
import { isStaff, Role, rolesOf } from '#shared/roles.ts';
import { section, SECTION_KEYS, SectionKey } from './sections.ts';

/** Somebody who has written some of what stands in a place of the plan; also one who is no longer in the meeting. */
export const Author = z.strictObject({ id: ParticipantId, name: z.string(), role: Role });
export type Author = z.infer<typeof Author>;

/** Who has written what stands in one place: a whole text, a field of a form, a field of a row. */
export const Written = z.strictObject({
  row: z.optional(z.string()),
  field: z.optional(z.string()),
  participants: z.array(Author),
  /** Some of it was put there by the house, prepared or carried over: who wrote that is not known. */
  carried: z.boolean(),
});
export type Written = z.infer<typeof Written>;

/** By part; a part in which nothing stands is left out. */
export const Authors = z.partialRecord(SectionKey, z.array(Written));
export type Authors = z.infer<typeof Authors>;

/** Whether the part holds the patient's own words, which others may write down for them, or that kin may add to. */
export function holdsOwnWords(key: SectionKey): boolean {
  const { voice, writers } = section(key);
  return voice === 'patient' || (writers.includes('patient') && !rolesOf(writers).some(isStaff));
}

/** The parts of which it is said who has written them. */
export const OWN_WORDS: readonly SectionKey[] = SECTION_KEYS.filter(holdsOwnWords);

/**
 * Who held the pen for the patient's words. `for`: others did, and the patient did not. `with`: the patient did, and
 * others too. `partly`: others wrote some of it, and of the rest nobody knows. `others`: it need not be the patient's.
 */
export interface Pen {
  kind: 'for' | 'with' | 'partly' | 'others';
  patient: Author | null;
  others: Author[];
}

/** Null where nobody but the patient is known to have written: then there is nothing to say. */
export function penOf(key: SectionKey, written: readonly Written[]): Pen | null {
  const everyone = [
    ...new Map(written.flatMap(({ participants }) => participants).map((one) => [one.id, one])).values(),
  ];
  const patient = everyone.find(({ role }) => role === 'patient') ?? null;
  const others = everyone.filter(({ role }) => role !== 'patient');
  if (others.length === 0) return null;
  if (patient) return { kind: 'with', patient, others };
  if (written.some(({ carried }) => carried)) return { kind: 'partly', patient, others };
  return { kind: section(key).voice === 'patient' ? 'for' : 'others', patient, others };
}
