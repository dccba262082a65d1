import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { ExportFormat } from '#shared/api.ts';
import { clockAt } from '#shared/day.ts';
import type { Language } from '#shared/words/language.ts';
import { fhirOf } from './fhir/bundle.ts';
import { jsonOf } from './json.ts';
import { patientPdf } from './pdf/patient.ts';
import { staffPdf } from './pdf/staff.ts';
import { textOf } from './text.ts';

/** A file that leaves the house. */
export interface ExportedFile {
  body: Uint8Array | string;
  contentType: string;
  filename: string;
}

interface Writer {
  contentType: string;
  /** What stands before the date and the version in the file's name: never a person's name. */
  name: string;
  ending: string;
  /** `language`: of the headings, where a format has them in several. */
  write: (version: AgreedVersion, language: Language) => Uint8Array | string;
}

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  fhir: { contentType: 'application/fhir+json', name: 'plan', ending: 'fhir.json', write: fhirOf },
  pdf: { contentType: 'application/pdf', name: 'plan', ending: 'pdf', write: staffPdf },
  text: { contentType: 'text/plain; charset=utf-8', name: 'plan', ending: 'txt', write: textOf },
  json: { contentType: 'application/json', name: 'plan', ending: 'json', write: jsonOf },
  patient: { contentType: 'application/pdf', name: 'planen-min', ending: 'pdf', write: patientPdf },
};

/**
 * The agreed version as a file of `format`, made from the frozen content alone: the same each time it is asked for.
 *
 * @throws ZodError when the version does not fit its own schema (`json`).
 */
export async function exportVersion(
  version: AgreedVersion,
  format: ExportFormat,
  language: Language = 'nb',
): Promise<ExportedFile> {
  const { contentType, name, ending, write } = WRITERS[format];
  const filename = `${name}-${clockAt(version.agreedAt).date}-versjon-${version.version}.${ending}`;
  return { body: write(version, language), contentType, filename };
}
