import type { Component } from 'svelte';
import type { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import type { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import type { Fields } from '#shared/plan/fields.ts';
import type { Row } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';

/** What a face of a section is given. */
export interface FaceProps {
  plan: SharedPlan;
  part: SharedPart;
  /** Large type, as on the patient's page. */
  big: boolean;
  /** The id of the one field, for a text; what labels it, where nothing on screen does. */
  fieldId: string;
  label: string | null;
}

/** What the inside of a row is given. */
export interface RowBodyProps {
  plan: SharedPlan;
  part: SharedPart;
  fields: Fields;
  row: Row;
}

/** Rows as the patient has them. */
export interface PlainRows {
  /** What the row is called by its number: `Mål 2`. */
  numbered: (number: number) => string;
  /** What is asked before one is taken away. */
  removeTitle: string;
}

type Bring = () => Promise<{ default: Component<FaceProps> }>;

/**
 * A section as its users think of it. Where one of the two is absent, the general form, or reading, stands. Each is
 * loaded when a page shows it: no meeting shows all of them at once, and a tablet shows few.
 */
export interface Face {
  form?: Bring;
  read?: Bring;
}

/** The sections that have a face of their own. Function has a card of its own, for its three parts are one table. */
export const FACES: Partial<Record<SectionKey, Face>> = {
  promises: { form: () => import('./promises/PromisesForm.svelte') },
  goals: { form: () => import('#lib/parts/conversation/GoalsForm.svelte') },
  questions: { form: () => import('#lib/parts/conversation/QuestionsForm.svelte') },
  needs: { form: () => import('./needs/NeedsForm.svelte') },
  services: { form: () => import('./services/ServicesForm.svelte') },
  medications: {
    form: () => import('./medications/MedicinesForm.svelte'),
    read: () => import('./medications/MedicinesRead.svelte'),
  },
  warnings: {
    form: () => import('./warnings/WarningsForm.svelte'),
    read: () => import('./warnings/WarningsRead.svelte'),
  },
  followup: {
    form: () => import('./followup/FollowupForm.svelte'),
    read: () => import('./followup/FollowupRead.svelte'),
  },
  clarifications: {
    form: () => import('./clarifications/ClarificationsForm.svelte'),
    read: () => import('./clarifications/ClarificationsRead.svelte'),
  },
  coordination: {
    form: () => import('./coordination/CoordinationForm.svelte'),
    read: () => import('./coordination/CoordinationRead.svelte'),
  },
  checklist: { form: () => import('./checklist/ChecklistForm.svelte') },
  kin: { form: () => import('./kin/KinForm.svelte') },
  disagreements: {
    form: () => import('./disagreements/DisagreementsForm.svelte'),
    read: () => import('./disagreements/DisagreementsRead.svelte'),
  },
};

/** What a part looks like that has no face of its own, by its kind. */
export const GENERAL = {
  textForm: () => import('./TextForm.svelte'),
  textRead: () => import('./TextRead.svelte'),
  fieldsForm: () => import('./FieldsForm.svelte'),
  fieldsRead: () => import('./FieldsRead.svelte'),
  rowsForm: () => import('./RowsForm.svelte'),
  rowsRead: () => import('./RowsRead.svelte'),
};
