import { VOLVEN } from '#shared/plan/codes.ts';

/** Where our own codes and identifiers are at home. `.example` is reserved: the address promises no page. */
const OURS = 'https://tverrfaglig-mote.example/fhir';

/** Code systems that the document uses, Norwegian ones by their Volven number. */
export const SYSTEMS = {
  uri: 'urn:ietf:rfc:3986',
  loinc: 'http://loinc.org',
  documentType: `${VOLVEN}.9602`,
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  actReason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  conditionClinical: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  conditionVerification: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  consentAction: 'http://terminology.hl7.org/CodeSystem/consentaction',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  conditionCategory: 'http://terminology.hl7.org/CodeSystem/condition-category',
  contactRole: 'http://terminology.hl7.org/CodeSystem/v2-0131',
  emptyReason: 'http://terminology.hl7.org/CodeSystem/list-empty-reason',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  provenanceAgent: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  /** Parts of the plan, by their key in the registry, and what frames it: `meeting`, `agreement`, `addenda`, `consent`, `authors`. */
  section: `${OURS}/CodeSystem/section`,
  /** What somebody is in the meeting: a role, or `hospital-` and a profession. */
  position: `${OURS}/CodeSystem/position`,
  /** `psfs-activity`: the patient-specific functional scale, for which neither LOINC nor SNOMED CT has a code. */
  instrument: `${OURS}/CodeSystem/instrument`,
  /** How much a goal means to the patient: 1 is most important, 5 least. */
  goalRank: `${OURS}/CodeSystem/goal-rank`,
  /** `green`, `yellow`, `red`. */
  zone: `${OURS}/CodeSystem/zone`,
  /** The same in HL7 Norway's draft for plans. */
  planZone: 'http://hl7.no/fhir/ig/planer-hacking/CodeSystem/planer-hacking-observation-severity-zone-cs',
  /** `zone-sign`: a sign that something gets worse, which has not come. */
  conditionKind: `${OURS}/CodeSystem/condition-kind`,
  /** `disagreements`. */
  list: `${OURS}/CodeSystem/list`,
  /** `settle`: a disagreement is to be settled. */
  task: `${OURS}/CodeSystem/task`,
  /** `open`, `settled`. */
  disagreement: `${OURS}/CodeSystem/disagreement`,
  /** `may-write`: the party may write the part, and so may others. `carried`: it was put there beforehand. */
  penmanship: `${OURS}/CodeSystem/penmanship`,
  /** `agree`, `reserve`, `object`. */
  decision: `${OURS}/CodeSystem/decision`,
} as const;

/** Identifiers of ours. */
export const IDENTIFIERS = {
  /** The municipality's reference to its decision on a service. */
  serviceDecision: `${OURS}/identifier/service-decision`,
  /** SHA-256 of the plan's RFC 8785 form, which is what each participant agreed to. */
  planHash: `${OURS}/identifier/plan-sha256`,
  /** The same of one part, which the identifier's type says. */
  partHash: `${OURS}/identifier/part-sha256`,
} as const;

/** The `meta.profile` of a resource that keeps to the Norwegian base profile of its type. */
export const norwegian = (
  type: 'Composition' | 'Organization' | 'Patient' | 'Practitioner' | 'PractitionerRole' | 'RelatedPerson',
) => [`http://hl7.no/fhir/StructureDefinition/no-basis-${type}`];
