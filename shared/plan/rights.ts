import { isAmong, type Who } from '#shared/roles.ts';
import { section, type SectionKey } from './sections.ts';

/** Whether `who` may write the part. Server and browser ask here, and nowhere else. */
export function mayWrite(who: Who, key: SectionKey): boolean {
  return isAmong(who, section(key).writers);
}

/** Whether `who` may read the part. Nothing in the plan is hidden from those who are in the meeting. */
export function mayRead(_who: Who, _key: SectionKey): boolean {
  return true;
}
