import { loaded, type PageLoadEvent } from '#lib/state/loading.ts';

/** The meeting, and the page for whoever asks: a patient's tablet does not load what only the others use. */
export const load = async ({ parent, params }: PageLoadEvent<{ id: string }>) => {
  const { api } = await parent();
  const own = await loaded(api.meeting(params.id));
  const isPatient = own.participants.some(({ id, role }) => id === own.me && role === 'patient');
  const page = isPatient ? await import('./PatientPage.svelte') : await import('./TeamPage.svelte');
  return { own, View: page.default };
};
