import type { List, Reference, Task } from '@medplum/fhirtypes';
import { sections } from '#shared/plan/sections.ts';
import { answersOf, labelled } from '../chapter.ts';
import { spoken } from '../cover.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import { placeRows, type Placed } from './placed.ts';
import type { Sheet } from './sheet.ts';
import type { Signed } from './signatures.ts';
import { SYSTEMS } from './systems.ts';
import { escaped, list, narrative } from './xhtml.ts';

type Row = Sheet['version']['plan']['disagreements'][number];

/** What each party thinks: these fields keep their party's name. */
const VIEWS = ['hospitalView', 'municipalityView', 'gpView', 'patientView', 'kinView'];

const TITLE = 'Uenighet';

/** A Task for each thing that is to be settled: what each party thinks, who settles it, by when, and what came of it. */
export function addDisagreements(sheet: Sheet, people: People): Placed<Task> {
  return placeRows(sheet, sheet.version.plan.disagreements, (row) => {
    const resource = taskOf(row, sheet, people);
    return resource && { resource, display: resource.description };
  });
}

function taskOf(row: Row, { version, agreedOn, isTakenOn }: Sheet, people: People): Task | null {
  const answers = answersOf('disagreements', row, version.plan);
  if (!answers.length) return null;
  const { fields, heading } = sections.disagreements;
  const status = answers.find(({ key }) => key === 'status');
  const owner = plain(row.owner);
  const outcome = plain(row.outcome);
  const taken = isTakenOn('disagreements', row.id) ? 'accepted' : 'requested';
  return known<Task>({
    resourceType: 'Task',
    status: row.status === 'settled' ? 'completed' : taken,
    businessStatus: status ? { text: labelled(status) } : undefined,
    intent: 'plan',
    code: { coding: [{ system: SYSTEMS.task, code: 'settle' }], text: heading.nb },
    description: plain(row.topic),
    for: people.patient,
    authoredOn: agreedOn,
    owner: owner === '' ? undefined : people.named(owner),
    note: answers
      .filter(({ key }) => VIEWS.includes(key))
      .map(({ label, words }) => ({ authorString: label, text: words })),
    restriction: row.due === null ? undefined : { period: { end: row.due } },
    output: outcome === '' ? [] : [{ type: { text: fields.outcome.label.nb }, valueString: outcome }],
  });
}

/** Everything that the parties do not agree on: what is to be settled, and who objected to the plan. Null for nothing. */
export function addDisagreementList(
  sheet: Sheet,
  people: People,
  { topics, signed }: { topics: Placed<Task>; signed: readonly Signed[] },
): Reference<List> | null {
  const { version, identity, agreedOn, chapters } = sheet;
  const objections = signed.filter(({ signature }) => signature.decision === 'object');
  if (topics.all.length + objections.length === 0) return null;
  const chapter = chapters.get('disagreements');
  const told = chapter?.kind === 'rows' ? chapter.entries : [];
  const rows = version.plan.disagreements.filter((row) => answersOf('disagreements', row, version.plan).length > 0);
  const resource = known<List>({
    resourceType: 'List',
    text: narrative(
      list([
        ...told.map(({ title, answers }) => escaped(title) + list(answers.map((one) => escaped(labelled(one))))),
        ...objections.map(({ word }) => escaped([`${word.who}: ${spoken(word)}`, word.reason ?? ''].join('\n'))),
      ]),
    ),
    status: 'current',
    mode: 'snapshot',
    title: TITLE,
    code: { coding: [{ system: SYSTEMS.list, code: 'disagreements' }], text: TITLE },
    subject: people.patient,
    date: agreedOn,
    entry: [
      ...topics.all.map((item, number) => ({ flag: flagOf(rows[number]), item })),
      ...objections.map(({ word, provenance }) => ({
        flag: { coding: [{ system: SYSTEMS.decision, code: 'object' }], text: spoken(word) },
        item: provenance,
      })),
    ],
  });
  return sheet.place(identity.named('List', `disagreements of version ${version.version}`), resource, TITLE);
}

/** What nobody has called settled is open. */
function flagOf(row: Row | undefined) {
  const code = row?.status === 'settled' ? 'settled' : 'open';
  const text = sections.disagreements.fields.status.options[code].nb;
  return { coding: [{ system: SYSTEMS.disagreement, code }], text };
}
