import { readFileSync } from 'node:fs';
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import type { OperationOutcomeIssue, Resource, StructureDefinition } from '@medplum/fhirtypes';

const DEFINITIONS = new URL('./r4-definitions.json', import.meta.url);

/** The R4 definitions that the validator judges by: `trim.ts` has made them. */
export const definitions = JSON.parse(readFileSync(DEFINITIONS, 'utf8')) as StructureDefinition[];
indexStructureDefinitionBundle(definitions);

/** What the validator has against the resource, one line for each thing; none when it is right. */
export function faultsOf(resource: unknown): string[] {
  return issuesOf(resource as Resource)
    .filter((issue) => !isAboutUrn(issue))
    .map(({ severity, details, expression }) => `${severity}: ${details?.text ?? ''} (${expression?.join(', ') ?? ''})`);
}

function issuesOf(resource: Resource): OperationOutcomeIssue[] {
  try {
    return validateResource(resource);
  } catch (error) {
    if (error instanceof OperationOutcomeError && error.outcome.issue) return error.outcome.issue;
    throw error;
  }
}

/** The validator takes `urn:uuid:…` for the name of a resource type; where our references lead has a test of its own. */
const isAboutUrn = ({ severity, details }: OperationOutcomeIssue) =>
  severity === 'warning' && details?.text?.startsWith('Invalid reference: got "urn:uuid:');
