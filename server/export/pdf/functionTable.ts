import type { SectionKey } from '#shared/plan/sections.ts';
import type { Answer, Chapter } from '../chapter.ts';
import type { Cell, Table } from './table.ts';

/** The three points in time, as columns. */
const TIMEPOINTS = [
  ['function.before', 'Før innleggelsen'],
  ['function.now', 'Nå'],
  ['function.expected', 'Forventet'],
] as const satisfies readonly (readonly [SectionKey, string])[];

export const FUNCTION_HEADING = 'Funksjon: før, nå og forventet';

/** Whether the part is one of the three that are read side by side. */
export function isTimepoint(key: SectionKey): boolean {
  return TIMEPOINTS.some(([timepoint]) => timepoint === key);
}

/** How the patient managed, manages and will manage, area by area: what has changed is seen on one line. */
export function functionTable(chapters: readonly Chapter[]): Table {
  const entriesOf = (key: SectionKey) => {
    const chapter = chapters.find((candidate) => candidate.key === key);
    return chapter?.kind === 'rows' ? chapter.entries : [];
  };
  const columns = TIMEPOINTS.map(([key]) => entriesOf(key).map(({ told }) => byArea(told)));
  const areas = [...new Set(columns.flat().map(({ area }) => area))];
  return {
    headers: ['Område', ...TIMEPOINTS.map(([, header]) => header)],
    widths: [3, 4, 4, 4],
    rows: areas.map((area) => [
      [{ label: null, words: area }],
      ...columns.map((column) => column.filter((told) => told.area === area).flatMap(({ cell }) => cell)),
    ]),
  };
}

function byArea(told: readonly Answer[]): { area: string; cell: Cell } {
  const area = told.find(({ key }) => key === 'area')?.words ?? 'Annet';
  const cell = told
    .filter(({ key }) => key !== 'area')
    .map(({ key, label, words }) => ({ label: key === 'words' ? null : label, words }));
  return { area, cell };
}
