import { goto } from '$app/navigation';
import { isShown, seek } from '#lib/parts/meeting/seek.ts';
import { addressOf, anchorOf } from '#lib/state/place.ts';
import { placeOf } from '#lib/state/shown.ts';
import type { Spot } from '#lib/state/spot.ts';
import type { Visit } from '#lib/state/visit.svelte.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

const whereIs = ({ meeting }: Visit, key: SectionKey) => placeOf(key, meeting.view.template, meeting.phase);

/** The address at which a section can be written. */
export function addressOfSection(visit: Visit, key: SectionKey): string {
  return addressOf(whereIs(visit, key), visit.api.seat, anchorOf(key));
}

/** To the very field: on this page where it is here, else on the page of the phase that shows it. */
export async function goToSpot(visit: Visit, spot: Spot): Promise<void> {
  if (!isShown(spot)) {
    if (whereIs(visit, spot.section).kind === 'meeting') visit.follow.join();
    await goto(addressOfSection(visit, spot.section), { reset: false });
  }
  seek(spot);
}
