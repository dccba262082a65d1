import type { aside } from './nb/aside.ts';
import type { nb } from './nb/index.ts';
import type { staff } from './nb/staff.ts';

/** What every page may say. Bokmål is the model; the compiler says what another language lacks. */
export type Catalogue = typeof nb;

/** And what pages beside the meeting say. A tablet in the meeting has not loaded it. */
export type AsideCatalogue = Catalogue & typeof aside;

/** And what the pages of those say who make, lead and prepare meetings. A tablet never loads it. */
export type StaffCatalogue = AsideCatalogue & typeof staff;
