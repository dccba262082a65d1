import type { Meeting } from './meeting.svelte.ts';
import type { Me } from './presence.ts';
import { ActionTable } from './proposal.svelte.ts';
import { SharedPlan } from './sharedPlan.svelte.ts';
import type { Speech } from './words.svelte.ts';

export interface OpenPlanParts {
  meeting: Meeting;
  who: Me;
  /** The shared line. */
  url: string;
  speech: Speech;
}

/** The plan that this window shares with the others, and what is done with it. A file of its own, loaded when it is opened. */
export function openPlan({ meeting, who, url, speech }: OpenPlanParts): { plan: SharedPlan; table: ActionTable } {
  const plan = new SharedPlan({ meeting: meeting.view.id, who, url, speech });
  return { plan, table: new ActionTable(meeting, plan, speech) };
}
