import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CONTENDERS, type ContenderName } from './servers/contender.ts';

const List = z.string().transform((words) => words.split(',').map((word) => word.trim()));

const Flags = z.object({
  quick: z.boolean().default(false),
  json: z.boolean().default(false),
  profile: z.boolean().default(false),
  runs: z.coerce.number().int().min(1).max(20).optional(),
  sizes: List.pipe(z.array(z.coerce.number<string>().int().min(1).max(1000))).optional(),
  papers: z.boolean().default(false),
  only: List.pipe(z.array(z.enum(CONTENDERS))).optional(),
});

/** What one call of the bench does. Times in ms. */
export interface Options {
  /** Machine-readable JSON and nothing else on the standard output. */
  json: boolean;
  /** Leave CPU profiles of ours. */
  profile: boolean;
  runs: number;
  /** Numbers of meetings. */
  sizes: number[];
  contenders: ContenderName[];
  /** Whether papers are made while meetings write. */
  papers: boolean;
  warmUpMs: number;
  windowMs: number;
  /** Characters of the long document, and how many join it. */
  updates: number;
  joins: number;
}

/** The words after `npm run bench --`. @throws Error that says what is wrong with them. */
export function readOptions(words: string[]): Options {
  const flag = { type: 'boolean' } as const;
  const word = { type: 'string' } as const;
  const { values } = parseArgs({
    args: words,
    options: { quick: flag, json: flag, profile: flag, papers: flag, runs: word, sizes: word, only: word },
  });
  const { quick, json, profile, runs, sizes, papers, only } = Flags.parse(values);
  return {
    ...{ json, profile, contenders: only ?? (papers ? [] : [...CONTENDERS]), papers: papers || (!quick && !only) },
    ...{ runs: runs ?? (quick ? 1 : 3), sizes: sizes ?? (quick ? [10] : [10, 40, 200]) },
    ...(quick
      ? { warmUpMs: 500, windowMs: 2000, updates: 1000, joins: 3 }
      : { warmUpMs: 1000, windowMs: 5000, updates: 20_000, joins: 7 }),
  };
}

/**
 * Characters a second that one person writes: fast typing in a few meetings, and in many as much as two processors can
 * still carry with the clients on them.
 */
export const paceOf = (meetings: number): number => Math.min(5, Math.max(1.5, 80 / meetings));
