import type { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import type { Fields } from '#shared/plan/fields.ts';

/** What a part's rows, or its form, are made of; nothing for a text. */
export function fieldsOf({ declared }: Pick<SharedPart, 'declared'>): Fields {
  return declared.kind === 'text' ? {} : declared.fields;
}

/** Some of the fields, in the order in which they are named. */
export function some(fields: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])));
}

/** All but some of the fields. */
export function allBut(fields: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
