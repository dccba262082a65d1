import type { InvitationView } from '#shared/api.ts';
import type { AgreementView, ParticipantView } from '#shared/live.ts';
import type { Template } from '#shared/meeting/template.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import type { Profession, Role, Who } from '#shared/roles.ts';
import type { MissingPoint } from './missing.ts';

/** Who prepares. The hospital's doctor has parts that nobody else at the hospital may write. */
export type Party = 'patient' | 'kin' | 'municipality' | 'gp' | 'doctor' | 'hospital';

/** `notBegun`: nothing stands there; `begun`: something is missing; `ready`: nothing is. */
export type PartState = 'notBegun' | 'begun' | 'ready';

export interface PreparedPart {
  section: SectionKey;
  state: PartState;
  missing: MissingPoint[];
}

export interface PartyPreparation {
  party: Party;
  /** Those who have joined. */
  joined: string[];
  /** Those who are invited and have not come in yet, as far as one may know. */
  invited: string[];
  parts: PreparedPart[];
  ready: number;
}

export interface PreparationOf {
  template: Pick<Template, 'required'>;
  agreement: Pick<AgreementView, 'missing' | 'written'>;
  participants: readonly Pick<ParticipantView, 'name' | 'role' | 'profession'>[];
  /** Empty for those who may not see them. */
  invitations: readonly Pick<InvitationView, 'name' | 'role' | 'status'>[];
}

const PARTIES: readonly { party: Party; role: Role; profession?: Profession; always: boolean }[] = [
  { party: 'patient', role: 'patient', always: true },
  { party: 'kin', role: 'kin', always: false },
  { party: 'municipality', role: 'municipality', always: true },
  { party: 'gp', role: 'gp', always: false },
  { party: 'doctor', role: 'hospital', profession: 'doctor', always: true },
  { party: 'hospital', role: 'hospital', profession: 'nurse', always: true },
];

/** What comes of the meeting itself, and cannot be there before it. */
const OF_THE_MEETING: readonly SectionKey[] = ['conversation', 'disagreements', 'questions'];

/** Who has prepared what of all that the template requires; the parties of whom somebody comes, and those who must. */
export function preparationOf({ template, agreement, participants, invitations }: PreparationOf): PartyPreparation[] {
  const open = invitations.filter(({ status }) => status === 'open');
  return PARTIES.flatMap(({ party, role, profession, always }) => {
    const isDoctor = ({ profession }: { profession: Profession | null }) => profession === 'doctor';
    const joined = participants.filter((person) => person.role === role && isDoctor(person) === (party === 'doctor'));
    const invited = party === 'doctor' ? [] : open.filter((invitation) => invitation.role === role);
    if (!always && !joined.length && !invited.length) return [];
    const parts = partsOf({ role, profession }, template, agreement).filter(
      // What every profession writes is the ward's to prepare.
      (part) => party !== 'doctor' || !mayWrite({ role: 'hospital', profession: 'nurse' }, part.section),
    );
    const ready = parts.filter(({ state }) => state === 'ready').length;
    return [{ party, parts, ready, joined: namesOf(joined), invited: namesOf(invited) }];
  });
}

/** The required parts that `who` prepares, in the order of the template. */
export function partsOf(
  who: Who,
  { required }: PreparationOf['template'],
  { missing, written }: PreparationOf['agreement'],
): PreparedPart[] {
  return required
    .filter((key) => !OF_THE_MEETING.includes(key) && mayWrite(who, key) && isTheirs(who, key))
    .map((key) => {
      const lacking = missing.filter((point) => point.section === key);
      const state = !written.includes(key) ? 'notBegun' : lacking.length ? 'begun' : 'ready';
      return { section: key, state, missing: lacking };
    });
}

/** The patient's own words are the patient's to prepare, whoever else may write them down. */
function isTheirs({ role }: Who, key: SectionKey): boolean {
  if (section(key).voice === 'patient') return role === 'patient';
  return role !== 'patient' && (role !== 'kin' || section(key).writers.length < 5);
}

const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name);
