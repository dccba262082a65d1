import { Api } from '#lib/state/api.ts';
import { loaded, type PageLoadEvent } from '#lib/state/loading.ts';
import { seatIn } from '#lib/state/seat.ts';
import type { Speech } from '#lib/state/words.svelte.ts';
import type { MeetingForMe } from '#shared/api.ts';

/** The meeting, and the page for whoever asks: a patient's tablet does not load what only the others use. */
export const load = async ({ parent, params, fetch, url, untrack }: PageLoadEvent<{ id: string }>) => {
  // Asked for while the words are on their way.
  const asking = loaded(new Api(fetch, seatIn(untrack(() => url.searchParams))).meeting(params.id));
  const [{ speech }, own] = await Promise.all([parent(), asking]);
  const isPatient = own.participants.some(({ id, role }) => id === own.me && role === 'patient');
  const page = isPatient ? await patientPage(own) : await teamPage(speech);
  return { own, View: page.default, needsPlan: !isPatient };
};

/** With what stands in its middle, which it would ask for next. */
async function patientPage({ state }: MeetingForMe) {
  const [page] = await Promise.all([import('./PatientPage.svelte'), ...middleFor(state)]);
  return page;
}

function middleFor({ status }: MeetingForMe['state']): Promise<unknown>[] {
  if (status === 'planned' || status === 'open') return [import('./PatientWaiting.svelte')];
  return status === 'inMeeting' ? [import('./PatientPhase.svelte'), import('#lib/state/openPlan.ts')] : [];
}

async function teamPage(speech: Speech) {
  const [page] = await Promise.all([
    import('./TeamPage.svelte'),
    import('#lib/state/openPlan.ts'),
    speech.learn('staff'),
  ]);
  return page;
}
