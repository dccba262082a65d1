import type { SectionKey } from '#shared/plan/sections.ts';

/** A place in the plan where something can be written. */
export interface Spot {
  section: SectionKey;
  row?: string;
  /** The field's key in its part; absent for a text. */
  field?: string;
}
