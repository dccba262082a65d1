import type { People } from './people.ts';
import type { Task } from '@medplum/fhirtypes';
import { answersOf, labelled } from '../chapter.ts';
import { fhirDateTime } from '../dates.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import { placeRows, type Placed } from './placed.ts';
import type { Sheet } from './sheet.ts';

type Row = Sheet['version']['plan']['followup'][number];

/** What stands in fields of the resource of its own; the rest is told in a note. */
const STRUCTURED = ['what', 'who', 'on', 'at', 'where', 'booked'];

/** A Task for each appointment and each thing that somebody has taken on. */
export function addFollowup(sheet: Sheet, people: People): Placed<Task> {
  return placeRows(sheet, sheet.version.plan.followup, (row) => {
    const resource = taskOf(row, sheet, people);
    return resource && { resource, display: resource.description };
  });
}

function taskOf(row: Row, { version, agreedOn, isTakenOn }: Sheet, people: People): Task | null {
  const answers = answersOf('followup', row, version.plan);
  if (!answers.length) return null;
  const who = plain(row.who);
  const where = plain(row.where);
  const booked = answers.find(({ key }) => key === 'booked');
  const rest = answers.filter(({ key }) => !STRUCTURED.includes(key) || (key === 'at' && row.on === null));
  return known<Task>({
    resourceType: 'Task',
    status: isTakenOn('followup', row.id) ? 'accepted' : 'requested',
    businessStatus: booked ? { text: labelled(booked) } : undefined,
    intent: 'plan',
    description: plain(row.what),
    for: people.patient,
    executionPeriod: row.on === null ? undefined : { start: fhirDateTime(row.on, row.at) },
    authoredOn: agreedOn,
    owner: who === '' ? undefined : people.named(who),
    location: where === '' ? undefined : { display: where },
    note: rest.map((answer) => ({ text: labelled(answer) })),
  });
}
