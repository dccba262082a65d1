import type { AgreedVersion } from '#shared/agreement/version.ts';
import { chaptersOf, labelled, type Answer, type Chapter, type Entry } from './chapter.ts';
import { coverOf, NOTICES, spoken, type Cover, type Word } from './cover.ts';
import { wrap } from './wrap.ts';

/** Before every line of content that stands alone: only our own headings begin at the edge. */
const INDENT = '  ';

/**
 * The plan as plain text for the journal or a message: no wider than 80 columns, no tables, bullets in ASCII, the order
 * of the registry. Content cannot pass for a heading of ours: it never begins at the edge of a line.
 */
export function textOf(version: AgreedVersion): string {
  const cover = coverOf(version);
  const blocks = [front(cover), ...chaptersOf(version).map(chapterLines), agreementLines(cover)];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
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

function contentLines(chapter: Chapter): string[] {
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
function answerLines(answer: Answer, indent: string): string[] {
  const deeper = `${indent}${INDENT}`;
  if (!answer.words.includes('\n')) return wrap(labelled(answer), indent, deeper);
  return [...wrap(labelled({ ...answer, words: '' }).trimEnd(), indent, deeper), ...wrap(answer.words, deeper)];
}

function agreementLines({ words, withoutPatient }: Cover): string[] {
  return [
    ...headed('Enighet', '-'),
    ...(words.length ? words.flatMap(wordLines) : ['Ingen har svart.']),
    ...(withoutPatient === null ? [] : wrap(withoutPatient, 'Pasienten kunne ikke svare selv: ', INDENT)),
    ...wrap(NOTICES.signature),
  ];
}

function wordLines(word: Word): string[] {
  const { who, reason, at } = word;
  return [
    ...wrap(`${who}: ${spoken(word)} (${at})`, '- '),
    ...(reason === null ? [] : wrap(reason, `${INDENT}Begrunnelse: `, INDENT.repeat(2))),
  ];
}

function headed(heading: string, underline: string): string[] {
  return [heading, underline.repeat(heading.length)];
}
