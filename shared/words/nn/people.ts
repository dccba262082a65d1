import type { Catalogue } from '../catalogue.ts';
import type { Profession, Role } from '#shared/roles.ts';

/** What people are called, by role and profession. */
export const people: Catalogue['people'] = {
  /** What the person is, in lower case: it stands after the name. */
  role: {
    hospital: 'sykehuset',
    municipality: 'kommunen',
    gp: 'fastlege',
    patient: 'pasient',
    kin: 'pårørende',
    interpreter: 'tolk',
  } satisfies Record<Role, string>,
  /** The party that the role speaks for, at the beginning of a sentence. */
  party: {
    hospital: 'Sykehuset',
    municipality: 'Kommunen',
    gp: 'Fastlegen',
    patient: 'Pasienten',
    kin: 'Pårørende',
    interpreter: 'Tolken',
  } satisfies Record<Role, string>,
  /** Words for a list where one chooses a role. */
  choice: {
    hospital: 'Ansatt på sykehuset',
    municipality: 'Ansatt i kommunen',
    gp: 'Fastlege',
    patient: 'Pasient',
    kin: 'Pårørende',
    interpreter: 'Tolk',
  } satisfies Record<Role, string>,
  profession: {
    doctor: 'lege',
    nurse: 'sykepleier',
    therapist: 'fysio- eller ergoterapeut',
    coordinator: 'koordinator',
  } satisfies Record<Profession, string>,
  you: 'deg',
  leads: 'leder møtet',
  present: 'til stede',
  away: 'ikke her nå',
  /** „A, B eller C”. */
  or: (names: readonly string[]) =>
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} eller ${names.at(-1) ?? ''}`,
  and: (names: readonly string[]) =>
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} og ${names.at(-1) ?? ''}`,
};
