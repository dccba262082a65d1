import type { Piece } from '#lib/state/markedWords.ts';
import { firstWords } from '#lib/state/markedWords.ts';
import type { Author } from '#shared/plan/authors.ts';
import type { PartChanges } from '#shared/agreement/changes.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Reading } from '../plan/answers.ts';
import { changesTold, type ToldAnswer, type ToldItem } from './changesTold.ts';

/** One thing that became another, said to the patient. */
export interface PlainChange {
  key: string;
  /** `Kommunen har endret:` */
  who: string;
  /** `Kommunens tjenester – …` */
  what: string;
}

/** A tired reader is told of so much; the rest stands in the plan. */
const MOST_LINES = 4;
const MOST_WORDS = 14;

/** What was changed, in a few plain lines, and how much more there is. */
export function changesForPatient(
  parts: readonly PartChanges[],
  reading: Reading,
  touched: readonly SectionKey[],
): { lines: PlainChange[]; more: number } {
  const { patient } = reading.speech.asideWords.changes;
  const { headings } = reading.speech.words.patient;
  const all = changesTold(parts, reading, touched).flatMap((part) => {
    const who = whoHas(parts.find(({ section }) => section === part.section)?.by ?? [], reading);
    const where = headings[part.section] ?? part.heading;
    const lines = part.items.flatMap((item) => linesOf(item, reading));
    return lines.map((line, at) => ({ key: `${part.section} ${at}`, who, what: patient.what(where, line) }));
  });
  return { lines: all.slice(0, MOST_LINES), more: Math.max(0, all.length - MOST_LINES) };
}

/** Parties, and not names: the patient knows who came from where. */
function whoHas(by: readonly Author[], { speech }: Reading): string {
  const { patient } = speech.asideWords.changes;
  const roles = [...new Set(by.map(({ role }) => role))];
  if (roles.length === 0) return patient.someone;
  const named = roles.map((role) => (role === 'patient' ? patient.you : speech.words.agreement.party[role]));
  const all = speech.words.people.and(named);
  return patient.has(all.charAt(0).toUpperCase() + all.slice(1));
}

function linesOf({ kind, title, changed }: ToldItem, reading: Reading): string[] {
  const { patient } = reading.speech.asideWords.changes;
  if (kind === 'added' || kind === 'removed' || kind === 'moved') return [patient[kind](title)];
  return changed.map((answer) => {
    const line = lineOf(answer, reading);
    return title && !line.includes(title) ? patient.of(title, line) : line;
  });
}

function lineOf({ kind, before, after, onlySpaces }: ToldAnswer, { speech }: Reading): string {
  const { patient, onlySpaces: spaces } = speech.asideWords.changes;
  if (onlySpaces) return spaces;
  if (kind === 'added') return patient.added(shortly(after));
  if (kind === 'removed') return patient.removed(shortly(before));
  return patient.fromTo(shortly(before), shortly(after));
}

const shortly = (pieces: readonly Piece[]): string => firstWords(pieces.map(({ words }) => words).join(''), MOST_WORDS);
