import type { Bundle } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { bundleOf } from '#server/export/fhir/bundle.ts';
import { JOURNAL_ORDER, sections } from '#shared/plan/sections.ts';
import { agreedVersion, emptyVersion } from './support/agreedVersion.ts';
import {
  compositionIn,
  emptiesIn,
  narrativeText,
  readNarrative,
  referencesIn,
  resourcesOf,
  sectionIn,
  systemsIn,
} from './support/fhir/document.ts';
import { EMITTED } from './support/fhir/emitted.ts';
import { faultsOf } from './support/fhir/validator.ts';
import { filledPlan, unbroken, wordsIn } from './support/planWords.ts';

const version = agreedVersion();
const bundle = bundleOf(version);
const resources = (of: Bundle) => (of.entry ?? []).flatMap(({ resource }) => resource ?? []);

const documents = {
  'Åse’s plan': version,
  'a plan in which nothing stands': emptyVersion(),
  'a plan in which everything stands': agreedVersion(filledPlan((place) => `ord fra ${place}`)),
  'a second version, after the GP had left': agreedVersion(undefined, { version: 2, signatures: [], sendTo: ['gp'] }),
  'a meeting of nobody': agreedVersion(undefined, { participants: [], patient: { name: 'Kim', birthYear: null } }),
};

for (const [name, made] of Object.entries(documents)) {
  test(`${name}: the document and each resource in it are valid R4`, () => {
    const document = bundleOf(made);
    expect(faultsOf(document)).toEqual([]);
    for (const resource of resources(document)) expect(faultsOf(resource), resource.resourceType).toEqual([]);
  });

  test(`${name}: nothing in the document is there without saying anything`, () => {
    expect(emptiesIn(bundleOf(made))).toEqual([]);
  });

  test(`${name}: every reference leads to a resource of the document, and every address is one resource’s alone`, () => {
    const document = bundleOf(made);
    const urls = (document.entry ?? []).map(({ fullUrl }) => fullUrl ?? '');
    expect(urls.filter((url) => !/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(url))).toEqual([]);
    expect(new Set(urls).size).toBe(urls.length);
    const references = referencesIn(document);
    expect(references.length).toBeGreaterThan(5);
    expect(references.filter((reference) => !urls.includes(reference))).toEqual([]);
  });

  test(`${name}: every narrative is well-formed XHTML of harmless elements`, () => {
    for (const { text, title } of compositionIn(bundleOf(made)).section ?? []) {
      const { elements } = readNarrative(text?.div ?? '');
      expect(new Set(['div', 'p', 'ul', 'li', 'br', ...elements]).size, title).toBe(5);
    }
  });

  test(`${name}: no resource is left that nothing in the document leads to`, () => {
    const document = bundleOf(made);
    const [composition, ...rest] = document.entry ?? [];
    const found = new Set(composition?.fullUrl ? [composition.fullUrl] : []);
    for (let before = 0; before < found.size;) {
      before = found.size;
      for (const { fullUrl = '', resource } of document.entry ?? [])
        if (found.has(fullUrl)) referencesIn(resource).forEach((reference) => found.add(reference));
    }
    expect(
      rest.filter(({ fullUrl = '' }) => !found.has(fullUrl)).map(({ resource }) => resource?.resourceType),
    ).toEqual([]);
  });
}

test('the document says what it is in Norwegian and in LOINC, for whom, by whom and when', () => {
  const composition = compositionIn(bundle);
  expect(composition.type.coding).toMatchObject([
    { system: 'urn:oid:2.16.578.1.12.4.1.1.9602', code: 'B01-2' },
    { system: 'http://loinc.org', code: '18776-5' },
  ]);
  expect(bundle.identifier).toMatchObject({ system: 'urn:ietf:rfc:3986' });
  expect(Date.parse(bundle.timestamp ?? '')).toBeGreaterThanOrEqual(Date.parse(composition.date ?? ''));
  expect(composition.subject?.display).toBe('Åse Fiktiv');
  expect(composition.author[0]?.display).toBe('Kari Nilsen');
});

test('the same version is the same document, to the letter', () => {
  expect(JSON.stringify(bundleOf(agreedVersion()))).toBe(JSON.stringify(bundle));
});

test('the next version replaces the one before it and keeps the addresses of people and rows', () => {
  const next = bundleOf(agreedVersion(undefined, { version: 2 }));
  expect(next.identifier?.value).not.toBe(bundle.identifier?.value);
  expect(compositionIn(next).relatesTo).toMatchObject([
    { code: 'replaces', targetIdentifier: { value: bundle.identifier?.value } },
  ]);
  expect(resourcesOf(next, 'Goal')[0]?.fullUrl).toBe(resourcesOf(bundle, 'Goal')[0]?.fullUrl);
  expect(resourcesOf(next, 'Patient')[0]?.fullUrl).toBe(resourcesOf(bundle, 'Patient')[0]?.fullUrl);
});

test('everything that is written in the plan is in the narratives, under a heading for each part', () => {
  const read = unbroken(narrativeText(bundle));
  expect(wordsIn(version.plan).filter((words) => !read.includes(unbroken(words)))).toEqual([]);
  const filled = bundleOf(documents['a plan in which everything stands']);
  const titles = (compositionIn(filled).section ?? []).map(({ title }) => title);
  expect(titles.slice(1, -1)).toEqual(JOURNAL_ORDER.map((key) => sections[key].heading.nb));
});

test('a required part in which nothing stands says that it is empty; a free one is left out', () => {
  const empty = bundleOf(emptyVersion());
  expect(sectionIn(empty, 'medications')).toMatchObject({ emptyReason: { coding: [{ code: 'notstarted' }] } });
  expect(sectionIn(empty, 'minutes')).toBeUndefined();
  expect(sectionIn(bundle, 'medications')?.emptyReason).toBeUndefined();
});

test('what is about invented people is marked as test data, what is about real ones is not', () => {
  const { meeting } = version;
  const real = bundleOf(agreedVersion(undefined, { meeting: { ...meeting, demo: false } }));
  expect(bundle.meta?.security).toMatchObject([{ code: 'HTEST' }]);
  expect(real.meta).toBeUndefined();
  expect(compositionIn(real).meta?.security).toBeUndefined();
});

test('no number of a person or an organisation is made up', () => {
  const numbered = resources(bundle).filter((resource) => 'identifier' in resource);
  expect(numbered.map(({ resourceType }) => resourceType)).toEqual(['ServiceRequest']);
  expect(systemsIn(bundle).filter((system) => system.startsWith('urn:oid:2.16.578.1.12.4.1.4'))).toEqual([]);
});

test('every system is one that we know', () => {
  const known =
    /^(urn:ietf:rfc:3986|http:\/\/loinc\.org|phone|urn:oid:2\.16\.578\.1\.12\.4\.1\.1\.(9602|9111|9151)|http:\/\/terminology\.hl7\.org\/CodeSystem\/[a-z0-9A-Z-]+|https:\/\/tverrfaglig-mote\.example\/fhir\/.+)$/;
  expect(systemsIn(bundle).filter((system) => !known.test(system))).toEqual([]);
});

test('every resource type of the documents is among those that the validator knows', () => {
  const types = new Set(
    Object.values(documents).flatMap((made) => resources(bundleOf(made)).map(({ resourceType }) => resourceType)),
  );
  expect([...types].filter((type) => !(EMITTED as readonly string[]).includes(type))).toEqual([]);
  expect(types.size + 1, 'EMITTED names no more than that').toBe(EMITTED.length);
});
