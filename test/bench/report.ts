import type { Machine } from './machine.ts';
import type { ContenderName } from './servers/contender.ts';
import { LATE_MS, type FanOut, type PapersSummary, type Summary } from './summary.ts';

const NAMES: Readonly<Record<ContenderName, string>> = {
  'y-websocket': 'y-websocket',
  hocuspocus: 'Hocuspocus',
  ours: 'ours',
  line: 'ours, shared line',
};
const JOINS = ['others are in', 'after a new start'];

/** The whole result for people: a table for each size, one for joining, and the ratios. */
export function reportOf({ fanOut, joining, ratios, papers }: Summary, machine: Machine, updates: number): string {
  const sizes = [...new Set(fanOut.map(({ meetings }) => meetings))];
  const typing = sizes.flatMap((meetings) => typingTable(fanOut.filter((each) => each.meetings === meetings)));
  const joins = joining.map(({ server, warm, afterRestart }) => [NAMES[server], figure(warm), figure(afterRestart)]);
  const typingRatios = ratios.flatMap(({ ours, peer, meetings, clientsLate, of }) =>
    meetings === null
      ? []
      : [[versus(ours, peer), String(meetings), ...Object.values(of).map(figure), clientsLate ? '!' : '']],
  );
  const joiningRatios = ratios.flatMap(({ ours, peer, meetings, of }) =>
    meetings === null ? [[versus(ours, peer), ...Object.values(of).map(figure)]] : [],
  );
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${machine.processors} processors, Node.js ${machine.node}; ${versions.join(', ')}`,
    '',
    ...typing,
    ...titled(`Joining a document of ${updates} updates, ms`, ['', ...JOINS], joins),
    ...titled('Typing: ours to theirs', ['', 'meetings', 'p50', 'p95', 'p99', 'CPU', 'memory', ''], typingRatios),
    ...titled('Joining: ours to theirs', ['', ...JOINS], joiningRatios),
    ...(papers ? papersTable(papers) : []),
  ].join('\n');
}

function papersTable({ times, quiet, during, ratio }: PapersSummary): string[] {
  const rows = times.map(({ paper, alone, asked, most }) => [paper, figure(alone), figure(asked), String(most)]);
  return [
    ...titled('Papers of an agreed plan, ms', ['', 'made alone', 'asked for while 40 meetings write', 'aim'], rows),
    `Typing meanwhile, p99 ms: ${figure(quiet)} with nobody asking, ${figure(during)} with somebody asking once a second: ${figure(ratio)} times as much`,
    '',
  ];
}

function typingTable(cells: readonly FanOut[]): string[] {
  const [first] = cells;
  if (!first) return [];
  const rows = cells.map((cell) => [
    NAMES[cell.server],
    ...[cell.p50, cell.p95, cell.p99, cell.cpuPerDelivery].map(figure),
    `${Math.round(cell.memoryAtRest)} → ${Math.round(cell.memoryPeak)}`,
    String(cell.deliveries),
    String(cell.missing),
    `${figure(cell.latenessP99)}${cell.latenessP99 > LATE_MS ? ' !' : ''}`,
  ]);
  const head = [
    '',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'CPU µs',
    'memory MB',
    'deliveries',
    'missing',
    'clients late p99 ms',
  ];
  const isLate = cells.some(({ latenessP99 }) => latenessP99 > LATE_MS);
  return [
    `${first.meetings} meetings × ${first.people} people, ${first.perSecond} characters a second each, median of ${first.runs}`,
    '',
    ...table(head, rows),
    ...(isLate ? ['! The clients’ own process could not keep up: the latencies are its as much as the server’s.'] : []),
    '',
  ];
}

/** Nothing when there are no rows. */
function titled(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.length > 0 ? [title, '', ...table(head, rows), ''] : [];
}

const versus = (ours: ContenderName, peer: ContenderName): string => `${NAMES[ours]} / ${NAMES[peer]}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((word, column) => Math.max(word.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row
      .map((word, column) => (column === 0 ? word.padEnd(widths[0] ?? 0) : word.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function figure(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}
