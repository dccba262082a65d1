import { plan } from './plan.ts';

/** Everything the interface says in bokmål, by the place where it is said. */
export const nb = { plan };
