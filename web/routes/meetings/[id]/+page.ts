import { loaded, type PageLoadEvent } from '#lib/state/loading.ts';

export const load = async ({ parent, params }: PageLoadEvent<{ id: string }>) => {
  const { api } = await parent();
  return { own: await loaded(api.meeting(params.id)) };
};
