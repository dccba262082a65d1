import type { Bundle, CarePlan, Composition, Provenance } from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import { bundleOf } from '#server/export/fhir/bundle.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { CHECK_NAMES, CHECKS, type Check } from './support/fhir/checks.ts';
import { compositionIn } from './support/fhir/document.ts';

/** Our own checks must refuse what is wrong, or the tests that lean on them say nothing. */
const whole = bundleOf(agreedVersion());

/** The first resource of a kind that also does what `where` says. */
function one<R>(bundle: Bundle, type: string, where: (resource: R) => boolean = () => true): R {
  const found = bundle.entry?.find(
    ({ resource }) => resource?.resourceType === type && where(resource as unknown as R),
  )?.resource;
  if (!found) throw new Error(`There is no such ${type}.`);
  return found as unknown as R;
}

const entryAt = (bundle: Bundle, at: number) => bundle.entry?.at(at) ?? {};
const zoneIn = (bundle: Bundle) => one<CarePlan>(bundle, 'CarePlan', ({ partOf }) => partOf !== undefined);
const story = (composition: Composition) => composition.section?.find(({ id }) => id === 'story') ?? {};

/** What breaks each check, in as many ways as it can be broken. */
const BREAKS: Record<Check, ((bundle: Bundle) => void)[]> = {
  'every reference leads to a resource of the document': [
    (bundle) => bundle.entry?.pop(),
    (bundle) => (compositionIn(bundle).subject = { reference: 'Patient/1' }),
  ],
  'every address is a UUID, of one resource alone, and of no version of it': [
    (bundle) => (entryAt(bundle, -1).fullUrl = entryAt(bundle, 1).fullUrl ?? ''),
    (bundle) => (entryAt(bundle, -1).fullUrl += '/_history/2'),
    (bundle) => delete entryAt(bundle, -1).fullUrl,
    (bundle) => (entryAt(bundle, -1).fullUrl = entryAt(bundle, -1).fullUrl?.toUpperCase() ?? ''),
  ],
  'every resource is reached from the Composition': [
    (bundle) =>
      bundle.entry?.push({
        fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000000',
        resource: { resourceType: 'Organization', name: 'Ingen' },
      }),
  ],
  'every narrative is well-formed XHTML of harmless elements': [
    (bundle) => replaceStory(bundle, '<div xmlns="http://www.w3.org/1999/xhtml"><p>Åse</div>'),
    (bundle) => replaceStory(bundle, '<div xmlns="http://www.w3.org/1999/xhtml"><script>1</script></div>'),
    (bundle) => replaceStory(bundle, '<div><p>Åse</p></div>'),
    (bundle) => replaceStory(bundle, '<div xmlns="http://www.w3.org/1999/xhtml"><p>\u0000</p></div>'),
    (bundle) =>
      (one<Provenance>(bundle, 'Provenance', ({ text }) => !!text).text = { status: 'generated', div: '<p>' }),
  ],
  'no entry is sent, answered or found: it is in the document': [
    (bundle) => (entryAt(bundle, 2).request = { method: 'POST', url: 'Patient' }),
    (bundle) => (entryAt(bundle, 2).response = { status: '201' }),
    (bundle) => (entryAt(bundle, 2).search = { mode: 'match' }),
  ],
  'nothing is there without saying anything': [
    (bundle) => (compositionIn(bundle).title = ''),
    (bundle) => (compositionIn(bundle).author = []),
  ],
  'its type is one of the Norwegian list of document types': [
    (bundle) => (compositionIn(bundle).type.coding = [{ system: 'http://loinc.org', code: '18776-5' }]),
    (bundle) => (compositionIn(bundle).type.coding = [{ system: 'urn:oid:2.16.578.1.12.4.1.1.9602', code: 'B04-2' }]),
    (bundle) => compositionIn(bundle).type.coding?.push(...(compositionIn(bundle).type.coding ?? [])),
  ],
  'every system of a code or an identifier is one that we know': [
    (bundle) => (compositionIn(bundle).type.coding = [{ system: 'http://snomed.info/sct', code: '1' }]),
    (bundle) => (bundle.identifier = { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '1' }),
  ],
  'only base profiles that were tried are claimed': [
    (bundle) => (bundle.meta = { profile: ['http://hl7.no/fhir/StructureDefinition/no-basis-MedicationStatement'] }),
    (bundle) => (zoneIn(bundle).meta = { profile: ['http://hl7.no/fhir/ig/planer-hacking/x'] }),
  ],
  'the document is not older than what stands in it': [
    (bundle) => (bundle.timestamp = '2026-11-25T12:00:00.000Z'),
    (bundle) => delete bundle.timestamp,
  ],
  'every section has a code and a narrative, and one that is empty refers to nothing': [
    (bundle) => delete story(compositionIn(bundle)).text,
    (bundle) => (story(compositionIn(bundle)).code = { text: 'Hva er viktig' }),
    (bundle) =>
      Object.assign(story(compositionIn(bundle)), { emptyReason: { text: 'tomt' }, entry: [{ reference: 'x' }] }),
  ],
  'who points into the Composition points at one of its sections': [
    (bundle) => (story(compositionIn(bundle)).id = 'other'),
    (bundle) => (one<CarePlan>(bundle, 'CarePlan').extension = [{ url: 'https://x.example', valueUri: 'story' }]),
  ],
  'each zone is drawn as the draft for plans draws it': [
    (bundle) => delete zoneIn(bundle).addresses,
    (bundle) => zoneIn(bundle).addresses?.push(...(zoneIn(bundle).addresses ?? [])),
    (bundle) => zoneIn(bundle).activity?.push({ detail: { status: 'unknown', description: 'Ring 113' } }),
    (bundle) => (zoneIn(bundle).activity = [{ detail: { status: 'unknown' } }]),
    (bundle) => (zoneIn(bundle).intent = 'proposal'),
    (bundle) => (zoneIn(bundle).partOf = [{ reference: zoneIn(bundle).addresses?.[0]?.reference ?? '' }]),
    (bundle) => (zoneIn(bundle).addresses = [{ reference: entryAt(bundle, 1).fullUrl ?? '' }]),
  ],
};

function replaceStory(bundle: Bundle, div: string): void {
  story(compositionIn(bundle)).text = { status: 'generated', div };
}

describe.each(CHECK_NAMES)('%s', (name) => {
  test('is so of the document as we write it', () => {
    expect(CHECKS[name](whole)).toEqual([]);
  });

  test('is seen when it is not so', () => {
    expect(BREAKS[name].length).toBeGreaterThan(0);
    for (const [way, breaks] of BREAKS[name].entries()) {
      const broken = structuredClone(whole);
      breaks(broken);
      expect(broken, `way ${way} changes nothing`).not.toEqual(whole);
      expect(CHECKS[name](broken).length, `way ${way}`).toBeGreaterThan(0);
    }
  });
});
