import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bundleOf } from '#server/export/fhir/bundle.ts';
import { jsonOf } from '#server/export/json.ts';
import { journalTextOf } from '#server/export/journalText.ts';
import { patientPdf } from '#server/export/pdf/patient.ts';
import { staffPdf } from '#server/export/pdf/staff.ts';
import { textOf } from '#server/export/text.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { firstChoiceFor, journalChoice } from '#shared/journal.ts';
import { CASES } from './support/cases/index.ts';
import { homeText } from './support/homeText.ts';
import { pdfText } from './support/pdfText.ts';
import { press } from './support/press.ts';

/** Longer than anybody reads through: of these only the beginning is kept, and the fingerprint of the rest. */
const HUGE = ['overfull', 'long'];

/** Cases that have everything between them; of the others' FHIR, each resource is kept by its fingerprint. */
const WHOLE_IN_FHIR = ['frail', 'doubts', 'hostile'];

const FACES: Readonly<Record<string, (version: AgreedVersion, name: string) => string | Promise<string>>> = {
  'text.txt': textOf,
  'gp.txt': (version) => journalTextOf(version, journalChoice('gp', firstChoiceFor('gp'))),
  json: jsonOf,
  'fhir.json': (version, name) => (WHOLE_IN_FHIR.includes(name) ? fhir(version) : resources(version)),
  'home.txt': (version) => homeText(version),
  'staff.txt': async (version) => paged(await staffPdf(version, press)),
  'patient.txt': async (version) => paged(await patientPdf(version, press)),
};

const paged = (pdf: Uint8Array): string => `${pdfText(pdf).replaceAll('\n', '\n\n')}\n`;
const sha256 = (words: string): string => createHash('sha256').update(words).digest('hex');
const fhir = (version: AgreedVersion): string => `${JSON.stringify(bundleOf(version), null, 1)}\n`;

function resources(version: AgreedVersion): string {
  const { entry = [], ...bundle } = bundleOf(version);
  const lines = entry.map(({ resource }) => `${resource?.resourceType} ${sha256(JSON.stringify(resource))}`);
  return `${JSON.stringify(bundle, null, 1)}\n${lines.join('\n')}\n`;
}

function beginning(face: string): string {
  const lines = face.split('\n').slice(0, 30);
  return `${face.length} characters, SHA-256 ${sha256(face)}\n${lines.map((line) => line.slice(0, 200)).join('\n')}\n`;
}

describe.each(CASES.map(({ name, version }) => [name, version] as const))('%s', (name, version) => {
  test.each(Object.keys(FACES))('says what was approved as %s', async (face) => {
    const made = await FACES[face]!(version, name);
    const kept = HUGE.includes(name) ? beginning(made) : made;
    await expect(kept).toMatchFileSnapshot(`golden/${name}.${face}`);
  });
});
