import type { Component } from 'svelte';
import type { Shown } from '#lib/state/shown.ts';
import type { Visit } from '#lib/state/visit.svelte.ts';

type View = () => Promise<{ default: Component<{ visit: Visit }> }>;

/** What the patient's page shows in its middle beside the phases; each is loaded when it is gone to. */
export const PATIENT_VIEWS: Partial<Record<Shown['kind'], View>> = {
  plan: () => import('./PatientPlan.svelte'),
  minutes: () => import('./PatientMinutes.svelte'),
  agreement: () => import('./PatientAfter.svelte'),
  conversation: () => import('./PatientConversation.svelte'),
  consent: () => import('./PatientConsent.svelte'),
  insight: () => import('./PatientInsight.svelte'),
  terms: () => import('./TermsPage.svelte'),
  prepare: () => import('./PatientWaiting.svelte'),
};
