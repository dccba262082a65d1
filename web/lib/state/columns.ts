import type { SectionKey } from '#shared/plan/sections.ts';

/** Sections that are read together, and so stand side by side where there is room. */
const BESIDE: Partial<Record<SectionKey, SectionKey>> = {
  needs: 'services',
  questions: 'questions.answers',
};

/** The sections in their order, in lines of one or two. */
export function linesOf(sections: readonly SectionKey[]): SectionKey[][] {
  const lines: SectionKey[][] = [];
  for (const key of sections) {
    const last = lines.at(-1);
    const left = last?.length === 1 ? last[0] : undefined;
    if (last && left && BESIDE[left] === key) last.push(key);
    else lines.push([key]);
  }
  return lines;
}
