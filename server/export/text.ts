import type { AgreedVersion } from '#shared/agreement/version.ts';
import { chaptersOf, labelled, type Answer, type Chapter, type Entry } from './chapter.ts';
import { ADDENDA_HEADING, coverOf, NOTICES, spoken, type Cover, type Word } from './cover.ts';
import { wrap } from './wrap.ts';

/** Before every line of content that stands alone: only our own headings begin at the edge. */
export const INDENT = '  ';

/**
 * The plan as plain text for the journal or a message: no wider than 80 columns, no tables, bullets in ASCII, the order
 * of the registry. Content cannot pass for a heading of ours: it never begins at the edge of a line.
 */
export function textOf(version: AgreedVersion): string {
  const cover = coverOf(version);
  const blocks = [front(cover), ...chaptersOf(version).map(chapterLines), addendaLines(cover), agreementLines(cover)];
  return paged(blocks);
}

/** Blocks of lines with an empty line between them; a block without lines is left out. */
export function paged(blocks: readonly string[][]): string {
  const written = blocks.filter((lines) => lines.length > 0);
  return `${written.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function front(cover: Cover): string[] {
  return [
    ...headed(cover.heading, '='),
    ...(cover.demo ? wrap(cover.demo) : []),
    ...wrap(cover.notices.join(' ')),
    '',
    ...wrap(cover.patient, 'Pasient: ', INDENT),
    ...cover.facts.flatMap((fact) => answerLines(fact, '')),
    'Deltakere:',
    ...cover.participants.flatMap((person) => wrap(person, '- ')),
  ];
}

function chapterLines(chapter: Chapter): string[] {
  const penned = chapter.penned === null ? [] : wrap(`(${chapter.penned})`, INDENT);
  return [...headed(chapter.heading, '-'), ...contentLines(chapter), ...penned];
}

export function contentLines(chapter: Chapter): string[] {
  switch (chapter.kind) {
    case 'text':
      return wrap(chapter.words, INDENT);
    case 'fields':
      return chapter.answers.flatMap((answer) => answerLines(answer, ''));
    case 'rows':
      return chapter.entries.flatMap(entryLines);
  }
}

function entryLines({ title, answers }: Entry): string[] {
  return [...wrap(title, '- '), ...answers.flatMap((answer) => answerLines(answer, INDENT))];
}

/** Several lines stand under their label, one line beside it. */
export function answerLines(answer: Answer, indent: string): string[] {
  const deeper = `${indent}${INDENT}`;
  if (!answer.words.includes('\n')) return wrap(labelled(answer), indent, deeper);
  return [...wrap(labelled({ ...answer, words: '' }).trimEnd(), indent, deeper), ...wrap(answer.words, deeper)];
}

/** What was added to the version after it was agreed; no lines for nothing. */
export function addendaLines({ addenda }: Cover): string[] {
  if (addenda.length === 0) return [];
  const lines = addenda.flatMap(({ who, at, words }) => [...wrap(`${who} (${at}):`, '- '), ...wrap(words, INDENT)]);
  return [...headed(ADDENDA_HEADING, '-'), ...lines];
}

function agreementLines(cover: Cover): string[] {
  const { words, print, signed } = cover;
  return [
    ...headed('Enighet', '-'),
    ...(words.length ? words.flatMap(wordLines) : ['Ingen har svart.']),
    ...withoutPatientLines(cover),
    ...wrap(NOTICES.signature),
    ...(signed.length ? ['', 'Det som ble signert, med fingeravtrykk:', `- Hele planen: ${print}`] : []),
    ...signed.flatMap((one) => wrap(`${one.part}: ${one.print} – ${one.who}`, '- ')),
  ];
}

/** Why the patient could not sign; no lines when the patient did. */
export function withoutPatientLines({ withoutPatient }: Cover): string[] {
  return withoutPatient === null ? [] : wrap(withoutPatient, 'Pasienten kunne ikke svare selv: ', INDENT);
}

/** What somebody said, why, and what it covers. */
export function wordLines(word: Word): string[] {
  const { who, reason, covers, commitments, at } = word;
  return [
    ...wrap(`${who}: ${spoken(word)} (${at})`, '- '),
    ...(reason === null ? [] : wrap(reason, `${INDENT}Begrunnelse: `, INDENT.repeat(2))),
    ...(covers === null ? [] : wrap(covers, INDENT)),
    ...(commitments.length ? wrap(commitments.join('; '), `${INDENT}Tar på seg: `, INDENT.repeat(2)) : []),
  ];
}

export function headed(heading: string, underline: string): string[] {
  return [heading, underline.repeat(heading.length)];
}
