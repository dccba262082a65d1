import { sectionsOf, type Template } from '#shared/meeting/template.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

/** Sections under one heading of the whole plan. */
export interface Chapter {
  /** The phase that they belong to; null for those that no phase shows. */
  phase: Template['phases'][number] | null;
  sections: SectionKey[];
}

/** The whole plan: every section of the meeting once, under the phase that shows it first. */
export function chaptersOf(template: Template): Chapter[] {
  const seen = new Set<SectionKey>();
  const take = (keys: readonly SectionKey[]) =>
    keys.filter((key) => {
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
  const chapters: Chapter[] = template.phases.map((phase) => ({ phase, sections: take(phase.sections) }));
  return [...chapters, { phase: null, sections: take(sectionsOf(template)) }].filter(
    ({ sections }) => sections.length > 0,
  );
}
