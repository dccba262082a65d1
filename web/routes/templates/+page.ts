import { loaded, nullOn, type PageLoadEvent } from '#lib/state/loading.ts';

/** The templates, or null for somebody who may not make meetings. */
export const load = async ({ parent }: PageLoadEvent) => {
  const { api, speech } = await parent();
  await speech.learn('staff');
  const [me, templates] = await loaded(Promise.all([api.me(), nullOn('forbidden', api.templates())]));
  return { me, templates };
};
