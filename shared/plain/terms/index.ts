import type { Term } from '../term.ts';
import { care } from './care.ts';
import { illness } from './illness.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { services } from './services.ts';
import { shorthand } from './shorthand.ts';

/** Every word that we explain: a start. Large, so the browser gets it as data, when the page already stands. */
export const TERMS: readonly Term[] = [...services, ...papers, ...people, ...illness, ...care, ...shorthand];
