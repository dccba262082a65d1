import { firstWords, type Piece } from '#lib/state/markedWords.ts';
import type { PartChanges } from '#shared/agreement/changes.ts';
import type { Author } from '#shared/plan/authors.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Reading } from '../plan/answers.ts';
import { changesTold, type ToldAnswer, type ToldItem } from './changesTold.ts';

/** What became another in one part, said to the patient. */
export interface PlainChange {
  section: SectionKey;
  /** `Kommunen har endret: Kommunens tjenester` */
  who: string;
  lines: string[];
}

/** A tired reader is told of so much; the rest stands in the plan. */
const MOST_LINES = 5;
const MOST_IN_PART = 3;
const MOST_WORDS = 14;

/** What was changed, in a few plain lines, and how much more there is. */
export function changesForPatient(
  parts: readonly PartChanges[],
  reading: Reading,
  touched: readonly SectionKey[],
): { parts: PlainChange[]; more: number } {
  const { headings } = reading.speech.words.patient;
  const told: PlainChange[] = [];
  let [left, more] = [MOST_LINES, 0];
  for (const { section, heading, items } of changesTold(parts, reading, touched)) {
    const by = parts.find((part) => part.section === section)?.by ?? [];
    const all = items.flatMap((item) => linesOf(item, reading)).map(capital);
    const lines = all.slice(0, Math.min(left, MOST_IN_PART));
    if (lines.length) told.push({ section, who: whoHas(by, headings[section] ?? heading, reading), lines });
    left -= lines.length;
    more += all.length - lines.length;
  }
  return { parts: told, more };
}

/** Parties, and not names: the patient knows who came from where. */
function whoHas(by: readonly Author[], where: string, { speech }: Reading): string {
  const { patient } = speech.asideWords.changes;
  const roles = [...new Set(by.map(({ role }) => role))];
  if (roles.length === 0) return patient.someone(where);
  const named = roles.map((role) => (role === 'patient' ? patient.you : speech.words.agreement.party[role]));
  return patient.has(capital(speech.words.people.and(named)), where);
}

function linesOf({ kind, title, changed }: ToldItem, reading: Reading): string[] {
  const { patient } = reading.speech.asideWords.changes;
  if (kind === 'added' || kind === 'removed' || kind === 'moved') return [patient[kind](title)];
  return changed.map((answer, at) => {
    const line = lineOf(answer, reading);
    const said = answer.label ? patient.of(answer.label, line) : line;
    return at === 0 && title && !line.includes(title) ? patient.in(title, said) : said;
  });
}

function lineOf({ before, after, onlySpaces }: ToldAnswer, { speech }: Reading): string {
  const { patient, onlySpaces: spaces } = speech.asideWords.changes;
  if (onlySpaces) return spaces;
  if (before.length === 0) return patient.added(changedWords(after));
  if (after.length === 0) return patient.removed(changedWords(before));
  return patient.fromTo(shortly(before), shortly(after));
}

const shortly = (pieces: readonly Piece[]): string => firstWords(pieces.map(({ words }) => words).join(''), MOST_WORDS);
/** Only what is another, without the comma that led on to the rest. */
const changedWords = (pieces: readonly Piece[]): string =>
  shortly(pieces.filter(({ changed }) => changed)).replace(/[,;:]$/, '');
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
