import type { Bundle, CarePlan, Extension } from '@medplum/fhirtypes';
import { compositionIn, emptiesIn, membersIn, readNarrative, referencesIn, resourcesOf, systemsIn } from './document.ts';

/** The last number of each letter in Volven 9602, the list of document types that the Norwegian base profiles bind. */
const DOCUMENT_TYPES = { A: 13, B: 3, C: 7, D: 13, E: 1, F: 10, I: 2, J: 2, S: 3 };
const TYPE_SYSTEM = 'urn:oid:2.16.578.1.12.4.1.1.9602';

const KNOWN_SYSTEM =
  /^(urn:ietf:rfc:3986|http:\/\/loinc\.org|phone|urn:oid:2\.16\.578\.1\.12\.4\.1\.1\.(9602|9111|9151)|http:\/\/terminology\.hl7\.org\/CodeSystem\/[a-z0-9A-Z-]+|http:\/\/hl7\.no\/fhir\/ig\/planer-hacking\/CodeSystem\/planer-hacking-observation-severity-zone-cs|https:\/\/tverrfaglig-mote\.example\/fhir\/.+)$/;

/** Of the Norwegian base profiles, those that `norwegian.ts` has nothing against. */
const TRIED = ['Composition', 'Organization', 'Patient', 'Practitioner', 'PractitionerRole', 'RelatedPerson'];

const HARMLESS = ['div', 'p', 'ul', 'li', 'br'];
const ADDRESS = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TARGET_ELEMENT = 'http://hl7.org/fhir/StructureDefinition/targetElement';

const addressesIn = (bundle: Bundle): string[] => (bundle.entry ?? []).map(({ fullUrl }) => fullUrl ?? '');

/** What the validator does not look at. Each check says what is wrong, one line for each thing; none when it is right. */
export const CHECKS = {
  'every reference leads to a resource of the document': (bundle: Bundle) => {
    const addresses = new Set(addressesIn(bundle));
    return referencesIn(bundle).filter((reference) => !addresses.has(reference));
  },

  'every address is a UUID, of one resource alone, and of no version of it': (bundle: Bundle) => {
    const addresses = addressesIn(bundle);
    return addresses.filter((address, at) => !ADDRESS.test(address) || addresses.indexOf(address) !== at);
  },

  'every resource is reached from the Composition': (bundle: Bundle) => {
    const [first] = addressesIn(bundle);
    const found = new Set([first ?? '']);
    for (let before = 0; before < found.size;) {
      before = found.size;
      for (const { fullUrl = '', resource } of bundle.entry ?? [])
        if (found.has(fullUrl)) referencesIn(resource).forEach((reference) => found.add(reference));
    }
    return addressesIn(bundle).filter((address) => !found.has(address));
  },

  'every narrative is well-formed XHTML of harmless elements': (bundle: Bundle) =>
    membersIn(bundle, 'div').flatMap((div) => {
      try {
        const { elements } = readNarrative(String(div));
        return elements.filter((element) => !HARMLESS.includes(element));
      } catch (error) {
        return [String(error)];
      }
    }),

  'no entry is sent, answered or found: it is in the document': (bundle: Bundle) =>
    (bundle.entry ?? []).flatMap((entry) =>
      Object.keys(entry).filter((member) => !['fullUrl', 'resource'].includes(member)),
    ),

  'nothing is there without saying anything': (bundle: Bundle) => emptiesIn(bundle),

  'its type is one of the Norwegian list of document types': (bundle: Bundle) => {
    const codes = (compositionIn(bundle).type.coding ?? []).filter(({ system }) => system === TYPE_SYSTEM);
    const [, letter, number] = /^([A-Z])(\d\d)-[12]$/.exec(codes[0]?.code ?? '') ?? [];
    const last = Object.entries(DOCUMENT_TYPES).find(([key]) => key === letter)?.[1] ?? -1;
    return codes.length === 1 && Number(number) <= last ? [] : [JSON.stringify(codes)];
  },

  'every system of a code or an identifier is one that we know': (bundle: Bundle) =>
    systemsIn(bundle).filter((system) => !KNOWN_SYSTEM.test(system)),

  'only base profiles that were tried are claimed': (bundle: Bundle) =>
    membersIn(bundle, 'profile')
      .flat()
      .map((url) => String(url).replace('http://hl7.no/fhir/StructureDefinition/no-basis-', ''))
      .filter((type) => !TRIED.includes(type)),

  'the document is not older than what stands in it': (bundle: Bundle) => {
    const date = compositionIn(bundle).date ?? '';
    return Date.parse(bundle.timestamp ?? '') >= Date.parse(date) ? [] : [`${bundle.timestamp ?? ''} < ${date}`];
  },

  'every section has a code and a narrative, and one that is empty refers to nothing': (bundle: Bundle) =>
    (compositionIn(bundle).section ?? [])
      .filter(({ code, text, emptyReason, entry }) => !code?.coding?.length || !text || (emptyReason && entry))
      .map(({ title }) => title ?? 'untitled'),

  'who points into the Composition points at one of its sections': (bundle: Bundle) => {
    const sections = (compositionIn(bundle).section ?? []).map(({ id }) => id);
    return membersIn(bundle, 'extension')
      .flatMap((extensions) => extensions as Extension[])
      .filter(({ url, valueUri }) => url !== TARGET_ELEMENT || !sections.includes(valueUri))
      .map(({ url, valueUri }) => `${url ?? ''} ${valueUri ?? ''}`);
  },

  'each zone is drawn as the draft for plans draws it': (bundle: Bundle) =>
    resourcesOf(bundle, 'CarePlan')
      .filter(({ partOf }) => partOf)
      .filter((zone) => !isDrawn(zone, bundle))
      .map(({ title }) => title ?? 'untitled'),
} as const satisfies Record<string, (bundle: Bundle) => string[]>;

export type Check = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as Check[];

/** One parent, an intent, one sign, and one activity that says in words what to do. */
function isDrawn({ partOf, status, intent, addresses, activity }: CarePlan, bundle: Bundle): boolean {
  const [one] = activity ?? [];
  const isPlan = status === 'active' && intent === 'plan';
  const isAlone = partOf?.length === 1 && addresses?.length === 1 && activity?.length === 1;
  const parent = resourcesOf(bundle, 'CarePlan').find(({ fullUrl }) => fullUrl === partOf?.[0]?.reference);
  const sign = resourcesOf(bundle, 'Condition').find(({ fullUrl }) => fullUrl === addresses?.[0]?.reference);
  return isPlan && isAlone && !!one?.detail?.description && !!parent && !parent.partOf && !!sign?.code?.text && !!sign.clinicalStatus;
}
