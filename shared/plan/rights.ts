import { isAmong, type Who } from '#shared/roles.ts';
import { section, type SectionKey } from './sections.ts';

/** As much of a participant as the rights to the plan depend on. */
export interface Reader extends Who {
  /** Parts that the patient does not share with them as kin. Kept, and without effect, while they are something else. */
  withheld?: readonly SectionKey[] | undefined;
}

/** Whether `who` may read the part: everyone in the meeting, but kin only what the patient shares with them. */
export function mayRead(who: Reader, key: SectionKey): boolean {
  return who.role !== 'kin' || !who.withheld?.includes(key);
}

/** Whether `who` may write the part. Server and browser ask here, and nowhere else. Who may not read it may not write it. */
export function mayWrite(who: Reader, key: SectionKey): boolean {
  return mayRead(who, key) && isAmong(who, section(key).writers);
}
