import type { CareTeam, CareTeamParticipant, Reference } from '@medplum/fhirtypes';
import { answersOf, labelled } from '../chapter.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import type { Sheet } from './sheet.ts';

/** Fields of the coordination that may name somebody of the meeting, and by that give them a further role. */
const CONTACTS = ['municipalContact', 'hospitalContact', 'contactDoctor', 'coordinator'];

/** Everybody of the meeting, and who of them is whose contact. What names nobody of the meeting stands as a note. */
export function addCareTeam(sheet: Sheet, people: People): Reference<CareTeam> {
  const { version, identity } = sheet;
  const answers = answersOf('coordination', version.plan.coordination, version.plan);
  const contacts = answers
    .filter(({ key }) => CONTACTS.includes(key))
    .map(({ label, words }): CareTeamParticipant => ({ role: [{ text: label }], member: people.named(words) }))
    .filter(({ member }) => member?.reference !== undefined);
  const team = known<CareTeam>({
    resourceType: 'CareTeam',
    status: 'active',
    name: 'De som var med på møtet',
    subject: people.patient,
    participant: [
      ...people.all.map(({ position, person }) => ({ role: [{ text: position }], member: person })),
      ...contacts,
    ],
    note: answers.map((answer) => ({ text: labelled(answer) })),
  });
  return sheet.place(identity.named('CareTeam', ''), team, team.name);
}
