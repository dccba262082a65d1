import type { Bundle, Resource } from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import { bundleOf } from '#server/export/fhir/bundle.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { EMITTED } from './support/fhir/emitted.ts';
import { definitions, faultsOf } from './support/fhir/validator.ts';

/** The trimmed definitions must still refuse what is wrong, or the tests that lean on them say nothing. */
const bundle = bundleOf(agreedVersion());

function first(type: Resource['resourceType']): Record<string, unknown> {
  const found: Resource | undefined = bundle.entry?.find(({ resource }) => resource?.resourceType === type)?.resource;
  if (!found) throw new Error(`There is no ${type} in the document.`);
  return { ...found };
}

/** Elements that R4 demands of each type. */
const DEMANDED = {
  CarePlan: ['status', 'intent', 'subject'],
  ClinicalImpression: ['status', 'subject'],
  Composition: ['status', 'type', 'date', 'author', 'title'],
  Condition: ['subject'],
  Consent: ['status', 'scope', 'category', 'policyRule'],
  Encounter: ['status', 'class'],
  Goal: ['lifecycleStatus', 'description', 'subject'],
  List: ['status', 'mode'],
  MedicationStatement: ['status', 'medicationCodeableConcept', 'subject'],
  Observation: ['status', 'code'],
  Provenance: ['target', 'recorded', 'agent'],
  RelatedPerson: ['patient'],
  ServiceRequest: ['status', 'intent', 'subject'],
  Task: ['status', 'intent'],
} as const;

describe.each(Object.entries(DEMANDED))('%s', (type, elements) => {
  const right = first(type as keyof typeof DEMANDED);

  test('is accepted as we write it', () => {
    expect(faultsOf(right)).toEqual([]);
  });

  test.each([...elements])('is refused without its %s', (element) => {
    const { [element]: _, ...rest } = right;
    expect(faultsOf(rest).join('\n')).toMatch(/^error: Missing required property|^error: Constraint/);
  });

  test('is refused with an element that R4 does not have', () => {
    expect(faultsOf({ ...right, verdict: 'fine' }).join('\n')).toContain('Invalid additional property "verdict"');
  });
});

test('a value of the wrong type is refused, however deep it lies', () => {
  expect(faultsOf({ ...first('Task'), status: 3 }).join('\n')).toContain('Invalid JSON type');
  expect(faultsOf({ ...first('Observation'), valueInteger: '2' }).join('\n')).toContain('Invalid JSON type');
  expect(faultsOf({ ...first('Observation'), valueInteger: 2.5 }).join('\n')).toContain('integer');
  expect(faultsOf({ ...first('Goal'), description: { text: 3 } }).join('\n')).toContain('Invalid JSON type');
  expect(faultsOf({ ...first('Goal'), description: [{ text: 'Gå' }] }).join('\n')).toContain('single value');
  expect(faultsOf({ ...first('Patient'), birthDate: '19.4.1944' }).join('\n')).toContain('Invalid date');
  expect(faultsOf({ ...first('Patient'), birthDate: '1944' })).toEqual([]);
});

test('rules of the standard between elements are kept too', () => {
  const [entry, ...rest] = bundle.entry ?? [];
  const wrong: Bundle = { ...bundle, entry: [...rest, ...(entry ? [entry] : [])] };
  const { identifier: _, ...anonymous } = bundle;
  expect(faultsOf(bundle)).toEqual([]);
  expect(faultsOf(wrong).join('\n')).toContain('bdl-11');
  expect(faultsOf(anonymous).join('\n')).toContain('bdl-9');
  const empty = { title: 'Tom', emptyReason: { text: 'ingen' }, entry: [{ reference: 'urn:uuid:x' }] };
  expect(faultsOf({ ...first('Composition'), section: [empty] }).join('\n')).toContain('cmp-2');
});

test('a text of blanks is refused', () => {
  expect(faultsOf({ ...first('Organization'), name: ' ' }).join('\n')).toContain('non-whitespace');
});

test('the definitions are those of R4, one for each type that we write', () => {
  const names = definitions.map(({ name }) => name);
  expect(EMITTED.filter((type) => !names.includes(type))).toEqual([]);
  expect(definitions.every(({ url }) => url.startsWith('http://hl7.org/fhir/StructureDefinition/'))).toBe(true);
});
