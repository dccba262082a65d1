/**
 * Judges our documents by the Norwegian base profiles that they claim, while developing: they have no licence that lets
 * us keep them here, so no test can. Prints what they have against Åse's plan and a plan in which everything stands:
 *
 *     node test/support/fhir/norwegian.ts <folder of the unpacked package hl7.fhir.no.basis 2.2.0, snapshots>
 */
import { readdirSync, readFileSync } from 'node:fs';
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import type { OperationOutcomeIssue, Resource, StructureDefinition } from '@medplum/fhirtypes';
import { bundleOf } from '#server/export/fhir/bundle.ts';
import { agreedVersion } from '../agreedVersion.ts';
import { filledPlan } from '../planWords.ts';
import { definitions } from './validator.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say which folder the profiles are in.');
const profiles = readdirSync(folder)
  .filter((name) => /structuredefinition/i.test(name))
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as StructureDefinition);
indexStructureDefinitionBundle([...definitions, ...profiles]);

function issuesOf(resource: Resource, profile: StructureDefinition): OperationOutcomeIssue[] {
  try {
    return validateResource(resource, { profile });
  } catch (error) {
    if (error instanceof OperationOutcomeError && error.outcome.issue) return error.outcome.issue;
    throw error;
  }
}

const versions = [agreedVersion(), agreedVersion(filledPlan((place) => `ord fra ${place}`))];
const resources = versions.flatMap((version) => (bundleOf(version).entry ?? []).flatMap(({ resource }) => resource ?? []));
const found = resources.flatMap((resource) =>
  profiles
    .filter(({ url }) => resource.meta?.profile?.includes(url))
    .flatMap((profile) => {
      const issues = issuesOf(resource, profile).filter(({ details }) => !details?.text?.includes('"urn:uuid:'));
      return [{ profile: profile.url, faults: issues.map(({ details, expression }) => [details?.text, ...(expression ?? [])].join(' ')) }];
    }),
);
const claimed = new Set(resources.flatMap(({ meta }) => meta?.profile ?? []));
process.stdout.write(`claimed: ${[...claimed].join(', ')}\njudged: ${found.length} resources\n`);
for (const { profile, faults } of found.filter((one) => one.faults.length))
  process.stdout.write(`${profile}: ${faults.join('; ')}\n`);
