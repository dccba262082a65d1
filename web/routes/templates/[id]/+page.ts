import { loaded, type PageLoadEvent } from '#lib/state/loading.ts';

export const load = async ({ parent, params }: PageLoadEvent<{ id: string }>) => {
  const { api, speech } = await parent();
  await speech.learn('staff');
  const asked = [api.me(), api.template(params.id), api.templateVersions(params.id)] as const;
  const [me, template, versions] = await loaded(Promise.all(asked));
  return { me, template, versions };
};
