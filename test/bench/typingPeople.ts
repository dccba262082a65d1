import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom } from '../support/chance.ts';
import { until } from '../support/until.ts';
import { enter, PEOPLE } from './entrance.ts';
import { Ledger } from './ledger.ts';
import { percentile } from './measures.ts';
import { Caret, keystrokes, type Keystroke } from './typing.ts';
import type { Typed, TypingWork, Word } from './work.ts';
import { allJoined, writerAt, type Writer } from './writer.ts';

const now = () => performance.now();
/** People who come in at the same moment. */
const AT_ONCE = 60;
/** A process is calm when its event loop has not been held up for longer than this, in ms, for so long. */
const CALM = { mostMs: 10, forMs: 500, withinMs: 15_000 };
/** How long is waited for what has not arrived when the typing is over. */
const LATE_MS = 5000;

/** Lets everyone in, has them type, and tells what came of it. */
export async function typeTogether(work: TypingWork, say: (word: Word) => void): Promise<Typed> {
  const writers = await letIn(work);
  await calm();
  say({ kind: 'entered' });
  const ledger = new Ledger(now);
  for (const { doc } of writers) ledger.watch(doc);
  const carets = writers.map(({ text }) => new Caret(text));
  const write = (stroke: Keystroke) => {
    const [writer, caret] = [writers[stroke.person], carets[stroke.person]];
    if (!writer || !caret) return;
    ledger.writes(writer.doc, PEOPLE - 1);
    caret.write(stroke);
  };

  const chance = chanceFrom(work.seed);
  const { perSecond, warmUpMs, ms } = work;
  await typeOut(keystrokes({ people: writers.length, perSecond, ms: warmUpMs, chance }), warmUpMs, write);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  ledger.open();
  say({ kind: 'window', edge: 'begins' });
  loop.enable();
  const lateness = await typeOut(keystrokes({ people: writers.length, perSecond, ms, chance }), ms, write);
  loop.disable();
  ledger.close();
  say({ kind: 'window', edge: 'ends' });
  await until(() => ledger.missing === 0, 'the last characters', LATE_MS).catch(() => undefined);

  const latencies = Float64Array.from(ledger.latencies).sort();
  return {
    ...{ p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), p99: percentile(latencies, 0.99) },
    ...{ deliveries: latencies.length, missing: ledger.missing, arrivedMeanwhile: ledger.arrivedMeanwhile },
    latenessP99: percentile(lateness.sort(), 0.99),
    loopP99: loop.percentile(99) / 1e6,
  };
}

async function letIn({ server, url, meetings }: TypingWork): Promise<Writer[]> {
  const places = (await enter(server, url, meetings)).flat();
  const writers: Writer[] = [];
  while (places.length > 0) {
    const coming = places.splice(0, AT_ONCE).map((place) => writerAt(server, url, place));
    await allJoined(coming);
    writers.push(...coming);
  }
  return writers;
}

/** Waits until the coming in has been got over: hundreds who greet each other keep this process busy for seconds. */
async function calm(): Promise<void> {
  const end = now() + CALM.withinMs;
  for (let most = Infinity; most > CALM.mostMs && now() < end;) {
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    await sleep(CALM.forMs);
    loop.disable();
    most = loop.percentile(99) / 1e6;
  }
}

/** Writes each character at its time, or as soon after as this process can. How late each was, in ms. */
async function typeOut(
  strokes: readonly Keystroke[],
  ms: number,
  write: (stroke: Keystroke) => void,
): Promise<Float64Array> {
  const begin = now();
  const lateness = new Float64Array(strokes.length);
  for (let next = 0; next < strokes.length;) {
    const stroke = strokes[next]!;
    const late = now() - begin - stroke.at;
    if (late < 0) {
      await sleep(-late);
      continue;
    }
    lateness[next++] = late;
    write(stroke);
  }
  await sleep(Math.max(0, ms - (now() - begin)));
  return lateness;
}
