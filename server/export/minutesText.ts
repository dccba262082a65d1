import type { Guest, Minutes } from '#shared/meeting/minutes.ts';
import {
  chaptersIn,
  clockOf,
  factsOf,
  type Fact,
  type Line,
  type MinutesChapter,
  type Saying,
  type Telling,
} from '#shared/meeting/minutesTold.ts';
import { section } from '#shared/plan/sections.ts';
import { catalogues } from '#shared/words/catalogues.ts';
import { DEMO_MARK, NOTICES } from './cover.ts';
import { clockAt } from '#shared/day.ts';
import { clockWords, dateWords, dayOf } from './dates.ts';
import { presented } from './people.ts';
import { plain } from './plain.ts';
import { wrap } from './wrap.ts';

const { nb } = catalogues;

/** Before every line of content that stands alone: only our own headings begin at the edge. */
const INDENT = '  ';

const TELLING: Telling = {
  words: nb,
  day: dayOf,
  time: (at) => clockWords(clockAt(at).time),
  date: dateWords,
  who: (guest: Guest) => presented(guest),
  heading: (key) => section(key).heading.nb,
  phase: (_id, title) => title,
};

/** The minutes as plain text for a journal: no wider than 80 columns, in bokmål. Content cannot pass for a heading of ours. */
export function minutesText(minutes: Minutes): string {
  const blocks = [front(minutes), ...chaptersIn(minutes, TELLING).map(chapterLines)];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** How far they go, where that is not to the end of the meeting. */
function stateOf(minutes: Minutes): string {
  const { soFar, left, notBegun } = nb.minutes;
  const { sittings, toldAt, leftAt } = minutes;
  if (sittings.length === 0) return notBegun;
  const at = clockOf(minutes, TELLING);
  if (leftAt !== null) return left(at(leftAt));
  return toldAt === null ? '' : soFar(at(toldAt));
}

function front(minutes: Minutes): string[] {
  const { of, made, partial } = nb.minutes;
  const notices = [stateOf(minutes), minutes.partial ? partial : ''].filter(Boolean);
  return [
    ...headed(of(dayOf(minutes.sittings[0]?.from ?? minutes.plannedAt)), '='),
    ...(minutes.demo ? wrap(DEMO_MARK) : []),
    ...wrap(`${made} ${NOTICES.check} ${NOTICES.journal}`),
    ...notices.flatMap((notice) => wrap(notice)),
    '',
    ...factsOf(minutes, TELLING).flatMap((fact) => factLines(fact, '')),
  ];
}

function chapterLines({ heading, lines, note }: MinutesChapter): string[] {
  return [...headed(heading, '-'), ...lines.flatMap((line) => entryLines(line, '')), ...wrap(note).filter(Boolean)];
}

function entryLines({ when, title, mark, facts, sayings, under }: Line, indent: string): string[] {
  const deeper = `${indent}${INDENT}`;
  // Times of the day stand in front, so that a list of them can be read downwards.
  const [before, after] = /^\d/.test(when) ? [when, mark] : ['', mark || when];
  const first = [before, [plain(title), after].filter(Boolean).join(' – ')].filter(Boolean).join(' ');
  const isUnder = first !== '';
  return [
    ...(isUnder ? wrap(first, `${indent}- `) : []),
    ...facts.flatMap((fact) => factLines(fact, deeper)),
    ...sayings.flatMap((saying) => sayingLines(saying, isUnder ? deeper : `${indent}- `)),
    ...under.flatMap((line) => entryLines(line, deeper)),
  ];
}

/** Several lines stand under their label, one line beside it. */
function factLines({ label, words }: Fact, indent: string): string[] {
  return labelledLines(`${label}:`, plain(words), indent);
}

function sayingLines({ who, words }: Saying, indent: string): string[] {
  return who === '' ? wrap(plain(words), indent) : labelledLines(`${plain(who)}:`, plain(words), indent);
}

function labelledLines(label: string, words: string, indent: string): string[] {
  const deeper = ' '.repeat(indent.length + INDENT.length);
  if (!words.includes('\n')) return wrap(`${label} ${words}`, indent, deeper);
  return [...wrap(label, indent, deeper), ...wrap(words, deeper)];
}

function headed(heading: string, underline: string): string[] {
  return [heading, underline.repeat(heading.length)];
}
