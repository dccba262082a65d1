import type { Component } from 'svelte';
import type { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import type { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import type { Fields } from '#shared/plan/fields.ts';
import type { Row } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import ChecklistForm from './checklist/ChecklistForm.svelte';
import ClarificationsForm from './clarifications/ClarificationsForm.svelte';
import ClarificationsRead from './clarifications/ClarificationsRead.svelte';
import CoordinationForm from './coordination/CoordinationForm.svelte';
import CoordinationRead from './coordination/CoordinationRead.svelte';
import DisagreementsForm from './disagreements/DisagreementsForm.svelte';
import DisagreementsRead from './disagreements/DisagreementsRead.svelte';
import FollowupForm from './followup/FollowupForm.svelte';
import FollowupRead from './followup/FollowupRead.svelte';
import MedicinesForm from './medications/MedicinesForm.svelte';
import MedicinesRead from './medications/MedicinesRead.svelte';
import NeedsForm from './needs/NeedsForm.svelte';
import PromisesForm from './promises/PromisesForm.svelte';
import ServicesForm from './services/ServicesForm.svelte';
import WarningsForm from './warnings/WarningsForm.svelte';
import WarningsRead from './warnings/WarningsRead.svelte';

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

/** A section as its users think of it. Where one of the two is absent, the general form, or reading, stands. */
export interface Face {
  form?: Component<FaceProps>;
  read?: Component<FaceProps>;
}

/** The sections that have a face of their own. Function has a card of its own, for its three parts are one table. */
export const FACES: Partial<Record<SectionKey, Face>> = {
  promises: { form: PromisesForm },
  needs: { form: NeedsForm },
  services: { form: ServicesForm },
  medications: { form: MedicinesForm, read: MedicinesRead },
  warnings: { form: WarningsForm, read: WarningsRead },
  followup: { form: FollowupForm, read: FollowupRead },
  clarifications: { form: ClarificationsForm, read: ClarificationsRead },
  coordination: { form: CoordinationForm, read: CoordinationRead },
  checklist: { form: ChecklistForm },
  disagreements: { form: DisagreementsForm, read: DisagreementsRead },
};
