import type { Bundle } from '@medplum/fhirtypes';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { addCarePlan, addZones } from './carePlan.ts';
import { addCareTeam } from './careTeam.ts';
import { compositionOf, documentUrl, securityOf, type Contents } from './composition.ts';
import { addEncounter } from './encounter.ts';
import { addFollowup } from './followup.ts';
import { addGoals } from './goals.ts';
import { addClarifications, addConditions, addFunction } from './impressions.ts';
import { known } from './known.ts';
import { addMedications } from './medications.ts';
import { addPeople, type People } from './people.ts';
import { addProvenance } from './provenance.ts';
import { addServices } from './services.ts';
import { openSheet, type Sheet } from './sheet.ts';
import { SYSTEMS } from './systems.ts';

/**
 * The agreed version as a FHIR R4 document: a Composition that has all of it in words, and the resources that it refers
 * to. Every address is a `urn:uuid:`, the same from export to export; every reference stays inside the Bundle.
 */
export function bundleOf(version: AgreedVersion): Bundle {
  const sheet = openSheet(version);
  const compositionUrl = sheet.identity.named('Composition', `version ${version.version}`);
  const people = addPeople(sheet);
  const contents = addContents(sheet, people, compositionUrl);
  const composition = compositionOf(sheet, people, contents);
  return known<Bundle>({
    resourceType: 'Bundle',
    meta: securityOf(sheet),
    identifier: { system: SYSTEMS.uri, value: documentUrl(sheet) },
    type: 'document',
    timestamp: new Date(version.agreedAt).toISOString(),
    entry: [{ fullUrl: compositionUrl, resource: composition }, ...sheet.entries],
  });
}

/** The document as it is sent: `application/fhir+json`. */
export function fhirOf(version: AgreedVersion): string {
  return `${JSON.stringify(bundleOf(version), null, 2)}\n`;
}

function addContents(sheet: Sheet, people: People, compositionUrl: string): Contents {
  const { version } = sheet;
  const custodian = hospitalOf(version, people);
  const careTeam = addCareTeam(sheet, people);
  const encounter = addEncounter(sheet, people, custodian);
  const conditions = addConditions(sheet, people);
  const goals = addGoals(sheet, people);
  const services = addServices(sheet, people);
  const followup = addFollowup(sheet, people);
  const plan = addCarePlan(sheet, people, { careTeam, conditions, goals, services, followup });
  return {
    parts: {
      goals: [...goals.byRow.values(), ...goals.scores],
      situation: conditions,
      clarifications: addClarifications(sheet, people),
      'function.before': addFunction(sheet, people, 'function.before'),
      'function.now': addFunction(sheet, people, 'function.now'),
      'function.expected': addFunction(sheet, people, 'function.expected'),
      medications: addMedications(sheet, people),
      treatment: [plan],
      warnings: addZones(sheet, people, plan),
      coordination: [careTeam],
      followup,
      services,
      departure: [encounter],
    },
    meeting: [careTeam, plan],
    agreement: [addProvenance(sheet, people, { reference: compositionUrl })],
    encounter,
    custodian,
  };
}

/** The hospital that keeps the document: the leader's where the leader is from one, else the first in the meeting. */
function hospitalOf(version: AgreedVersion, { all, of }: People) {
  const leader = of(version.facilitator);
  const hospital =
    leader?.role === 'hospital' ? leader : all.find(({ role, organisation }) => role === 'hospital' && organisation);
  return hospital?.organisation ?? null;
}
