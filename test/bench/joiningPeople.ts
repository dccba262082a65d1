import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom } from '../support/chance.ts';
import { until } from '../support/until.ts';
import { enter, type Place } from './entrance.ts';
import { median } from './measures.ts';
import type { ContenderName } from './servers/contender.ts';
import { Caret, nextCharacter } from './typing.ts';
import type { JoiningWork, Word } from './work.ts';
import { allJoined, writerAt, type Writer } from './writer.ts';

/**
 * How fast a long document is written: as fast as our server lets one person write, which is so many characters at
 * once and so many a second after that (server/sync/limits.ts). The peers, who have no limit, are written to as fast.
 */
const AT_ONCE = 1800;
const PER_SECOND = 190;
const STEP_MS = 20;
const PER_STEP = 40;
const ARRIVES_WITHIN_MS = 60_000;
/** Joins before those that count: the first ones are slow for whoever runs them for the first time. */
const WARM_UPS = 2;

/** Writes the long document and has others join it. What comes back joins once more, after a new start of the server. */
export async function joinTogether(
  { server, doors, url, updates, joins, seed }: JoiningWork,
  say: (word: Word) => void,
): Promise<(door: ContenderName) => Promise<number>> {
  const [places = []] = await enter(server, url, 1);
  const writers = places.map((place) => writerAt(server, url, place));
  await allJoined(writers);
  await writeLong(writers, updates, chanceFrom(seed));

  const newcomer = places[0]!;
  const ms: Partial<Record<ContenderName, number>> = {};
  for (const door of doors) {
    const times: number[] = [];
    for (let count = 0; count < WARM_UPS + joins; count += 1) times.push(await join(door, url, newcomer, updates));
    ms[door] = median(times.slice(WARM_UPS));
  }
  // Whoever stayed would have the document loaded again before anyone could measure it.
  for (const writer of writers) writer.close();
  say({ kind: 'joined', ms });
  return (door) => join(door, url, newcomer, updates);
}

async function writeLong(writers: readonly Writer[], updates: number, chance: () => number): Promise<void> {
  const carets = writers.map(({ text }) => new Caret(text));
  const begin = performance.now();
  let written = 0;
  for (let step = 1; written < updates; step += 1) {
    const seconds = (performance.now() - begin) / 1000;
    const each = Math.min(step * PER_STEP, AT_ONCE + seconds * PER_SECOND);
    const most = Math.min(updates, Math.floor(each) * carets.length);
    for (; written < most; written += 1) carets[written % carets.length]?.write(nextCharacter(chance));
    await sleep(STEP_MS);
  }
  const isEverywhere = () => writers.every(({ text }) => text.length === updates);
  await until(isEverywhere, `${updates} characters to arrive everywhere`, ARRIVES_WITHIN_MS);
}

/** ms from the beginning of connecting to having it all. */
async function join(door: ContenderName, url: string, place: Place, updates: number): Promise<number> {
  const begin = performance.now();
  const writer = writerAt(door, url, place);
  await allJoined([writer]);
  const ms = performance.now() - begin;
  const came = writer.text.length;
  writer.close();
  if (came !== updates) throw new Error(`${came} of ${updates} characters came by ${door}`);
  return ms;
}
