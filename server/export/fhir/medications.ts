import type { MedicationStatement, Reference } from '@medplum/fhirtypes';
import { answersOf, labelled } from '../chapter.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import type { Sheet } from './sheet.ts';

type Row = Sheet['version']['plan']['medications'][number];

/** What stands in fields of the resource of its own; the rest is told in a note. */
const STRUCTURED = ['drug', 'dose'];

/** A MedicationStatement for each row that names a medicine. It says what is taken; it prescribes nothing. */
export function addMedications(sheet: Sheet, people: People): Reference<MedicationStatement>[] {
  return sheet.version.plan.medications
    .filter(({ drug }) => plain(drug) !== '')
    .map((row) => {
      const url = sheet.identity.ofRow('MedicationStatement', row.id);
      return sheet.place(url, statementOf(row, sheet, people), plain(row.drug));
    });
}

function statementOf(row: Row, { version, agreedOn }: Sheet, { patient }: People): MedicationStatement {
  const rest = answersOf('medications', row, version.plan).filter(({ key }) => !STRUCTURED.includes(key));
  const dose = plain(row.dose);
  const reason = plain(row.reason);
  return known<MedicationStatement>({
    resourceType: 'MedicationStatement',
    status: row.change === null ? 'unknown' : row.change === 'stopped' ? 'stopped' : 'active',
    statusReason: row.change === 'stopped' && reason !== '' ? [{ text: reason }] : [],
    medicationCodeableConcept: { text: plain(row.drug) },
    subject: patient,
    dateAsserted: agreedOn,
    dosage: dose === '' ? [] : [{ text: dose }],
    note: rest.map((answer) => ({ text: labelled(answer) })),
  });
}
