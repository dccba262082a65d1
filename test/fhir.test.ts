import type { Bundle } from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import { bundleOf } from '#server/export/fhir/bundle.ts';
import { JOURNAL_ORDER, sections } from '#shared/plan/sections.ts';
import { plain } from '#server/export/plain.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { agreedVersion, emptyVersion, personId } from './support/agreedVersion.ts';
import { CASES } from './support/cases/index.ts';
import { CHECK_NAMES, CHECKS } from './support/fhir/checks.ts';
import { compositionIn, narrativeText, resourcesOf, sectionIn, systemsIn } from './support/fhir/document.ts';
import { EMITTED } from './support/fhir/emitted.ts';
import { faultsOf } from './support/fhir/validator.ts';
import { HOSTILE } from './support/hostile.ts';
import { filledPlan, unbroken, wordsIn } from './support/planWords.ts';

const version = agreedVersion();
const bundle = bundleOf(version);
const resources = (of: Bundle) => (of.entry ?? []).flatMap(({ resource }) => resource ?? []);

const addendum = {
  ...{
    version: 1,
    hash: version.hash,
    participant: personId('mona'),
    name: 'Mona Hansen',
    role: 'municipality' as const,
  },
  ...{ organisation: 'Larvik kommune', words: 'Alarmen virker.', at: version.agreedAt + 3_600_000 },
};

/** Each with something in every field, and in the names of everybody. */
const hostile = Object.entries(HOSTILE).map(([name, words]) => [
  `everything called ${name}`,
  agreedVersion(
    filledPlan((place) => `${place}: ${words}`),
    {
      participants: version.participants.map((one) => ({ ...one, name: `${one.name} ${words}`, organisation: words })),
      patient: { name: words, birthYear: 1944 },
      withoutPatient: words,
      addenda: [{ ...addendum, name: words, words }],
    },
  ),
]);

const documents: Record<string, AgreedVersion> = {
  'Åse’s plan': version,
  'a plan in which nothing stands': emptyVersion(),
  'a plan in which everything stands': agreedVersion(filledPlan((place) => `ord fra ${place}`)),
  'a second version, after the GP had left': agreedVersion(undefined, { version: 2, signatures: [], sendTo: ['gp'] }),
  'a meeting of nobody': agreedVersion(undefined, { participants: [], patient: { name: 'Kim', birthYear: null } }),
  'a version with addenda': agreedVersion(undefined, { addenda: [addendum, { ...addendum, at: addendum.at + 1 }] }),
  ...(Object.fromEntries(hostile) as Record<string, AgreedVersion>),
  ...Object.fromEntries(CASES.map((one) => [one.name, one.version])),
};

for (const [name, made] of Object.entries(documents)) {
  describe(name, () => {
    const document = bundleOf(made);

    test('is, with each resource in it, valid R4', () => {
      expect(faultsOf(document)).toEqual([]);
      for (const resource of resources(document)) expect(faultsOf(resource), resource.resourceType).toEqual([]);
    });

    test.each(CHECK_NAMES)('%s', (check) => {
      expect(CHECKS[check](document)).toEqual([]);
    });

    test('everything that is written in the plan, or was said of it, is in the narratives', () => {
      const read = unbroken(narrativeText(document));
      const { signatures, addenda, withoutPatient, participants, patient } = made;
      const said = [
        ...signatures.flatMap(({ reason, commitments }) => [reason, ...commitments.map(({ what }) => what)]),
      ];
      const names = [patient, ...participants, ...signatures, ...addenda].map((one) => one.name);
      const all = [...wordsIn(made.plan), ...said, ...addenda.map(({ words }) => words), withoutPatient, ...names];
      const written = all.map((words) => unbroken(plain(words ?? '')));
      expect(written.filter((words) => !read.includes(words))).toEqual([]);
    });
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

test('there is a section for each part that says anything, framed by the meeting and by what was agreed', () => {
  const filled = bundleOf(agreedVersion(filledPlan((place) => `ord fra ${place}`)));
  const titles = (compositionIn(filled).section ?? []).map(({ title }) => title);
  expect(titles.slice(1, -3)).toEqual(JOURNAL_ORDER.map((key) => sections[key].heading.nb));
  expect(titles.slice(-3)).toEqual(['Enighet', 'Hvem som får planen', 'Hvem som har skrevet']);
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

test('every resource type of the documents is among those that the validator knows', () => {
  const types = new Set(
    Object.values(documents).flatMap((made) => resources(bundleOf(made)).map(({ resourceType }) => resourceType)),
  );
  expect([...types].filter((type) => !(EMITTED as readonly string[]).includes(type))).toEqual([]);
  expect(types.size + 1, 'EMITTED names no more than that').toBe(EMITTED.length);
});
