import type { Catalogue } from '../catalogue.ts';

/** What people are called, by role and profession. */
export const people: Catalogue['people'] = {
  /** What the person is, in lower case: it stands after the name. */
  role: {
    hospital: 'sjukehuset',
    municipality: 'kommunen',
    gp: 'fastlege',
    patient: 'pasient',
    kin: 'pårørande',
    interpreter: 'tolk',
  },
  /** The party that the role speaks for, at the beginning of a sentence. */
  party: {
    hospital: 'Sjukehuset',
    municipality: 'Kommunen',
    gp: 'Fastlegen',
    patient: 'Pasienten',
    kin: 'Pårørande',
    interpreter: 'Tolken',
  },
  /** Words for a list where one chooses a role. */
  choice: {
    hospital: 'Tilsett på sjukehuset',
    municipality: 'Tilsett i kommunen',
    gp: 'Fastlege',
    patient: 'Pasient',
    kin: 'Pårørande',
    interpreter: 'Tolk',
  },
  profession: {
    doctor: 'lege',
    nurse: 'sjukepleiar',
    therapist: 'fysio- eller ergoterapeut',
    coordinator: 'koordinator',
  },
  you: 'deg',
  leads: 'leier møtet',
  present: 'til stades',
  away: 'ikkje her no',
  /** „A, B eller C”. */
  or: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} eller ${names.at(-1) ?? ''}`),
  and: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} og ${names.at(-1) ?? ''}`),
};
