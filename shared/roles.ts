import * as z from 'zod/mini';

/** Who takes part in a meeting. The interpreter sees and hears, and writes nothing. */
export const Role = z.enum(['hospital', 'municipality', 'gp', 'patient', 'kin', 'interpreter']);
export type Role = z.infer<typeof Role>;
export const ROLES = Role.options;

/** What somebody from the hospital is; some parts of the plan are the doctor's alone. */
export const Profession = z.enum(['doctor', 'nurse', 'therapist', 'coordinator']);
export type Profession = z.infer<typeof Profession>;

/** Roles that work with the patient, and may create and lead meetings. */
export const STAFF = ['hospital', 'municipality', 'gp'] as const satisfies readonly Role[];

/** Everyone who may write anything at all, the patient first. */
export const ALL_BUT_INTERPRETER = ['patient', 'kin', ...STAFF] as const satisfies readonly Role[];

/** An entry in a list of writers: a whole role, or one profession of the hospital. */
export type Writer = Role | `hospital:${Profession}`;

/** As much of a person as rights depend on. */
export interface Who {
  role: Role;
  profession?: Profession | null | undefined;
}

export function isStaff(role: Role): boolean {
  return (STAFF as readonly Role[]).includes(role);
}

/** Whether `who` is meant by any of `writers`. An empty list means nobody. */
export function isAmong(who: Who, writers: readonly Writer[]): boolean {
  return (
    writers.includes(who.role) ||
    (who.role === 'hospital' && !!who.profession && writers.includes(`hospital:${who.profession}`))
  );
}

/** The roles that some writer of the list belongs to, each once. */
export function rolesOf(writers: readonly Writer[]): Role[] {
  return [...new Set(writers.map((writer) => writer.split(':')[0] as Role))];
}
