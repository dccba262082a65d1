import * as z from 'zod/mini';
import type { Writer } from '#shared/roles.ts';
import type { Words } from '#shared/words/language.ts';
import type { Field, Fields, Shape } from './fields.ts';

/**
 * What must be there before the plan can be agreed; read by `readiness.ts`.
 *
 * - `written`: words are there
 * - `answered`: each of `fields` is
 * - `because`: when `field` is `is`, each of `fields` is answered
 * - `any`: at least one of `fields` is
 * - `rows`: at least one row in which one of `fields` is answered
 * - `each`: every row has all of `fields`; where a list stands for a field, any one of it will do
 * - `value`: for each of `values` there is a row with it in `field`
 * - `settled`: rows that are still open have all of `fields`
 * - `replied`: every row is pointed to by an answered row of the section `in`
 */
export type Requirement =
  | { rule: 'written' }
  | { rule: 'answered'; fields: readonly string[] }
  | { rule: 'because'; field: string; is: string; fields: readonly string[] }
  | { rule: 'any'; fields: readonly string[] }
  | { rule: 'rows'; fields: readonly string[] }
  | { rule: 'each'; fields: readonly (string | readonly string[])[] }
  | { rule: 'value'; field: string; values: readonly string[] }
  | { rule: 'settled'; fields: readonly string[] }
  | { rule: 'replied'; in: string };

/** The FHIR R4 resource that a part becomes. Without one its words stand in the Composition's narrative alone. */
export type Resource =
  | 'Goal'
  | 'Condition'
  | 'ClinicalImpression'
  | 'MedicationStatement'
  | 'ServiceRequest'
  | 'CarePlan'
  | 'Task'
  | 'CareTeam'
  | 'Encounter';

/** What is said of a part, whatever its kind. */
export interface About {
  /** Bokmål. */
  heading: string;
  /** Who may write it. Nobody else can: the server refuses the bytes. */
  writers: readonly Writer[];
  /** Absent when the plan can be agreed without it. */
  required?: readonly Requirement[];
  /** Belongs to a meeting that goes on from an earlier one: elsewhere it is not shown. */
  follows?: true;
  /** Required only when a participant of this role has joined. */
  requiredWith?: 'kin';
  /** LOINC code of the section in the FHIR document; null where none fits and a local code stands in. */
  loinc: string | null;
  resource?: Resource;
  /** Whose own words it holds: they keep their colour and frame wherever they are shown. */
  voice?: 'patient';
  /** Place in the text that goes to the journal, ascending. */
  order: number;
}

interface Declared {
  heading: Words;
  writers: readonly Writer[];
  required: readonly Requirement[];
  requiredWith: 'kin' | null;
  follows: boolean;
  loinc: string | null;
  resource: Resource | null;
  voice: 'patient' | null;
  order: number;
}

/** One Y.Text. */
export interface TextPart extends Declared {
  kind: 'text';
  shape: Shape<string>;
}

/** A list of rows, each with an `id` of its own for life. */
export interface RowsPart<F extends Fields = Fields> extends Declared {
  kind: 'rows';
  fields: F;
  shape: Shape<({ id: string } & ValuesOf<F>)[]>;
}

/** One form. */
export interface FieldsPart<F extends Fields = Fields> extends Declared {
  kind: 'fields';
  fields: F;
  shape: Shape<ValuesOf<F>>;
}

export type Part = TextPart | RowsPart | FieldsPart;

type ShapesOf<F extends Fields> = { [K in keyof F]: F[K]['shape'] };
type ValuesOf<F extends Fields> = { [K in keyof F]: z.infer<F[K]['shape']> };

export function text(about: About): TextPart {
  return { ...declared(about), kind: 'text', shape: z.string() };
}

export function rows<F extends Record<string, Field>>(fields: F, about: About): RowsPart<F> {
  const shape = z.array(z.strictObject({ id: z.string(), ...shapesOf(fields) })) as unknown as RowsPart<F>['shape'];
  return { ...declared(about), kind: 'rows', fields, shape };
}

export function fields<F extends Record<string, Field>>(fields: F, about: About): FieldsPart<F> {
  const shape = z.strictObject(shapesOf(fields)) as unknown as FieldsPart<F>['shape'];
  return { ...declared(about), kind: 'fields', fields, shape };
}

function declared(about: About): Declared {
  return {
    heading: { nb: about.heading },
    writers: about.writers,
    required: about.required ?? [],
    requiredWith: about.requiredWith ?? null,
    follows: about.follows ?? false,
    loinc: about.loinc,
    resource: about.resource ?? null,
    voice: about.voice ?? null,
    order: about.order,
  };
}

function shapesOf<F extends Fields>(fields: F): ShapesOf<F> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.shape])) as ShapesOf<F>;
}
