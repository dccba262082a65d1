import type { MedicationStatement, Reference } from '@medplum/fhirtypes';
import { answersOf, labelled } from '../chapter.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import { placeRows } from './placed.ts';
import type { Sheet } from './sheet.ts';

type Row = Sheet['version']['plan']['medications'][number];

/** What stands in fields of the resource of its own; the rest is told in a note. */
const STRUCTURED = ['drug', 'dose'];

/** A MedicationStatement for each row that names a medicine. It says what is taken; it prescribes nothing. */
export function addMedications(sheet: Sheet, people: People): Reference<MedicationStatement>[] {
  return placeRows(sheet, sheet.version.plan.medications, (row) => {
    const display = plain(row.drug);
    return display === '' ? null : { resource: statementOf(row, sheet, people), display };
  }).all;
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
