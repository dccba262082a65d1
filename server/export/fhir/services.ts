import type { Organization, Reference, ServiceRequest } from '@medplum/fhirtypes';
import { VOLVEN } from '#shared/plan/codes.ts';
import { sections } from '#shared/plan/sections.ts';
import { answersOf, labelled } from '../chapter.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import { placeRows, type Placed } from './placed.ts';
import type { Sheet } from './sheet.ts';
import { IDENTIFIERS } from './systems.ts';

type Row = Sheet['version']['plan']['services'][number];

/** What is more than words: a decision makes an order of what was a proposal. */
const STANDING = {
  considered: { status: 'draft', intent: 'proposal' },
  offered: { status: 'active', intent: 'proposal' },
  granted: { status: 'active', intent: 'order' },
  notRelevant: { status: 'revoked', intent: 'proposal' },
} as const satisfies Record<NonNullable<Row['status']>, Pick<ServiceRequest, 'status' | 'intent'>>;

/** A ServiceRequest for each service that the municipality has said something about. */
export function addServices(sheet: Sheet, people: People): Placed<ServiceRequest> {
  return placeRows(sheet, sheet.version.plan.services, (row) => {
    const resource = requestOf(row, sheet, people);
    return resource && { resource, display: resource.code?.text };
  });
}

function requestOf(row: Row, { version }: Sheet, { patient, all }: People): ServiceRequest | null {
  const { fields } = sections.services;
  const answers = answersOf('services', row, version.plan);
  if (!answers.length) return null;
  const kind = answers.find(({ key }) => key === 'kind')?.words ?? fields.kind.options.other.nb;
  const extent = plain(row.extent);
  const decision = plain(row.decision);
  const coded = row.kind !== null && row.kind !== 'other';
  return known<ServiceRequest>({
    resourceType: 'ServiceRequest',
    identifier: decision === '' ? [] : [{ system: IDENTIFIERS.serviceDecision, value: decision }],
    ...(row.status === null ? { status: 'unknown', intent: 'proposal' } : STANDING[row.status]),
    code: { ...(coded ? { coding: [{ system: `${VOLVEN}.9151`, code: row.kind as string }] } : {}), text: kind },
    orderDetail: extent === '' ? [] : [{ text: extent }],
    subject: patient,
    occurrenceDateTime: row.start ?? undefined,
    performer: municipalitiesOf(all),
    note: answers
      .filter(({ key }) => key === 'contact' || key === 'note' || key === 'status')
      .map((answer) => ({ text: labelled(answer) })),
  });
}

/** Organisations of those who speak for the municipality, each once. */
function municipalitiesOf(all: People['all']): Reference<Organization>[] {
  const found = all.filter(({ role }) => role === 'municipality').map(({ organisation }) => organisation);
  return [...new Set(found)].filter((organisation) => organisation !== null);
}
