import { child } from './child.ts';
import { chronic } from './chronic.ts';
import type { Case } from './case.ts';
import { doubts } from './doubts.ts';
import { empty } from './empty.ts';
import { frail } from './frail.ts';
import { hostile } from './hostile.ts';
import { letters } from './letters.ts';
import { long } from './long.ts';
import { mental } from './mental.ts';
import { overfull } from './overfull.ts';
import { short } from './short.ts';

/** The four groups of patients, and what else may come. */
export const CASES: readonly Case[] = [
  ...[frail, chronic, mental, child],
  ...[short, empty, overfull, doubts, letters, long, hostile],
];
