import type { nb } from './nb/index.ts';
import type { staff } from './nb/staff.ts';

/** What every page may say. Bokmål is the model; the compiler says what another language lacks. */
export type Catalogue = typeof nb;

/** What the pages of those say who make, lead and prepare meetings. The patient's tablet does not load it. */
export type StaffCatalogue = Catalogue & typeof staff;
