import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { rotated } from './bench/contest.ts';
import { Ledger } from './bench/ledger.ts';
import { median, percentile, ratio } from './bench/measures.ts';
import { paceOf, readOptions } from './bench/options.ts';
import { selfTimes } from './bench/profile.ts';
import { summaryOf, type Summary } from './bench/summary.ts';
import { Caret, keystrokes } from './bench/typing.ts';
import type { TypingResult } from './bench/cell.ts';
import { chanceFrom } from './support/chance.ts';

describe('figures', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

  test.each([
    [0.5, 50],
    [0.95, 95],
    [0.99, 99],
    [1, 100],
  ])('below the %d percentile lie as many values as it says', (share, value) => {
    expect(percentile(hundred, share)).toBe(value);
  });

  test('few values are enough for a percentile, and none is no number', () => {
    expect(percentile([10, 20, 30], 0.5)).toBe(20);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });

  test('the median is the middle one, or lies between the two in the middle', () => {
    expect(median([9, 1, 10])).toBe(9);
    expect(median([10, 1, 9, 2])).toBe(5.5);
    expect(median([])).toBeNaN();
  });

  test('a ratio is ours to theirs, and nothing where there is nothing to compare', () => {
    expect(ratio(3, 2)).toBe(1.5);
    expect(ratio(3, 0)).toBeNull();
    expect(ratio(3, null)).toBeNull();
  });
});

test('papers are told with what they should take, and how much later the writers were meanwhile', () => {
  const times = { fhir: 5, pdf: 20, patient: 10, text: 2, json: 1 };
  const run = (quiet: number, during: number) => ({
    alone: { ...times, freeze: 1 },
    asked: times,
    papers: 9,
    quiet,
    during,
  });
  const { papers } = summaryOf({ typing: [], joining: [], papers: [run(40, 44), run(20, 24), run(90, 99)] });
  expect(papers).toMatchObject({ quiet: 40, during: 44, ratio: 1.1 });
  expect(papers?.times.find(({ paper }) => paper === 'pdf')).toEqual({ paper: 'pdf', alone: 20, asked: 20, most: 150 });
  expect(summaryOf({ typing: [], joining: [], papers: [] }).papers).toBeNull();
});

