import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildWeb } from '../../web/build.ts';
import { chanceFrom } from '../support/chance.ts';
import { Guest } from '../support/guest.ts';
import { dataFolder, startProgram, type Program } from '../support/program.ts';
import { seated } from '../support/seat.ts';
import { until } from '../support/until.ts';
import { Tablet } from '../support/tablet.ts';

/** Times that the program is killed. */
const KILLS = 50;
const WRITERS = 20;
/** Words of others that somebody must have seen before each kill, at most. */
const WORDS = 150;
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
const LETTER_MS = 8;

/** Everybody types words of their own, until told to stop. */
function write(tablets: readonly Tablet[], round: number): () => void {
  let count = 0;
  const timer = setInterval(() => {
    const who = count % tablets.length;
    tablets[who]?.write(`<${round}.${who}.${count}>`);
    count += 1;
  }, LETTER_MS);
  return () => clearInterval(timer);
}

/** What the program promised: what it called saved, and what it showed to others. */
const promised = (tablets: readonly Tablet[]): Set<string> =>
  new Set(tablets.flatMap(({ written, saved, seen }) => [...written.slice(0, saved), ...seen]));

const lines = (program: Program, meeting: string) => `${program.url.replace('http', 'ws')}/line/${meeting}`;

// The program does not start without its pages. Where the browser's tests run too, they have built them.
beforeAll(async () => {
  if (!existsSync(fileURLToPath(new URL('../../build/handler.js', import.meta.url)))) await buildWeb();
}, 120_000);

describe('the program is killed while twenty people write', () => {
  test('nothing that was called saved or that anyone else had seen is lost, and all go on where they were', async () => {
    const chance = chanceFrom(SEED);
    const dataDir = await dataFolder();
    let program = await startProgram(dataDir);
    const port = Number(new URL(program.url).port);
    const { meeting, people } = await seated(program.url, ['Åse', 'Line', 'Kari', 'Mona', 'Per', 'Jonas', 'Tiril']);
    const guests = Object.values(people);
    const url = lines(program, meeting);
    const tablets = Array.from({ length: WRITERS }, (_, index) => {
      return new Tablet({ url, chance, cookie: guests[index % guests.length]?.cookie ?? '' });
    });
    onTestFinished(() => tablets.forEach((tablet) => tablet.leave()));
    await until(() => tablets.every(({ loaded }) => loaded), 'everybody to come in');

    for (let round = 0; round < KILLS; round++) {
      const enough = promised(tablets).size + 1 + Math.floor(chance() * WORDS);
      const stop = write(tablets, round);
      await until(() => promised(tablets).size >= enough, `words in round ${round}, FUZZ_SEED=${SEED}`, 30_000);
      await new Promise((resolve) => setTimeout(resolve, chance() * LETTER_MS));
      const gone = program.kill();
      const before = promised(tablets);
      await gone;
      stop();
      program = await startProgram(dataDir, port);
      const stored = String((await people.Kari.get(`/api/meetings/${meeting}/plan`)).body['story']);
      const lost = [...before].filter((word) => !stored.includes(word));
      expect(lost, `lost in round ${round}, FUZZ_SEED=${SEED}`).toEqual([]);
      for (const tablet of tablets) tablet.wake();
    }

    const isDone = () => tablets.every(({ dirty, saving }) => !dirty && saving === 'saved');
    await until(isDone, 'all to be saved', 30_000);
    const written = tablets.flatMap((tablet) => tablet.written);
    const texts = () => new Set(tablets.map(({ text }) => text));
    await until(() => texts().size === 1, 'all to agree');
    const [text = ''] = texts();
    expect(written.filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain('Jeg vil hjem til mitt eget.');
    expect(tablets.map(({ refusals }) => refusals)).toEqual(tablets.map(() => 0));
    expect(written.length).toBeGreaterThan(KILLS * 20);
  }, 300_000);

  test('whoever was signed in still is, and a second program on the same data is refused in words, soon', async () => {
    const dataDir = await dataFolder();
    const [began, first] = [performance.now(), await startProgram(dataDir)];
    const started = performance.now();
    await expect(startProgram(dataDir)).rejects.toThrow(/another process is using it/);
    // A machine that is busy with other tests starts nothing quickly.
    expect(performance.now() - started).toBeLessThan(2000 + started - began);
    const port = Number(new URL(first.url).port);
    const { meeting, people } = await seated(first.url, ['Mona']);
    await first.kill();
    await startProgram(dataDir, port);
    expect((await people.Mona.get(`/api/meetings/${meeting}`)).status).toBe(200);
    expect((await new Guest(first.url).get(`/api/meetings/${meeting}`)).status).toBe(401);
  }, 60_000);
});
