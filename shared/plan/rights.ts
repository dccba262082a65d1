import { isAmong, type Who } from '#shared/roles.ts';
import { section, SECTION_KEYS, type SectionKey } from './sections.ts';

/** As much of a participant as the rights to the plan depend on. */
export interface Reader extends Who {
  /** Parts that the patient does not share with them as kin. Kept, and without effect, while they are something else. */
  withheld?: readonly SectionKey[] | undefined;
}

/** Whether `who` may read the part: everyone in the meeting, but kin only what the patient shares with them. */
export function mayRead(who: Reader, key: SectionKey): boolean {
  return who.role !== 'kin' || !who.withheld?.includes(key);
}

/**
 * Whether `who` may read every part. Only they may be told what is worked out from the whole plan, its hash above all:
 * whoever knows that can try what a part says until it fits. And only they can answer for the plan.
 */
export function readsAll(who: Reader): boolean {
  return SECTION_KEYS.every((key) => mayRead(who, key));
}

/** Whether `who` may write the part. Server and browser ask here, and nowhere else. Who may not read it may not write it. */
export function mayWrite(who: Reader, key: SectionKey): boolean {
  return mayRead(who, key) && isAmong(who, section(key).writers);
}
