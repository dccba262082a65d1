import type { Bundle, CareTeam, Composition, Reference } from '@medplum/fhirtypes';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { addAuthorship, authorshipOf } from './authorship.ts';
import { addCarePlan } from './carePlan.ts';
import { addCareTeam } from './careTeam.ts';
import { compositionOf, documentUrl, finishedAt, securityOf, type Contents } from './composition.ts';
import { addConsents } from './consents.ts';
import { addDisagreementList, addDisagreements } from './disagreements.ts';
import { addEncounter } from './encounter.ts';
import { addFollowup } from './followup.ts';
import { addGoals } from './goals.ts';
import { addClarifications, addConditions, addFunction } from './impressions.ts';
import { known } from './known.ts';
import { addMedications } from './medications.ts';
import { addPeople, type People } from './people.ts';
import { addFreezing } from './provenance.ts';
import { addServices } from './services.ts';
import { openSheet, type Sheet } from './sheet.ts';
import { addSignatures } from './signatures.ts';
import { SYSTEMS } from './systems.ts';
import { addZones } from './zones.ts';

/**
 * The agreed version as a FHIR R4 document: a Composition that has all of it in words, and the resources that it refers
 * to. Every address is a `urn:uuid:`, the same from export to export; every reference stays inside the Bundle.
 */
export function bundleOf(version: AgreedVersion): Bundle {
  const sheet = openSheet(version);
  const compositionUrl = sheet.identity.named('Composition', `version ${version.version}`);
  const people = addPeople(sheet);
  const contents = addContents(sheet, people, { reference: compositionUrl });
  const composition = compositionOf(sheet, people, contents);
  return known<Bundle>({
    resourceType: 'Bundle',
    meta: securityOf(sheet),
    identifier: { system: SYSTEMS.uri, value: documentUrl(sheet) },
    type: 'document',
    timestamp: new Date(finishedAt(version)).toISOString(),
    entry: [{ fullUrl: compositionUrl, resource: composition }, ...sheet.entries],
  });
}

/** The document as it is sent: `application/fhir+json`. */
export function fhirOf(version: AgreedVersion): string {
  return `${JSON.stringify(bundleOf(version), null, 2)}\n`;
}

function addContents(sheet: Sheet, people: People, composition: Reference<Composition>): Contents {
  const custodian = hospitalOf(sheet.version, people);
  const careTeam = addCareTeam(sheet, people);
  const encounter = addEncounter(sheet, people, custodian);
  const { parts, plan, tasks } = addParts(sheet, people, careTeam);
  const freezing = addFreezing(sheet, people, composition);
  const signed = addSignatures(sheet, people, { composition, tasks });
  const disagreements = addDisagreementList(sheet, people, { topics: tasks.disagreements, signed });
  const listed = disagreements ? [disagreements] : [];
  const all = { ...parts, departure: [encounter], disagreements: [...listed, ...tasks.disagreements.all] };
  const authorship = authorshipOf(sheet, people);
  return {
    parts: all,
    meeting: [careTeam, plan],
    agreement: [
      freezing,
      ...signed.map(({ provenance }) => provenance),
      // An objection also stands where nothing is written under disagreement.
      ...listed,
    ],
    consents: addConsents(sheet, people),
    authorship,
    authors: addAuthorship(sheet, authorship, { composition, parts: all }),
    encounter,
    custodian,
  };
}

/** The resources of the parts of the plan, the plan that ties them together, and those that somebody can take on. */
function addParts(sheet: Sheet, people: People, careTeam: Reference<CareTeam>) {
  const conditions = addConditions(sheet, people);
  const goals = addGoals(sheet, people);
  const services = addServices(sheet, people);
  const followup = addFollowup(sheet, people);
  const ties = { careTeam, conditions, goals, services: services.all, followup: followup.all };
  const plan = addCarePlan(sheet, people, ties);
  const parts: Contents['parts'] = {
    goals: [...goals.all, ...goals.scores],
    situation: conditions,
    clarifications: addClarifications(sheet, people),
    'function.before': addFunction(sheet, people, 'function.before'),
    'function.now': addFunction(sheet, people, 'function.now'),
    'function.expected': addFunction(sheet, people, 'function.expected'),
    medications: addMedications(sheet, people),
    treatment: [plan],
    warnings: addZones(sheet, people, plan),
    coordination: [careTeam],
    followup: followup.all,
    services: services.all,
  };
  return { parts, plan, tasks: { services, followup, disagreements: addDisagreements(sheet, people) } };
}

/** The hospital that keeps the document: the leader's where the leader is from one, else the first in the meeting. */
function hospitalOf(version: AgreedVersion, { all, of }: People) {
  const leader = of(version.facilitator);
  const hospital =
    leader?.role === 'hospital' ? leader : all.find(({ role, organisation }) => role === 'hospital' && organisation);
  return hospital?.organisation ?? null;
}
