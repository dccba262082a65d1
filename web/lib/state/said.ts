import type { Decision } from '#shared/agreement/signature.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

/** What somebody says to the plan, as a form collects it. */
export interface Said {
  decision: Decision;
  /** Empty where none was given. */
  reason: string;
  /** The parts that it is about; none means the whole plan. */
  sections: readonly SectionKey[];
  /** Ids of tasks that they take on by name. */
  commitments: readonly string[];
}
