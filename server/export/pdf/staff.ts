import type { AgreedVersion } from '#shared/agreement/version.ts';
import { chaptersOf, type Answer, type Chapter } from '../chapter.ts';
import { coverOf, NOTICES, type Word } from '../cover.ts';
import { clockAt } from '#shared/day.ts';
import { FUNCTION_HEADING, functionTable, isTimepoint } from './functionTable.ts';
import { tableOf, type Table } from './table.ts';
import { setPdf } from './typst.ts';

/** Parts that open the document: what the patient says comes before what others say about the patient. */
const FIRST = ['story', 'goals'];

/** A row that is set by itself: its title, and the rest of its answers below. */
interface Card {
  title: string;
  answers: Answer[];
}

type Setting =
  | { kind: 'text'; words: string }
  | { kind: 'form'; answers: Answer[] }
  | { kind: 'table'; table: Table }
  | { kind: 'cards'; cards: Card[] };

interface Heading {
  heading: string;
  own: boolean;
  /** Who wrote the patient's words down, where it was not, or not only, the patient. */
  penned: string | null;
}

/** What the staff template shows. Every string is shown as it is. */
export interface StaffSheet {
  title: string;
  day: string;
  agreed: { year: number; month: number; day: number };
  demo: string | null;
  notices: string[];
  patient: string;
  facts: Answer[];
  participants: string[];
  chapters: (Heading & Setting)[];
  words: Word[];
  withoutPatient: string | null;
  signature: string;
  footer: string;
}

/** The version as staff read it on paper. */
export function staffSheet(version: AgreedVersion): StaffSheet {
  const cover = coverOf(version);
  const chapters = chaptersOf(version);
  const { demo, day, notices, patient, facts, participants, words, withoutPatient } = cover;
  return {
    ...{ title: `Plan fra tverrfaglig møte ${day}`, day, agreed: dateParts(version.agreedAt) },
    ...{ demo, notices, patient, facts, participants, words, withoutPatient, signature: NOTICES.signature },
    chapters: [
      ...chapters.filter(({ key }) => FIRST.includes(key)),
      ...chapters.filter(({ key }) => !FIRST.includes(key)),
    ].flatMap((chapter) => settingsOf(chapter, chapters)),
    footer: footerOf(version),
  };
}

/** PDF/UA-1 for staff. */
export function staffPdf(version: AgreedVersion): Uint8Array {
  return setPdf('staff', staffSheet(version));
}

/** What stands on every page, before its number. */
export function footerOf({ version, hash }: AgreedVersion): string {
  return `Versjon ${version} · ${hash.slice(0, 12)} · ${NOTICES.journal}`;
}

/** The day in Norway, in numbers: a document says when it was made. */
export function dateParts(at: number): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = clockAt(at).date.split('-').map(Number);
  return { year, month, day };
}

/** The chapter as it is set. The three points in time share one table, where the first of them stands. */
function settingsOf(chapter: Chapter, all: readonly Chapter[]): (Heading & Setting)[] {
  if (!isTimepoint(chapter.key)) {
    const { heading, own, penned } = chapter;
    return [{ heading, own, penned, ...settingOf(chapter) }];
  }
  if (chapter !== all.find(({ key }) => isTimepoint(key))) return [];
  return [{ heading: FUNCTION_HEADING, own: false, penned: null, kind: 'table', table: functionTable(all) }];
}

function settingOf(chapter: Chapter): Setting {
  switch (chapter.kind) {
    case 'text':
      return { kind: 'text', words: chapter.words };
    case 'fields':
      return { kind: 'form', answers: chapter.answers };
    case 'rows': {
      const table = tableOf(chapter);
      if (table) return { kind: 'table', table };
      return { kind: 'cards', cards: chapter.entries.map(({ title, answers }) => ({ title, answers })) };
    }
  }
}
