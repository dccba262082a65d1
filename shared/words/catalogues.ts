import type { StaffCatalogue } from './catalogue.ts';
import { aside as enAside } from './en/aside.ts';
import { en } from './en/index.ts';
import { registry as enRegistry } from './en/registry.ts';
import { staff as enStaff } from './en/staff.ts';
import type { Language, Registry } from './language.ts';
import { aside as nbAside } from './nb/aside.ts';
import { nb } from './nb/index.ts';
import { staff as nbStaff } from './nb/staff.ts';
import { aside as nnAside } from './nn/aside.ts';
import { nn } from './nn/index.ts';
import { registry as nnRegistry } from './nn/registry.ts';
import { staff as nnStaff } from './nn/staff.ts';

/** Every language at once, for the server. Pages load the one that they speak (`web/lib/state/words.svelte.ts`). */
export const catalogues: Readonly<Record<Language, StaffCatalogue>> = {
  nb: { ...nb, ...nbAside, ...nbStaff },
  nn: { ...nn, ...nnAside, ...nnStaff },
  en: { ...en, ...enAside, ...enStaff },
};

/** Words for what the registry and the templates declare in bokmål. */
export const registries: Readonly<Record<Language, Registry>> = { nb: {}, nn: nnRegistry, en: enRegistry };
