import type { Component } from 'svelte';
import type { Shown } from '#lib/state/shown.ts';
import type { Visit } from '#lib/state/visit.svelte.ts';
import type { Speech } from '#lib/state/words.svelte.ts';
import type { Phase } from '#shared/meeting/template.ts';

type Bring<Given extends object = object> = () => Promise<{ default: Component<Given & { visit: Visit }> }>;

/** What the patient's page shows in its middle: a phase of the meeting, or something beside it. */
export interface PatientViews {
  phase: Bring<{ phase: Phase }>;
  beside: Partial<Record<Shown['kind'], Bring>>;
}

/** Each is loaded when it is gone to, and with it the plan and the words that it shows. */
export function patientViews(visit: Visit, speech: Speech): PatientViews {
  const plan = () => visit.openPlan();
  const words = () => speech.learn('aside');
  return {
    phase: together(() => import('./PatientPhase.svelte'), plan),
    beside: {
      plan: together(() => import('./PatientPlan.svelte'), plan),
      agreement: together(() => import('./PatientAfter.svelte'), plan, words),
      conversation: together(() => import('./PatientConversation.svelte'), plan),
      minutes: together(() => import('./PatientMinutes.svelte'), words),
      consent: together(() => import('./PatientConsent.svelte'), words),
      insight: together(() => import('./PatientInsight.svelte'), words),
      terms: () => import('./TermsPage.svelte'),
      prepare: () => import('./PatientWaiting.svelte'),
    },
  };
}

function together<Page>(bring: () => Promise<Page>, ...needs: (() => Promise<void>)[]): () => Promise<Page> {
  return async () => {
    const [page] = await Promise.all([bring(), ...needs.map((need) => need())]);
    return page;
  };
}
