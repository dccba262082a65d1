import type { PageLoadEvent } from '#lib/state/loading.ts';

export const load = async ({ parent }: PageLoadEvent) => {
  const { speech } = await parent();
  await speech.learn('aside');
};
