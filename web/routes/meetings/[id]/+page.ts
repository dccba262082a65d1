import type { Speech } from '#lib/state/words.svelte.ts';
import { loaded, type PageLoadEvent } from '#lib/state/loading.ts';

/** The meeting, and the page for whoever asks: a patient's tablet does not load what only the others use. */
export const load = async ({ parent, params }: PageLoadEvent<{ id: string }>) => {
  const { api, speech } = await parent();
  const own = await loaded(api.meeting(params.id));
  const isPatient = own.participants.some(({ id, role }) => id === own.me && role === 'patient');
  const page = isPatient ? await import('./PatientPage.svelte') : await teamPage(speech);
  return { own, View: page.default };
};

async function teamPage(speech: Speech) {
  const [page] = await Promise.all([import('./TeamPage.svelte'), speech.learn('staff')]);
  return page;
}
