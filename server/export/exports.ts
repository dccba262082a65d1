import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { ExportFormat } from '#shared/api.ts';
import { clockAt } from '#shared/day.ts';
import type { Language } from '#shared/words/language.ts';
import { fhirOf } from './fhir/bundle.ts';
import type { JournalChoice } from '#shared/journal.ts';
import { journalTextOf } from './journalText.ts';
import { jsonOf } from './json.ts';
import { patientPdf } from './pdf/patient.ts';
import type { Press } from './pdf/press.ts';
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
  write: (version: AgreedVersion, language: Language, press: Press) => Promise<Uint8Array> | string;
}

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  fhir: { contentType: 'application/fhir+json', name: 'plan', ending: 'fhir.json', write: fhirOf },
  pdf: {
    contentType: 'application/pdf',
    name: 'plan',
    ending: 'pdf',
    write: (version, _, press) => staffPdf(version, press),
  },
  text: { contentType: 'text/plain; charset=utf-8', name: 'plan', ending: 'txt', write: textOf },
  json: { contentType: 'application/json', name: 'plan', ending: 'json', write: jsonOf },
  patient: {
    ...{ contentType: 'application/pdf', name: 'planen-min', ending: 'pdf' },
    write: (version, language, press) => patientPdf(version, press, language),
  },
};

/**
 * The agreed version as a file of `format`, made from the frozen content alone: the same each time it is asked for.
 *
 * @throws ZodError when the version does not fit its own schema (`json`); AppError `unavailable` when no PDF can be set.
 */
export async function exportVersion(
  version: AgreedVersion,
  format: ExportFormat,
  press: Press,
  language: Language = 'nb',
): Promise<ExportedFile> {
  const { contentType, name, ending, write } = WRITERS[format];
  const filename = `${name}-${dated(version)}.${ending}`;
  return { body: await write(version, language, press), contentType, filename };
}

/** What a receiver needs of it, as text, in a file that names nobody. */
export function exportJournal(version: AgreedVersion, choice: JournalChoice): ExportedFile {
  const { contentType, name, ending } = WRITERS.text;
  const filename = `${name}-${dated(version)}-${choice.receiver}.${ending}`;
  return { body: journalTextOf(version, choice), contentType, filename };
}

const dated = ({ agreedAt, version }: AgreedVersion): string => `${clockAt(agreedAt).date}-versjon-${version}`;
