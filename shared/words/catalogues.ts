import type { StaffCatalogue } from './catalogue.ts';
import { en } from './en/index.ts';
import { registry as enRegistry } from './en/registry.ts';
import { staff as enStaff } from './en/staff.ts';
import type { Language, Registry } from './language.ts';
import { nb } from './nb/index.ts';
import { staff as nbStaff } from './nb/staff.ts';
import { nn } from './nn/index.ts';
import { registry as nnRegistry } from './nn/registry.ts';
import { staff as nnStaff } from './nn/staff.ts';

/** Every language at once, for the server. Pages load the one that they speak (`web/lib/state/words.svelte.ts`). */
export const catalogues: Readonly<Record<Language, StaffCatalogue>> = {
  nb: { ...nb, ...nbStaff },
  nn: { ...nn, ...nnStaff },
  en: { ...en, ...enStaff },
};

/** Words for what the registry and the templates declare in bokmål. */
export const registries: Readonly<Record<Language, Registry>> = { nb: {}, nn: nnRegistry, en: enRegistry };
