import { isStaff, rolesOf, type Role, type Who } from '#shared/roles.ts';
import type { AgreementView } from '#shared/live.ts';
import { ALWAYS_REQUIRED, type MissingCode } from '#shared/plan/readiness.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { sectionsOf, type Template } from '#shared/meeting/template.ts';
import type { Spot } from './spot.ts';
import type { Speech } from './words.svelte.ts';

export type MissingPoint = AgreementView['missing'][number];

/** One thing to do about the plan, in words. */
export interface TodoLine {
  /** Unique in its list. */
  key: string;
  sentence: string;
  /** How many places it is to be done in; `spot` is the first. */
  times: number;
  spot: Spot;
}

export interface TodoGroup {
  /** Who can mend it. */
  title: string;
  mine: boolean;
  lines: TodoLine[];
}

/** Something to do, before it is grouped. */
export interface Todo {
  sentence: string;
  spot: Spot;
  who: readonly Role[];
}

/** What is missing, grouped by who can mend it, one's own first. */
export function missingGroups(missing: readonly MissingPoint[], me: Who, speech: Speech): TodoGroup[] {
  const todos = missing.map((point) => ({
    ...{ sentence: missingInWords(point, speech), spot: spotOf(point), who: point.who },
  }));
  return groupsOf(todos, me, speech);
}

/** Todos grouped by who can do them, one's own first; what is the same in several places is said once. */
export function groupsOf(todos: readonly Todo[], me: Who, speech: Speech): TodoGroup[] {
  const groups = new Map<string, TodoGroup>();
  for (const { sentence, spot, who } of todos) {
    const mine = mayWrite(me, spot.section);
    const title = mine ? speech.staffWords.missing.mine : whoInWords(who, speech);
    const group = groups.get(title) ?? { title, mine, lines: [] };
    const key = `${spot.section} ${sentence}`;
    const same = group.lines.find((line) => line.key === key);
    if (same) same.times += 1;
    else group.lines.push({ key, sentence, times: 1, spot });
    groups.set(title, group);
  }
  return [...groups.values()].toSorted((a, b) => Number(b.mine) - Number(a.mine));
}

/**
 * How many of the required sections are in place. What counts only when kin takes part, or in every meeting without being
 * asked for, is counted only when it is known to count, which is when it is missing.
 */
export function sectionsInPlace(missing: readonly MissingPoint[], template: Template): { done: number; all: number } {
  const lacking = new Set(missing.map((point) => point.section));
  const required = new Set([...template.required, ...ALWAYS_REQUIRED.filter((key) => lacking.has(key))]);
  const all = [...required].filter((key) => section(key).requiredWith === null || lacking.has(key));
  return { done: all.filter((key) => !lacking.has(key)).length, all: all.length };
}

/** Sections that `me` may write, in the order of the registry. */
export function writableBy(me: Who, template: Pick<Template, 'phases'>): SectionKey[] {
  return sectionsOf(template).filter((key) => mayWrite(me, key));
}

/** What is missing, in a sentence that helps. */
export function missingInWords(point: MissingPoint, speech: Speech): string {
  const { say, other } = speech.staffWords.missing;
  const labels = point.fields.map((field) => labelOf(point.section, field, speech));
  const sentence = say[point.section]?.[point.code as MissingCode];
  return (
    sentence?.({ labels: joined(point.code, labels, speech), value: valueOf(point, speech) }) ??
    other(speech.say(section(point.section).heading))
  );
}

/** What the field is called, in quotation marks. */
export function labelOf(key: SectionKey, field: string, speech: Speech): string {
  const part = section(key);
  const declared = part.kind === 'text' ? undefined : part.fields[field];
  return speech.words.frame.quoted(declared ? speech.say(declared.label) : field);
}

/** Where it can be mended: an unanswered question by those who answer, not by those who ask. */
function spotOf({ code, section: key, row, fields: [field] }: MissingPoint): Spot {
  if (code === 'not-replied') return { section: 'questions.answers' };
  return { section: key, ...(row === undefined ? {} : { row }), ...(field === undefined ? {} : { field }) };
}

function whoInWords(who: readonly Role[], { staffWords: words }: Speech): string {
  const everyone = rolesOf(section('story').writers);
  if (everyone.every((role) => who.includes(role))) return words.missing.everyone;
  const staffFirst = who.toSorted((a, b) => Number(isStaff(b)) - Number(isStaff(a)));
  const names = staffFirst.map((role, place) => (place === 0 ? words.people : words.agreement).party[role]);
  return words.people.or(names);
}

/** Of several fields any one will do, except in a row, which needs them all. */
function joined(code: string, labels: readonly string[], { words }: Speech): string {
  return code === 'row-incomplete' || code === 'not-settled' ? words.people.and(labels) : words.people.or(labels);
}

function valueOf({ section: key, fields, value }: MissingPoint, speech: Speech): string {
  const part = section(key);
  const declared = part.kind === 'text' ? undefined : part.fields[fields[0] ?? ''];
  const option = declared?.control === 'choice' && value !== undefined ? declared.options[value] : undefined;
  return option ? speech.say(option).toLowerCase() : (value ?? '');
}
