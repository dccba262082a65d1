import { section, type SectionKey } from '#shared/plan/sections.ts';
import type { Chapter, Entry } from '../chapter.ts';

/** A cell: words one below the other, the ones after the first under a small label of their own. */
export type Cell = { label: string | null; words: string; zone?: true }[];

/** Rows as a table. `widths` are shares of the page's breadth. */
export interface Table {
  headers: string[];
  widths: number[];
  rows: Cell[][];
}

export interface Column {
  header: string;
  /** Fields that share the column. */
  fields: readonly string[];
  width: number;
  /** The first field, too, needs its label. */
  labelled?: true;
}

/** Columns of parts whose rows have more fields than a page has room for side by side. */
const COLUMNS: Partial<Record<SectionKey, readonly Column[]>> = {
  medications: [
    { header: 'Legemiddel', fields: ['drug'], width: 3 },
    { header: 'Dose', fields: ['dose', 'nextDose'], width: 4 },
    { header: 'Endring', fields: ['change'], width: 2 },
    { header: 'Hvorfor', fields: ['reason'], width: 3 },
  ],
  treatment: [
    { header: 'Problem og mål', fields: ['problem', 'goal', 'forGoal', 'medicalReason'], width: 4 },
    { header: 'Tiltak', fields: ['action'], width: 4 },
    { header: 'Hvem', fields: ['owner', 'organisation'], width: 3 },
    { header: 'Når', fields: ['due', 'when'], width: 3 },
  ],
  followup: [
    { header: 'Når', fields: ['on', 'at'], width: 2 },
    { header: 'Hva', fields: ['what'], width: 4 },
    { header: 'Hvem', fields: ['who', 'organisation', 'companion'], width: 3 },
    { header: 'Hvor og hvordan', fields: ['where', 'booked', 'transport'], width: 4 },
  ],
  warnings: [
    { header: 'Sone', fields: ['zone'], width: 2 },
    { header: 'Tegn', fields: ['sign'], width: 5 },
    { header: 'Hva gjøres', fields: ['patientDoes', 'kinDoes', 'nurseDoes'], width: 6, labelled: true },
    { header: 'Hvem skal du ringe?', fields: ['call'], width: 4 },
  ],
  services: [
    { header: 'Tjeneste', fields: ['kind', 'extent'], width: 4 },
    { header: 'Status', fields: ['status', 'decision'], width: 3 },
    { header: 'Fra', fields: ['start'], width: 2 },
    { header: 'Kontakt og merknad', fields: ['contact', 'note'], width: 4 },
  ],
};

/** More columns than this are too narrow to read; the rows are then set one below the other. */
const MOST_COLUMNS = 5;

/** Fields that need no label where they stand below another one in a column. */
const PLAIN = ['extent', 'at', 'when', 'note', 'contact', 'kind', 'organisation'];

/** The rows as a table; null when they are better set one below the other: a single column, or too many. */
export function tableOf(
  chapter: Chapter & { kind: 'rows' },
  wanted: readonly Column[] = COLUMNS[chapter.key] ?? oneForEach(chapter.key),
): Table | null {
  const used = new Set(chapter.entries.flatMap(({ told }) => told.map(({ key }) => key)));
  const columns = wanted.filter(({ fields }) => fields.some((field) => used.has(field)));
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return null;
  return {
    headers: columns.map(({ header }) => header),
    widths: columns.map(({ width }) => width),
    rows: chapter.entries.map((entry) => columns.map((column) => cellOf(column, entry))),
  };
}

function oneForEach(key: SectionKey): Column[] {
  const part = section(key);
  if (part.kind !== 'rows') return [];
  return Object.entries(part.fields).map(([field, { control, label }]) => ({
    header: label.nb,
    fields: [field],
    width: control === 'text' ? 6 : control === 'line' ? 3 : 2,
  }));
}

function cellOf({ fields, labelled }: Column, { told }: Entry): Cell {
  const answers = fields.flatMap((field) => told.filter(({ key }) => key === field));
  return answers.map(({ key, label, words }, index) => ({
    label: !labelled && ((index === 0 && key === fields[0]) || PLAIN.includes(key)) ? null : label,
    words,
    ...(key === 'zone' ? { zone: true as const } : {}),
  }));
}
