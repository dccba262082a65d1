import type { PhoneSources } from '#shared/plan/phones.ts';
import type { SharedPlan } from './sharedPlan.svelte.ts';

/** The parts of the shared plan that name numbers to ring, as they are now. */
export function phoneSources(plan: SharedPlan): PhoneSources {
  return {
    coordination: plan.part('coordination').answers,
    warnings: plan.part('warnings').rows,
    services: plan.part('services').rows,
    followup: plan.part('followup').rows,
  } as unknown as PhoneSources;
}
