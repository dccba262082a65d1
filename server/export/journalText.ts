import { shortly } from '#shared/agreement/fingerprint.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import {
  JOURNAL_ORDER_OF,
  JOURNAL_PARTS,
  type JournalChoice,
  type JournalPart,
  type JournalSource,
} from '#shared/journal.ts';
import { isWritten } from '#shared/plan/plan.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { journal } from '#shared/words/nb/journal.ts';
import { chapterOf, labelled, type Chapter } from './chapter.ts';
import { coverOf, NOTICES, unanswered, type Cover, type Word } from './cover.ts';
import { headingsOf } from './signed.ts';
import {
  addendaLines,
  answerLines,
  contentLines,
  headed,
  INDENT,
  paged,
  wordLines,
  withoutPatientLines,
} from './text.ts';
import { wrap } from './wrap.ts';

/** Facts of the cover that whoever gets an extract needs as well. */
const FACTS = ['version', 'hash', 'facilitator', 'sendTo', 'refused', 'open', 'addenda'];

/** Keeps the groups of a fingerprint on one line. */
const NO_BREAK = '\u00A0';

/**
 * What a receiver needs of the plan, as plain text for their journal or a message: the chosen headings, each once, in
 * the order of the message that they know; no wider than 80 columns. Who agreed and who did not is always in it.
 */
export function journalTextOf(version: AgreedVersion, { receiver, parts }: JournalChoice): string {
  const cover = coverOf(version);
  const left = JOURNAL_ORDER_OF[receiver].filter((part) => !parts.includes(part) && saysAnything(part, version));
  const front = [
    ...headed(`${journal.message[receiver]} (utkast fra tverrfaglig møte ${cover.day})`, '='),
    ...frontLines(cover),
    ...answered('Ikke fylt ut', headingsOf(unansweredIn(parts, version))),
    ...answered('Ikke tatt med her', left.map((part) => journal.part[part]).join(', ')),
  ];
  const bodies = parts.map((part) => partLines(part, version));
  return paged([front, ...bodies, addendaLines(cover), agreementLines(cover, parts, version)]);
}

function frontLines({ demo, notices, patient, facts }: Cover): string[] {
  return [
    ...(demo ? wrap(demo) : []),
    ...wrap(notices.join(' ')),
    '',
    ...wrap(patient, 'Pasient: ', INDENT),
    ...facts.filter(({ key }) => FACTS.includes(key)).flatMap((fact) => answerLines(fact, '')),
  ];
}

const answered = (label: string, words: string): string[] =>
  words === '' ? [] : answerLines({ key: '', label, words }, '');

/** The heading and what stands under it, source by source; no lines where nothing does. */
function partLines(part: JournalPart, version: AgreedVersion): string[] {
  const heading = journal.part[part];
  const sources: readonly JournalSource[] = JOURNAL_PARTS[part];
  const bodies = sources.flatMap((source) => {
    const lines = sourceLines(source, sources.length === 1 ? null : heading, version);
    return lines.length ? [lines] : [];
  });
  return bodies.length
    ? [...headed(heading, '-'), ...bodies.flatMap((lines, at) => (at ? ['', ...lines] : lines))]
    : [];
}

/** `under`: the heading that it shares with others; null for what stands alone, and needs no name or label of its own. */
function sourceLines(source: JournalSource, under: string | null, version: AgreedVersion): string[] {
  const chapter = chosen(source, version);
  if (!chapter) return [];
  const penned = chapter.penned === null ? [] : wrap(`(${chapter.penned})`, INDENT);
  if (under === null && source.fields && chapter.kind === 'fields')
    return chapter.answers.flatMap(({ words }) => wrap(words, INDENT));
  const isNamed = under !== null && chapter.heading !== under && !source.fields;
  const name = isNamed ? [labelled({ key: '', label: chapter.heading, words: '' }).trimEnd()] : [];
  return [...name, ...contentLines(chapter), ...penned];
}

/** What the source says in words; null when that is nothing. */
function chosen({ section: key, fields }: JournalSource, { plan, authors }: AgreedVersion): Chapter | null {
  const chapter = chapterOf(key, plan, authors);
  if (chapter?.kind !== 'fields' || !fields) return chapter;
  const answers = chapter.answers.filter((answer) => fields.includes(answer.key));
  return answers.length ? { ...chapter, answers } : null;
}

const saysAnything = (part: JournalPart, version: AgreedVersion): boolean =>
  JOURNAL_PARTS[part].some((source) => chosen(source, version) !== null);

const sectionsOf = (parts: readonly JournalPart[]): SectionKey[] => [
  ...new Set(parts.flatMap((part) => JOURNAL_PARTS[part].map((source) => source.section))),
];

function unansweredIn(parts: readonly JournalPart[], version: AgreedVersion): SectionKey[] {
  const about = sectionsOf(parts);
  return unanswered(version).filter((key) => about.includes(key));
}

/** Whoever simply agrees stands in one line with the others who do. */
function agreementLines(cover: Cover, parts: readonly JournalPart[], version: AgreedVersion): string[] {
  const simply = cover.words.filter(isSimple);
  const others = cover.words.filter((word) => !isSimple(word));
  const prints = sectionsOf(parts)
    .filter((key) => isWritten(key, version.plan) && version.fingerprints[key])
    .map((key) => `${section(key).heading.nb} ${shortly(version.fingerprints[key]!).replaceAll(' ', NO_BREAK)}`);
  return [
    ...headed('Enighet', '-'),
    ...(cover.words.length ? [] : ['Ingen har svart.']),
    ...answered('Enig i hele planen', simply.map(({ who }) => who).join('; ')),
    ...others.flatMap(wordLines),
    ...withoutPatientLines(cover),
    ...wrap(NOTICES.signature),
    ...(cover.words.length ? answered('Fingeravtrykk av delene', prints.join('; ')) : []),
  ];
}

const isSimple = ({ isWhole, reason, commitments }: Word): boolean =>
  isWhole && reason === null && commitments.length === 0;
