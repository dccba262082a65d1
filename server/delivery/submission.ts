import { createHash } from 'node:crypto';
import type { Bundle, BundleEntry, Composition, DocumentReference, List, Patient } from '@medplum/fhirtypes';

/** A FHIR document as we make it. */
export type FhirDocument = Bundle & { identifier: { value: string }; timestamp: string };

const MHD = 'https://profiles.ihe.net/ITI/MHD';
const URI = 'urn:ietf:rfc:3986';

/** What is submitted, for whom, and under which names. */
export interface Submitted {
  /** The submission's own, a UUID: the same each time this document is sent to this receiver. */
  name: string;
  /** The FHIR document, byte for byte as anyone can download it. */
  document: string;
  /** Whose submission it is, as an OID (`urn:oid:…`). */
  source: string;
  /** What people call the receiver. */
  receiver: string;
  /** Whether the receiver has the version before this one, which this one then replaces. */
  replaces: boolean;
}

/**
 * Provide Document Bundle (IHE MHD 4.2, ITI-65) with minimal metadata: a SubmissionSet, a DocumentReference and the
 * document, as a Binary so that hash and size are those of its very bytes.
 */
export function submissionOf(submitted: Submitted): Bundle {
  const { name, document } = submitted;
  const bundle = JSON.parse(document) as FhirDocument;
  const urls = { set: urnOf(name, 'List'), reference: urnOf(name, 'DocumentReference') };
  const binary = urnOf(name, 'Binary');
  const set = submissionSet(submitted, bundle, urls.reference);
  const reference = documentReference(submitted, bundle, { own: urls.reference, binary });
  const data = Buffer.from(document).toString('base64');
  return {
    resourceType: 'Bundle',
    meta: profiled('Minimal.ProvideBundle', bundle),
    type: 'transaction',
    timestamp: bundle.timestamp,
    entry: [
      created(urls.set, set, set.identifier?.[0]?.value),
      created(urls.reference, reference, reference.masterIdentifier?.value),
      created(binary, { resourceType: 'Binary', contentType: 'application/fhir+json', data }),
    ],
  };
}

function submissionSet({ name, source, receiver }: Submitted, bundle: FhirDocument, reference: string): List {
  return {
    resourceType: 'List',
    meta: profiled('Minimal.SubmissionSet', bundle),
    contained: [{ resourceType: 'Organization', id: 'receiver', name: receiver }],
    extension: [
      { url: `${MHD}/StructureDefinition/ihe-sourceId`, valueIdentifier: { value: source } },
      { url: `${MHD}/StructureDefinition/ihe-intendedRecipient`, valueReference: { reference: '#receiver' } },
    ],
    identifier: [
      { use: 'usual', system: URI, value: oidOf(name) },
      { use: 'official', system: URI, value: `urn:uuid:${name}` },
    ],
    status: 'current',
    mode: 'working',
    title: compositionIn(bundle).title,
    code: { coding: [{ system: `${MHD}/CodeSystem/MHDlistTypes`, code: 'submissionset' }] },
    // Of the document, not of the try: each try says the same.
    date: bundle.timestamp,
    entry: [{ item: { reference } }],
  };
}

function documentReference(
  { document, replaces }: Submitted,
  bundle: FhirDocument,
  { own, binary }: { own: string; binary: string },
): DocumentReference {
  const { type, date, title, author, language = 'nb', confidentiality, relatesTo } = compositionIn(bundle);
  const bytes = Buffer.from(document);
  const before = replaces ? relatesTo?.find(({ code }) => code === 'replaces')?.targetIdentifier : undefined;
  const names = author.flatMap(({ display }) => (display ? [{ display }] : []));
  return {
    resourceType: 'DocumentReference',
    meta: profiled('Minimal.DocumentReference', bundle),
    // The receiver knows the patient by an identifier that we do not have: this is what we know of them.
    contained: [{ ...patientIn(bundle), id: 'patient' }],
    masterIdentifier: { system: URI, value: bundle.identifier.value },
    identifier: [{ use: 'official', system: URI, value: own }],
    status: 'current',
    type,
    date,
    ...(names.length ? { author: names } : {}),
    ...(before ? { relatesTo: [{ code: 'replaces', target: { type: 'DocumentReference', identifier: before } }] } : {}),
    securityLabel: [
      {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: confidentiality ?? 'N' }],
      },
    ],
    content: [
      {
        attachment: {
          ...{ contentType: 'application/fhir+json', language, url: binary, title, creation: bundle.timestamp },
          ...{ size: bytes.length, hash: createHash('sha1').update(bytes).digest('base64') },
        },
        format: {
          system: 'http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode',
          code: 'urn:ihe:iti:xds:2017:mimeTypeSufficient',
        },
      },
    ],
    context: { sourcePatientInfo: { reference: '#patient' } },
  };
}

/** An entry that is created; where it has an identifier, only if nothing with it is there. */
function created(fullUrl: string, resource: NonNullable<BundleEntry['resource']>, identifier?: string): BundleEntry {
  const ifNoneExist = identifier === undefined ? {} : { ifNoneExist: `identifier=${URI}|${identifier}` };
  return { fullUrl, resource, request: { method: 'POST', url: resource.resourceType, ...ifNoneExist } };
}

/** With the marks of the document: whether it is about invented people. */
function profiled(name: string, { meta }: Bundle) {
  return {
    profile: [`${MHD}/StructureDefinition/IHE.MHD.${name}`],
    ...(meta?.security ? { security: meta.security } : {}),
  };
}

function compositionIn({ entry }: Bundle): Composition {
  return entry?.[0]?.resource as Composition;
}

function patientIn({ entry }: Bundle): Patient {
  const found = entry?.find(({ resource }) => resource?.resourceType === 'Patient')?.resource as Patient;
  const { name, birthDate } = found;
  return { resourceType: 'Patient', ...(name ? { name } : {}), ...(birthDate ? { birthDate } : {}) };
}

/** A UUID under 2.25, where each is an OID (ITU-T X.667): what XDS takes for a unique id. */
export function oidOf(uuid: string): string {
  return `urn:oid:2.25.${BigInt(`0x${uuid.replaceAll('-', '')}`)}`;
}

/** A UUID of ours made of words: the same words, the same UUID (version 8 of RFC 9562). */
export function uuidOf(...words: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const urnOf = (name: string, kind: string) => `urn:uuid:${uuidOf('submission', name, kind)}`;
