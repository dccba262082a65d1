import type { TypingResult } from './cell.ts';
import { isOurs, type Measured } from './contest.ts';
import { PEOPLE } from './entrance.ts';
import { median, ratio, rounded } from './measures.ts';
import { paceOf } from './options.ts';
import { PAPERS, type Paper } from './papers.ts';
import { CONTENDERS, type ContenderName } from './servers/contender.ts';

/** What is told of typing, each the median of all runs. Times in ms, CPU in µs, memory in MB. */
const TOLD = [
  ...(['p50', 'p95', 'p99', 'cpuPerDelivery', 'cpuShare', 'memoryAtRest', 'memoryPeak'] as const),
  ...(['deliveries', 'missing', 'latenessP99', 'loopP99'] as const),
] satisfies (keyof TypingResult)[];
/** Clients that are later than this with what they write, in ms, measure themselves. */
export const LATE_MS = 20;
/** What is compared. */
const COMPARED = ['p50', 'p95', 'p99', 'cpuPerDelivery', 'memoryPeak'] as const;

export type FanOut = Record<(typeof TOLD)[number], number> & {
  server: ContenderName;
  meetings: number;
  people: number;
  perSecond: number;
  runs: number;
};

/** ms; null where the server stores nothing. */
export interface Joining {
  server: ContenderName;
  warm: number;
  afterRestart: number | null;
}

/** How many times as much ours is as the peer's. `meetings` is null for joining. */
export interface Ratio {
  ours: ContenderName;
  peer: ContenderName;
  meetings: number | null;
  /** The clients could not keep up with one of the two, so the latencies compare little but the machine's mood. */
  clientsLate: boolean;
  of: Record<string, number | null>;
}

/** What a paper takes, in ms: made alone, and asked for while meetings write; and the most that it should take. */
export interface PaperTimes {
  paper: Paper;
  alone: number;
  asked: number | null;
  most: number;
}

/** How late characters appear to others, p99 in ms: while nobody asks for papers, and while somebody always does. */
export interface PapersSummary {
  times: PaperTimes[];
  quiet: number;
  during: number;
  ratio: number | null;
}

/** ms that each may take on a machine of its own. */
const MOST: Readonly<Record<Paper, number>> = { freeze: 20, fhir: 50, pdf: 150, patient: 150, text: 10, json: 10 };

export interface Summary {
  fanOut: FanOut[];
  joining: Joining[];
  ratios: Ratio[];
  papers: PapersSummary | null;
}

/** The medians of all runs, and what ours are to the peers'. */
export function summaryOf(measured: Measured): Summary {
  const sizes = [...new Set(measured.typing.map(({ meetings }) => meetings))];
  const fanOut = sizes.flatMap((meetings) => CONTENDERS.flatMap((server) => fanOutOf(measured, server, meetings)));
  const joining = CONTENDERS.flatMap((server) => joiningOf(measured, server));
  const ratios = [
    ...fanOut.flatMap((ours) => fanOut.flatMap((peer) => fanOutRatio(ours, peer))),
    ...joining.flatMap((ours) => joining.flatMap((peer) => joiningRatio(ours, peer))),
  ];
  return { fanOut, joining, ratios, papers: papersOf(measured) };
}

function papersOf({ papers }: Measured): PapersSummary | null {
  if (papers.length === 0) return null;
  const middle = (of: (result: Measured['papers'][number]) => number) => rounded(median(papers.map(of)));
  const [quiet, during] = [middle((one) => one.quiet), middle((one) => one.during)];
  const times = PAPERS.map((paper) => ({
    ...{ paper, alone: middle(({ alone }) => alone[paper]), most: MOST[paper] },
    asked: paper === 'freeze' ? null : middle(({ asked }) => asked[paper]),
  }));
  return { times, quiet, during, ratio: roundedRatio(during, quiet) };
}

function fanOutOf({ typing }: Measured, server: ContenderName, meetings: number): FanOut[] {
  const results = typing.filter((each) => each.server === server && each.meetings === meetings);
  if (results.length === 0) return [];
  const medians = TOLD.map((key) => [key, rounded(median(results.map(({ result }) => result[key])))] as const);
  const about = { server, meetings, people: PEOPLE, perSecond: paceOf(meetings), runs: results.length };
  return [{ ...about, ...(Object.fromEntries(medians) as Record<(typeof TOLD)[number], number>) }];
}

function joiningOf({ joining }: Measured, server: ContenderName): Joining[] {
  const warm = joining.flatMap((result) => result.warm[server] ?? []);
  const after = joining.flatMap((result) => result.afterRestart[server] ?? []);
  if (warm.length === 0) return [];
  return [{ server, warm: rounded(median(warm)), afterRestart: after.length > 0 ? rounded(median(after)) : null }];
}

function fanOutRatio(ours: FanOut, peer: FanOut): Ratio[] {
  if (!isOurs(ours.server) || isOurs(peer.server) || ours.meetings !== peer.meetings) return [];
  const of = COMPARED.map((key) => [key, roundedRatio(ours[key], peer[key])]);
  const clientsLate = Math.max(ours.latenessP99, peer.latenessP99) > LATE_MS;
  const about = { ours: ours.server, peer: peer.server, meetings: ours.meetings, clientsLate };
  return [{ ...about, of: Object.fromEntries(of) as Ratio['of'] }];
}

function joiningRatio(ours: Joining, peer: Joining): Ratio[] {
  if (!isOurs(ours.server) || isOurs(peer.server)) return [];
  const of = {
    warm: roundedRatio(ours.warm, peer.warm),
    afterRestart: roundedRatio(ours.afterRestart, peer.afterRestart),
  };
  return [{ ours: ours.server, peer: peer.server, meetings: null, clientsLate: false, of }];
}

function roundedRatio(ours: number | null, theirs: number | null): number | null {
  const times = ratio(ours, theirs);
  return times === null ? null : rounded(times);
}
