import type { SectionKey } from '#shared/plan/sections.ts';

/** Sections that are read together, and so stand side by side where there is room. */
const BESIDE: Partial<Record<SectionKey, SectionKey>> = {
  needs: 'services',
  medications: 'medications.reconciled',
  warnings: 'warnings.own',
  questions: 'questions.answers',
};

/** Which of the two is the longer, and so gets more room, where it is not the second. */
const LONG_FIRST: readonly SectionKey[] = ['medications'];

/** The longer of these is wide as well: beside it there is room on the widest screens alone. */
const LATE: readonly SectionKey[] = ['warnings'];

/** Sections that are the columns of one table. */
const TABLE: readonly SectionKey[] = ['function.before', 'function.now', 'function.expected'];

/** The sections in their order, in lines of one, of two that stand side by side, or of the columns of a table. */
export function linesOf(sections: readonly SectionKey[]): SectionKey[][] {
  const lines: SectionKey[][] = [];
  for (const key of sections) {
    const last = lines.at(-1);
    if (last && belongs(last, key)) last.push(key);
    else lines.push([key]);
  }
  return lines;
}

/** Whether the line is a table of its sections, be they few. */
export function isTable(line: readonly SectionKey[]): boolean {
  return line.every((key) => TABLE.includes(key));
}

/** How two that stand side by side share the room. */
export function sharesOf(line: readonly SectionKey[]): 'one' | 'long first' | 'long second' | 'late' {
  const [first] = line;
  if (line.length === 1 || !first) return 'one';
  if (LATE.includes(first)) return 'late';
  return LONG_FIRST.includes(first) ? 'long first' : 'long second';
}

function belongs(line: readonly SectionKey[], key: SectionKey): boolean {
  const [first] = line;
  if (isTable(line)) return TABLE.includes(key);
  return line.length === 1 && first !== undefined && BESIDE[first] === key;
}
