import { rolesOf, type Role } from '#shared/roles.ts';
import type { Requirement } from './declaration.ts';
import { isAnswered, type Plan, type Row, type Values } from './plan.ts';
import { mayRead, type Reader } from './rights.ts';
import { section, type SectionKey } from './sections.ts';

/** Why something is missing; the words for it stand in the catalogue of each language. */
export type MissingCode =
  'not-written' | 'not-answered' | 'no-rows' | 'row-incomplete' | 'value-missing' | 'not-settled' | 'not-replied';

/** One thing that stands between the plan and agreement. */
export interface Missing {
  section: SectionKey;
  code: MissingCode;
  /** The fields that would mend it; empty for a text. */
  fields: string[];
  /** The row that it is about, where it is about one. */
  row?: string;
  /** The value that no row has, for `value-missing`. */
  value?: string;
  /** Roles that can mend it. */
  who: Role[];
}

type Found = Pick<Missing, 'code' | 'fields'> & Partial<Pick<Missing, 'row' | 'value'>>;

/**
 * What counts in every meeting, whatever its template says: an open disagreement has an owner, and the questions of
 * patient and kin are answered.
 */
export const ALWAYS_REQUIRED = ['disagreements', 'questions'] as const satisfies readonly SectionKey[];

/** All that must be there: what the template requires, and what always counts. */
export const requiredIn = (required: readonly SectionKey[]): SectionKey[] => [
  ...new Set([...required, ...ALWAYS_REQUIRED]),
];

/**
 * What is missing before the plan can be agreed, in the order of `required`.
 * `joined` are the roles of those who have joined: what kin must answer counts only when kin takes part.
 */
export function missingIn(plan: Plan, required: readonly SectionKey[], joined: readonly Role[]): Missing[] {
  return requiredIn(required).flatMap((key) => {
    const part = section(key);
    if (part.requiredWith && !joined.includes(part.requiredWith)) return [];
    return part.required
      .flatMap((requirement) => judge(requirement, key, plan))
      .map((found) => ({ section: key, who: rolesOf(menders(found.code, key)), ...found }));
  });
}

/** As much of `missing` as says nothing of parts that `who` may not read. */
export function missingFor(who: Reader, missing: readonly Missing[]): Missing[] {
  return missing.filter(
    ({ section, code }) => mayRead(who, section) && (code !== 'not-replied' || mayRead(who, 'questions.answers')),
  );
}

/** Answers to questions stand in a part of their own, so somebody else mends it. */
const menders = (code: MissingCode, key: SectionKey) =>
  code === 'not-replied' ? section('questions.answers').writers : section(key).writers;

function judge(requirement: Requirement, key: SectionKey, plan: Plan): Found[] {
  const value: unknown = plan[key];
  const rows = (Array.isArray(value) ? value : []) as Row[];
  const form = (Array.isArray(value) || typeof value === 'string' ? {} : value) as Values;
  switch (requirement.rule) {
    case 'written':
      return isAnswered(value as string) ? [] : [{ code: 'not-written', fields: [] }];
    case 'answered':
      return lacking(form, requirement.fields);
    case 'because':
      return form[requirement.field] === requirement.is ? lacking(form, requirement.fields) : [];
    case 'any':
      return requirement.fields.some((field) => isAnswered(form[field]))
        ? []
        : [{ code: 'not-answered', fields: [...requirement.fields] }];
    case 'rows':
      return rows.some((row) => requirement.fields.some((field) => isAnswered(row[field])))
        ? []
        : [{ code: 'no-rows', fields: [...requirement.fields] }];
    case 'each':
      return rows.flatMap((row) => incomplete(row, requirement.fields, 'row-incomplete'));
    case 'value':
      return requirement.values
        .filter((wanted) => !rows.some((row) => row[requirement.field] === wanted))
        .map((wanted) => ({ code: 'value-missing', fields: [requirement.field], value: wanted }));
    case 'settled':
      return rows
        .filter((row) => row['status'] !== 'settled')
        .flatMap((row) => incomplete(row, requirement.fields, 'not-settled'));
    case 'replied':
      return rows
        .filter((row) => isAnswered(row['question']) && !isReplied(row.id, plan))
        .map((row) => ({ code: 'not-replied', fields: ['answer'], row: row.id }));
  }
}

function lacking(form: Values, fields: readonly string[]): Found[] {
  return fields.filter((field) => !isAnswered(form[field])).map((field) => ({ code: 'not-answered', fields: [field] }));
}

function incomplete(row: Row, fields: readonly (string | readonly string[])[], code: MissingCode): Found[] {
  const lacking = fields
    .map((field) => (typeof field === 'string' ? [field] : [...field]))
    .filter((choices) => !choices.some((field) => isAnswered(row[field])));
  return lacking.length ? [{ code, fields: lacking.map((choices) => choices[0]!), row: row.id }] : [];
}

function isReplied(question: string, plan: Plan): boolean {
  return plan['questions.answers'].some((answer) => answer.question === question && isAnswered(answer.answer));
}
