import { PhaseId } from '#shared/ids.ts';
import { searchWith } from './seat.ts';

/** What somebody went to look at by themselves, as the window's address says it. `meeting`: wherever the meeting is. */
export type Place =
  | { kind: 'meeting' }
  | { kind: 'phase'; phase: PhaseId }
  | { kind: 'plan' }
  | { kind: 'agreement' }
  | { kind: 'minutes' }
  | { kind: 'invite' }
  | { kind: 'consent' }
  | { kind: 'insight' }
  | { kind: 'terms' }
  | { kind: 'conversation' };

/** The views beside the phases, by their word in the address. */
const VIEWS = {
  plan: 'plan',
  enighet: 'agreement',
  referat: 'minutes',
  inviter: 'invite',
  deling: 'consent',
  innsyn: 'insight',
  ord: 'terms',
  samtale: 'conversation',
} as const;

export function placeIn(search: Pick<URLSearchParams, 'get'>): Place {
  const view = search.get('vis');
  if (view !== null && Object.hasOwn(VIEWS, view)) return { kind: VIEWS[view as keyof typeof VIEWS] };
  const phase = PhaseId.safeParse(search.get('punkt'));
  return phase.success ? { kind: 'phase', phase: phase.data } : { kind: 'meeting' };
}

/** The address of a place in the meeting that the window is in: search and all, and `anchor` where there is one. */
export function addressOf(place: Place, seat: string | null, anchor?: string): string {
  const view = Object.entries(VIEWS).find(([, kind]) => kind === place.kind)?.[0] ?? null;
  const search = searchWith(seat, { vis: view, punkt: place.kind === 'phase' ? place.phase : null });
  return `${search || '?'}${anchor ? `#${anchor}` : ''}`;
}

/** The id of the element that a section stands in. */
export function anchorOf(section: string): string {
  return `del-${section.replace('.', '-')}`;
}
