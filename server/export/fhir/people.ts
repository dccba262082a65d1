import type {
  ContactPoint,
  Organization,
  Patient,
  PractitionerRole,
  Reference,
  RelatedPerson,
} from '@medplum/fhirtypes';
import type { FrozenParticipant } from '#shared/agreement/version.ts';
import type { ParticipantId } from '#shared/ids.ts';
import type { Role } from '#shared/roles.ts';
import { people as peopleWords } from '#shared/words/nb/people.ts';
import { positionOf } from '../people.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { Sheet } from './sheet.ts';
import { norwegian, SYSTEMS } from './systems.ts';

export type Person = Patient | RelatedPerson | PractitionerRole;

/** Somebody of the meeting as the document knows them. */
export interface Present {
  id: ParticipantId;
  name: string;
  role: Role;
  /** What they are, in words. */
  position: string;
  person: Reference<Person>;
  organisation: Reference<Organization> | null;
}

/** Everybody in the document. */
export interface People {
  patient: Reference<Patient>;
  all: Present[];
  of: (id: ParticipantId) => Present | undefined;
  /** Whoever goes by exactly these words as full name; the words alone when that is nobody, or more than one. */
  named: (words: string) => Reference<Person>;
}

/** Puts the patient and everyone of the meeting into the document. No number of anybody is known, so none is written. */
export function addPeople(sheet: Sheet): People {
  const { version, identity } = sheet;
  const patientUrl = identity.named('Patient', '');
  const patient: Reference<Patient> = { reference: patientUrl, display: plain(version.patient.name) };
  const organisationOf = createOrganisations(sheet);
  const all = version.participants.map((participant): Present => {
    const organisation = organisationOf(participant.organisation);
    const person =
      participant.role === 'patient'
        ? patient
        : participant.role === 'kin'
          ? addKin(sheet, participant, patient)
          : addStaff(sheet, participant, organisation);
    const { id, role } = participant;
    return { id, role, name: plain(participant.name), position: positionOf(participant), person, organisation };
  });
  sheet.place(patientUrl, patientOf(sheet, all));
  return {
    patient,
    all,
    of: (id) => all.find((present) => present.id === id),
    named(words) {
      const meant = all.filter(({ name }) => name.toLowerCase() === words.toLowerCase());
      const [only] = meant;
      return only && meant.length === 1 ? { ...only.person, display: words } : { display: words };
    },
  };
}

function patientOf({ version }: Sheet, all: readonly Present[]): Patient {
  const { name, birthYear } = version.patient;
  return known<Patient>({
    resourceType: 'Patient',
    meta: { profile: norwegian('Patient') },
    name: [{ text: plain(name) }],
    birthDate: birthYear === null ? undefined : String(birthYear),
    generalPractitioner: all
      .filter(({ role }) => role === 'gp')
      .map(({ person }) => person as Reference<PractitionerRole>),
  });
}

function addKin({ place, identity }: Sheet, { id, name }: FrozenParticipant, patient: Reference<Patient>) {
  const kin: RelatedPerson = {
    resourceType: 'RelatedPerson',
    meta: { profile: norwegian('RelatedPerson') },
    patient,
    relationship: [{ coding: [{ system: SYSTEMS.contactRole, code: 'N' }], text: peopleWords.role.kin }],
    name: [{ text: plain(name) }],
  };
  return place(identity.named('RelatedPerson', id), kin, plain(name));
}

function addStaff(sheet: Sheet, participant: FrozenParticipant, organization: Reference<Organization> | null) {
  const { place, identity, version } = sheet;
  const { id, role, profession } = participant;
  const name = plain(participant.name);
  const practitioner = place(
    identity.named('Practitioner', id),
    { resourceType: 'Practitioner', meta: { profile: norwegian('Practitioner') }, name: [{ text: name }] },
    name,
  );
  const code = profession ? `${role}-${profession}` : role;
  const text = profession ? peopleWords.profession[profession] : peopleWords.role[role];
  const practitionerRole = known<PractitionerRole>({
    resourceType: 'PractitionerRole',
    meta: { profile: norwegian('PractitionerRole') },
    practitioner,
    organization: organization ?? undefined,
    code: [{ coding: [{ system: SYSTEMS.position, code }], text }],
    telecom: phonesOf(name, version.plan.coordination),
  });
  return place(identity.named('PractitionerRole', id), practitionerRole, name);
}

/** The telephone numbers that the plan's contacts have, for whoever goes by the contact's name. */
function phonesOf(name: string, coordination: Sheet['version']['plan']['coordination']): ContactPoint[] {
  const { municipalContact, municipalPhone, hospitalContact, hospitalPhone } = coordination;
  return [
    { contact: municipalContact, phone: municipalPhone },
    { contact: hospitalContact, phone: hospitalPhone },
  ]
    .map(({ contact, phone }) => ({ contact: plain(contact), phone: plain(phone) }))
    .filter(({ contact, phone }) => phone !== '' && contact.toLowerCase() === name.toLowerCase())
    .map(({ phone }) => ({ system: 'phone', value: phone, use: 'work' }));
}

/** One Organization for each name, put in when it is first asked for. */
function createOrganisations({ place, identity }: Sheet) {
  const made = new Map<string, Reference<Organization>>();
  return (words: string | null): Reference<Organization> | null => {
    const name = plain(words ?? '');
    if (name === '') return null;
    const before = made.get(name);
    if (before) return before;
    const organisation: Organization = {
      resourceType: 'Organization',
      meta: { profile: norwegian('Organization') },
      name,
    };
    const reference = place(identity.named('Organization', name), organisation, name);
    made.set(name, reference);
    return reference;
  };
}
