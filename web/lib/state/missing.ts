import { isStaff, rolesOf, type Role, type Who } from '#shared/roles.ts';
import type { AgreementView } from '#shared/live.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import { section, SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import type { Template } from '#shared/meeting/template.ts';
import type { Speech } from './words.svelte.ts';

type MissingPoint = AgreementView['missing'][number];

/** One thing that is missing, in words. */
export interface MissingLine {
  /** Unique in its list. */
  key: string;
  section: SectionKey;
  heading: string;
  advice: string;
}

export interface MissingGroup {
  /** Who can mend it. */
  title: string;
  mine: boolean;
  lines: MissingLine[];
}

/** What is missing, grouped by who can mend it, one's own first. */
export function missingGroups(missing: readonly MissingPoint[], me: Who, speech: Speech): MissingGroup[] {
  const groups = new Map<string, MissingGroup>();
  missing.forEach((point, place) => {
    const mine = canMend(me, point);
    const title = mine ? speech.words.missing.mine : whoInWords(point.who, speech);
    const group = groups.get(title) ?? { title, mine, lines: [] };
    group.lines.push({ key: `${place}-${point.section}`, ...lineOf(point, speech) });
    groups.set(title, group);
  });
  return [...groups.values()].toSorted((a, b) => Number(b.mine) - Number(a.mine));
}

/**
 * How many of the required sections are in place. What counts only when kin takes part is counted only when it is
 * known to count, which is when it is missing.
 */
export function sectionsInPlace(missing: readonly MissingPoint[], template: Template): { done: number; all: number } {
  const lacking = new Set(missing.map((point) => point.section));
  const all = template.required.filter((key) => section(key).requiredWith === null || lacking.has(key));
  return { done: all.filter((key) => !lacking.has(key)).length, all: all.length };
}

/** Sections that `me` may write, in the order of the registry. */
export function writableBy(me: Who): SectionKey[] {
  return SECTION_KEYS.filter((key) => mayWrite(me, key));
}

/** An unanswered question is mended by those who answer, not by those who ask. */
const mendedIn = ({ code, section: key }: MissingPoint): SectionKey =>
  code === 'not-replied' ? 'questions.answers' : key;

function canMend(me: Who, point: MissingPoint): boolean {
  return mayWrite(me, mendedIn(point));
}

function whoInWords(who: readonly Role[], { words }: Speech): string {
  const everyone = rolesOf(section('story').writers);
  if (everyone.every((role) => who.includes(role))) return words.missing.everyone;
  const staffFirst = who.toSorted((a, b) => Number(isStaff(b)) - Number(isStaff(a)));
  const [first = '', ...rest] = staffFirst.map((role) => words.people.party[role]);
  return words.people.or([first, ...rest.map((name) => name.toLowerCase())]);
}

function lineOf(point: MissingPoint, speech: Speech): Pick<MissingLine, 'section' | 'heading' | 'advice'> {
  const part = section(point.section);
  const labels = point.fields.map((field) => labelOf(point.section, field, speech));
  const { advice } = speech.words.missing;
  const say = Object.hasOwn(advice, point.code) ? advice[point.code as keyof typeof advice] : advice.other;
  return {
    section: mendedIn(point),
    heading: speech.say(part.heading),
    advice: say(wordsFor(point.code, labels, speech), valueOf(point, speech)),
  };
}

/** Of several fields any one will do, except in a row, which needs them all. */
function wordsFor(code: string, labels: readonly string[], { words }: Speech): string {
  return code === 'row-incomplete' || code === 'not-settled' ? words.people.and(labels) : words.people.or(labels);
}

function labelOf(key: SectionKey, field: string, speech: Speech): string {
  const part = section(key);
  const declared = part.kind === 'text' ? undefined : part.fields[field];
  return declared ? `«${speech.say(declared.label)}»` : field;
}

function valueOf({ section: key, fields, value }: MissingPoint, speech: Speech): string {
  const part = section(key);
  const declared = part.kind === 'text' ? undefined : part.fields[fields[0] ?? ''];
  if (value === undefined || declared?.control !== 'choice') return value ?? '';
  const option = declared.options[value];
  return `${speech.say(declared.label)} ${option ? speech.say(option) : value}`.toLowerCase();
}
