import { loaded, nullOn, type PageLoadEvent } from '#lib/state/loading.ts';

export const load = async ({ parent, depends }: PageLoadEvent) => {
  depends('app:session');
  const { api, speech } = await parent();
  await speech.learn('staff');
  const [offer, me] = await loaded(Promise.all([nullOn('not-found', api.demo()), nullOn('not-signed-in', api.me())]));
  return { offer, me, meetings: me ? await loaded(api.meetings()) : [] };
};