describe('typing', () => {
  const pace = { people: 6, perSecond: 5, ms: 20_000 };
  const strokes = keystrokes({ ...pace, chance: chanceFrom(1) });

  test('is the same for the same seed, and another for another', () => {
    expect(keystrokes({ ...pace, chance: chanceFrom(1) })).toEqual(strokes);
    expect(keystrokes({ ...pace, chance: chanceFrom(2) })).not.toEqual(strokes);
  });

  test('comes in the order of time, from everyone, at the pace that was asked for', () => {
    expect(strokes.map(({ at }) => at)).toEqual(strokes.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(strokes.at(-1)?.at).toBeLessThan(pace.ms);
    const perPerson = [0, 1, 2, 3, 4, 5].map((person) => strokes.filter((stroke) => stroke.person === person).length);
    for (const count of perPerson) expect(Math.abs(count - 100)).toBeLessThan(15);
  });

  test('a caret goes on after its own words, whatever others write before them', () => {
    const text = new Y.Doc().getText('content');
    const caret = new Caret(text);
    caret.write({ character: 'h', leap: null });
    text.insert(0, 'Så: ');
    caret.write({ character: 'j', leap: null });
    text.insert(text.length, '!');
    caret.write({ character: 'e', leap: null });
    expect(text.toJSON()).toBe('Så: hje!');
    caret.write({ character: '-', leap: 0 });
    expect(text.toJSON()).toBe('-Så: hje!');
  });
});

describe('the ledger', () => {
  test('counts what is written while it is open, once for each other who gets it', () => {
    let now = 0;
    const ledger = new Ledger(() => now);
    const [writer, reader] = [new Y.Doc(), new Y.Doc()];
    ledger.watch(reader);
    const write = (character: string) => {
      ledger.writes(writer, 1);
      writer.getText('content').insert(0, character);
    };
    const passOn = () => Y.applyUpdate(reader, Y.encodeStateAsUpdate(writer, Y.encodeStateVector(reader)));

    write('a');
    now = 1;
    ledger.open();
    passOn();
    expect(ledger.latencies, 'it was written too early').toEqual([]);
    now = 10;
    write('b');
    write('c');
    expect(ledger.missing).toBe(2);
    now = 15;
    passOn();
    expect(ledger.latencies).toEqual([5, 5]);
    write('d');
    now = 16;
    ledger.close();
    write('e');
    now = 18;
    passOn();
    expect(ledger.latencies).toEqual([5, 5, 3]);
    expect(ledger.missing).toBe(0);
    expect(ledger.arrivedMeanwhile, 'd came when the ledger was closed').toBe(3);
  });
});

describe('a contest', () => {
  test('begins with another server in each run', () => {
    expect([0, 1, 2, 3].map((run) => rotated(['a', 'b', 'c'], run).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  });

  test('gives medians of its runs, and ours to the peers’', () => {
    const result = (p50: number) => ({ ...blank, p50 }) as TypingResult;
    const typing = [9, 3, 4].map((p50) => ({ server: 'ours' as const, meetings: 10, result: result(p50) }));
    const peer = { server: 'hocuspocus' as const, meetings: 10, result: result(2) };
    const joining = [
      { warm: { ours: 30, line: 90 }, afterRestart: {} },
      { warm: { hocuspocus: 60 }, afterRestart: {} },
    ];
    const { fanOut, ratios, joining: joins } = summaryOf({ typing: [...typing, peer], joining, papers: [] });
    expect(fanOut.map(({ server, p50, runs }) => [server, p50, runs])).toEqual([
      ['hocuspocus', 2, 1],
      ['ours', 4, 3],
    ]);
    expect(joins).toContainEqual({ server: 'line', warm: 90, afterRestart: null });
    expect(ratios.map(({ ours, meetings, of }) => [ours, meetings, of['p50'] ?? of['warm']])).toEqual([
      ['ours', 10, 2],
      ['ours', null, 0.5],
      ['line', null, 1.5],
    ]);
  });

  test('marks what it compares where the clients could not keep up', () => {
    const cell = (server: 'ours' | 'y-websocket', latenessP99: number) => ({
      ...{ server, meetings: 10, result: { ...blank, p50: 1, latenessP99 } as TypingResult },
    });
    const marks = (late: number) =>
      summaryOf({ typing: [cell('ours', 2), cell('y-websocket', late)], joining: [], papers: [] }).ratios.map(
        (each) => each.clientsLate,
      );
    expect(marks(21)).toEqual([true]);
    expect(marks(19)).toEqual([false]);
  });

  const blank = { p95: 1, p99: 1, cpuPerDelivery: 1, cpuShare: 1, memoryAtRest: 1, memoryPeak: 1 };
});

describe('what one asks for', () => {
  test('is everything three times, unless it is to be quick', () => {
    expect(readOptions([])).toMatchObject({
      runs: 3,
      sizes: [10, 40, 200],
      updates: 20_000,
      json: false,
      papers: true,
    });
    expect(readOptions(['--quick', '--json'])).toMatchObject({ runs: 1, sizes: [10], json: true, papers: false });
    expect(readOptions(['--papers'])).toMatchObject({ contenders: [], papers: true });
  });

  test('can be told in detail, and what cannot be done is refused', () => {
    const told = readOptions(['--runs', '2', '--sizes', '5, 7', '--only', 'line,hocuspocus']);
    expect(told).toMatchObject({ runs: 2, sizes: [5, 7], contenders: ['line', 'hocuspocus'] });
    for (const words of [['--runs', '0'], ['--sizes', 'ten'], ['--only', 'nobody'], ['--fast']])
      expect(() => readOptions(words), words.join(' ')).toThrow();
  });

  test('many meetings are written in at a pace that one machine can carry', () => {
    expect([10, 40, 200].map(paceOf)).toEqual([5, 2, 1.5]);
  });
});

test('a profile is read between the edges of the window', () => {
  const callFrame = (functionName: string) => ({ functionName, url: 'file:///server/sync/room.ts', lineNumber: 9 });
  const nodes = [
    { id: 1, callFrame: callFrame('take') },
    { id: 2, callFrame: { functionName: '(idle)', url: '', lineNumber: -1 } },
  ];
  const profile = { startTime: 100, nodes, samples: [1, 1, 2, 1], timeDeltas: [10, 10, 10, 10] };
  expect([...selfTimes(profile, [115, 135])]).toEqual([
    ['take sync/room.ts:10', 10],
    ['(idle)', 10],
  ]);
});

test('the whole bench runs, loses nothing, and compares ours with a peer', { timeout: 90_000 }, async () => {
  const bench = fileURLToPath(new URL('bench/bench.ts', import.meta.url));
  const words = [bench, '--quick', '--json', '--sizes', '2', '--only', 'line,y-websocket'];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  const { fanOut, joining, ratios } = JSON.parse(stdout) as Summary;
  expect(fanOut.map(({ server }) => server)).toEqual(['y-websocket', 'line']);
  for (const { deliveries, missing, p50, cpuShare, memoryPeak } of fanOut) {
    expect(missing).toBe(0);
    expect(deliveries).toBeGreaterThan(200);
    expect(Math.min(p50, cpuShare, memoryPeak)).toBeGreaterThan(0);
  }
  expect(joining.map(({ server, afterRestart }) => [server, afterRestart === null])).toEqual([
    ['y-websocket', true],
    ['line', false],
  ]);
  expect(ratios.map(({ meetings }) => meetings)).toEqual([2, null]);
});
