import type { Fields } from '#shared/plan/fields.ts';
import { isAnswered, type Values } from '#shared/plan/plan.ts';
import type { Role } from '#shared/roles.ts';

/** Whose view stands in which field, the patient's first. */
const PARTIES = {
  patientView: 'patient',
  kinView: 'kin',
  hospitalView: 'hospital',
  municipalityView: 'municipality',
  gpView: 'gp',
} as const satisfies Record<string, Role>;

/** The views that a row has room for. */
export function viewsIn(fields: Fields): { name: keyof typeof PARTIES; role: Role }[] {
  const parties = Object.entries(PARTIES) as [keyof typeof PARTIES, Role][];
  return parties.filter(([name]) => fields[name]).map(([name, role]) => ({ name, role }));
}

/** The fields of a row that are nobody's view. */
export const VIEWS = Object.keys(PARTIES);

/** It is open, and nobody is named who settles it. */
export function lacksOwner(row: Values): boolean {
  return row['status'] !== 'settled' && isAnswered(row['topic']) && !isAnswered(row['owner']);
}
