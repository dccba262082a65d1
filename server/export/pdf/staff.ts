import { shortly } from '#shared/agreement/fingerprint.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { chaptersOf, type Answer, type Chapter } from '../chapter.ts';
import { ADDENDA_HEADING, coverOf, NOTICES, type Addition, type Cover, type Word } from '../cover.ts';
import { clockAt } from '#shared/day.ts';
import { FUNCTION_HEADING, functionTable, isTimepoint } from './functionTable.ts';
import { tableOf, type Cell, type Table } from './table.ts';
import type { Press } from './press.ts';

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
  /** What each said; null where nobody has. */
  words: Table | null;
  withoutPatient: string | null;
  /** What was signed, with its fingerprint; null where nobody signed. */
  signed: Table | null;
  addenda: { heading: string; items: Addition[] };
  signature: string;
  footer: string;
  /** Of the plan, whole. */
  hash: string;
}

/** The version as staff read it on paper. */
export function staffSheet(version: AgreedVersion): StaffSheet {
  const cover = coverOf(version);
  const chapters = chaptersOf(version);
  const { demo, day, notices, patient, facts, participants, withoutPatient } = cover;
  return {
    ...{ title: `Plan fra tverrfaglig møte ${day}`, day, agreed: dateParts(version.agreedAt) },
    ...{ demo, notices, patient, facts, participants, withoutPatient, signature: NOTICES.signature },
    words: wordsTable(cover.words),
    chapters: [
      ...chapters.filter(({ key }) => FIRST.includes(key)),
      ...chapters.filter(({ key }) => !FIRST.includes(key)),
    ].flatMap((chapter) => settingsOf(chapter, chapters)),
    signed: signedTable(cover),
    addenda: { heading: ADDENDA_HEADING, items: cover.addenda },
    footer: footerOf(version),
    hash: version.hash,
  };
}

/** Who said what, and what of the plan it is about. */
function wordsTable(words: readonly Word[]): Table | null {
  if (words.length === 0) return null;
  return {
    headers: ['Hvem', 'Svar', 'Hva det gjelder'],
    widths: [5, 3, 7],
    rows: words.map(({ who, said, about, reason, covers, commitments, at }) => [
      [cellPart(who), cellPart(at)],
      [cellPart(said)],
      [
        ...(about === null ? [] : [cellPart(about.replace(/^g/, 'G'))]),
        ...(reason === null ? [] : [cellPart(reason, 'Begrunnelse')]),
        ...(covers === null ? [] : [cellPart(covers)]),
        ...(commitments.length ? [cellPart(commitments.join('; '), 'Tar på seg')] : []),
      ],
    ]),
  };
}

/** The whole plan and each part: whose word it has. */
function signedTable({ signed, print }: Cover): Table | null {
  if (signed.length === 0) return null;
  const rows = [{ part: 'Hele planen', print, who: '' }, ...signed];
  return {
    headers: ['Del', 'Fingeravtrykk', 'Hvem'],
    widths: [4, 3, 6],
    rows: rows.map(({ part, print, who }) => [[cellPart(part)], [cellPart(print)], [cellPart(who)]]),
  };
}

const cellPart = (words: string, label: string | null = null): Cell[number] => ({ label, words });

/** PDF/UA-1 for staff. @throws AppError `unavailable` */
export function staffPdf(version: AgreedVersion, press: Press): Promise<Uint8Array> {
  return press.set('staff', staffSheet(version));
}

/** What stands on every page, before its number. */
export function footerOf({ version, hash }: AgreedVersion): string {
  return `Versjon ${version} · ${shortly(hash)} · ${NOTICES.journal}`;
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
