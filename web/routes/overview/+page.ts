import { loaded, nullOn, type PageLoadEvent } from '#lib/state/loading.ts';

/** One's own meetings, or null for somebody who has no overview. */
export const load = async ({ parent }: PageLoadEvent) => {
  const { api, speech } = await parent();
  await speech.learn('staff');
  const [me, meetings] = await loaded(Promise.all([api.me(), nullOn('forbidden', api.overview())]));
  return { me, meetings };
};
