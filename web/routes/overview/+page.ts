import { loaded, nullOn, type PageLoadEvent } from '#lib/state/loading.ts';

/** One's own meetings, or null for somebody who has no overview. */
export const load = async ({ parent }: PageLoadEvent) => {
  const { api, speech } = await parent();
  await speech.learn('staff');
  const [me, meetings, howItWas] = await loaded(
    Promise.all([api.me(), nullOn('forbidden', api.overview()), nullOn('forbidden', api.home.feedback())]),
  );
  return { me, meetings, howItWas };
};
