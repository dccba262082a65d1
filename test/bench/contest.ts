import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joiningCell, typingCell, type JoiningResult, type TypingResult } from './cell.ts';
import { PEOPLE } from './entrance.ts';
import { paceOf, type Options } from './options.ts';
import { papersCell, type PapersResult } from './papers.ts';
import { topOfProfile } from './profile.ts';
import type { ContenderName } from './servers/contender.ts';

/** Not in git. */
const PROFILES = fileURLToPath(new URL('../../bench-results', import.meta.url));

/** Everything that was measured, in the order in which it was. */
export interface Measured {
  typing: { server: ContenderName; meetings: number; result: TypingResult }[];
  joining: JoiningResult[];
  papers: PapersResult[];
}

/** Meetings that write while papers are made. */
const PAPER_MEETINGS = 40;

/** Runs everything, one after the other. Each run begins with another server, so that no moment is always the same one's. */
export async function holdContest(options: Options, tell: (words: string) => void): Promise<Measured> {
  const measured: Measured = { typing: [], joining: [], papers: [] };
  for (let run = 0; run < options.runs; run += 1) {
    const title = `run ${run + 1} of ${options.runs}`;
    const order = rotated(options.contenders, run);
    for (const meetings of options.sizes)
      for (const server of order) {
        tell(`${title}: ${meetings} × ${PEOPLE}, ${server}`);
        const name = `${server}-${meetings}x${PEOPLE}-${run + 1}`;
        const result = await typed(server, meetings, run, options, join(PROFILES, name), tell);
        measured.typing.push({ server, meetings, result });
      }
    for (const doors of joiningDoors(order)) {
      tell(`${title}: joining ${options.updates} updates, ${doors.join(' and ')}`);
      const { updates, joins } = options;
      const server = doors[0]!;
      measured.joining.push(await joiningCell({ kind: 'joining', server, doors, updates, joins, seed: run + 1 }));
    }
    if (options.papers) {
      tell(`${title}: papers while ${PAPER_MEETINGS} meetings write`);
      const { warmUpMs, windowMs: ms } = options;
      const pace = { meetings: PAPER_MEETINGS, perSecond: paceOf(PAPER_MEETINGS) };
      measured.papers.push(await papersCell({ ...pace, warmUpMs, ms, seed: run + 1 }));
    }
  }
  return measured;
}

async function typed(
  server: ContenderName,
  meetings: number,
  run: number,
  { warmUpMs, windowMs, profile }: Options,
  folder: string,
  tell: (words: string) => void,
): Promise<TypingResult> {
  const work = { kind: 'typing', server, meetings, perSecond: paceOf(meetings), warmUpMs, ms: windowMs } as const;
  const isProfiled = profile && isOurs(server);
  const result = await typingCell({ ...work, seed: run + 1 }, isProfiled ? folder : null);
  if (isProfiled) tell(await topOfProfile(folder, result.window));
  return result;
}

/** The servers in another order, begun `by` places later. */
export function rotated<T>(all: readonly T[], by: number): T[] {
  const at = all.length === 0 ? 0 : by % all.length;
  return [...all.slice(at), ...all.slice(0, at)];
}

/** The doors of one server are tried on the same document. */
function joiningDoors(order: readonly ContenderName[]): ContenderName[][] {
  const peers = order.filter((name) => !isOurs(name)).map((name) => [name]);
  const ours = order.filter(isOurs);
  return ours.length > 0 ? [...peers, ours] : peers;
}

/** Whether it is our server, by whichever door. */
export const isOurs = (name: ContenderName): boolean => name === 'ours' || name === 'line';
