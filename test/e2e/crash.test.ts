import { describe, expect, test } from 'vitest';
import { textRoot } from '#shared/plan/doc.ts';
import { Guest } from '../support/guest.ts';
import { pen, type Pen } from '../support/pen.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { seated } from '../support/seat.ts';
import { until } from '../support/until.ts';

/** Times that the program is killed while people write. */
const KILLS = 4;
/** Words that must have been seen by others before each kill. */
const WORDS = 40;

describe('the program is killed while people write', () => {
  test('nothing that anyone else had seen is lost, and all go on where they were', async () => {
    const dataDir = await dataFolder();
    let program = await startProgram(dataDir);
    const port = Number(new URL(program.url).port);
    const { meeting, people } = await seated(program.url, ['Åse', 'Line', 'Kari', 'Mona', 'Per']);
    const writers = [people.Åse, people.Line, people.Kari, people.Mona, people.Per];
    const pens = await Promise.all(writers.map((guest) => pen(guest, meeting, 'story')));
    const seen = new Set<string>();
    const watcher = await pen(people.Kari, meeting, 'story');
    const look = () =>
      textRoot(watcher.doc)
        .toJSON()
        .match(/<[^<>]+>/g)
        ?.forEach((word) => seen.add(word));
    watcher.doc.on('update', look);

    for (let round = 0; round < KILLS; round++) {
      const before = seen.size;
      const stop = write(pens, round);
      await until(() => seen.size >= before + WORDS, 'words to arrive');
      await program.kill();
      stop();
      const mustBeThere = [...seen];
      program = await startProgram(dataDir, port);
      const stored = String((await people.Kari.get(`/api/meetings/${meeting}/plan`)).body['story']);
      expect(
        mustBeThere.filter((word) => !stored.includes(word)),
        `lost in round ${round}`,
      ).toEqual([]);
      await until(() => pens.every(({ provider }) => provider.synced), 'everybody to come back');
    }

    const texts = () => new Set([...pens, watcher].map(({ doc }) => textRoot(doc).toJSON()));
    await until(() => texts().size === 1, 'all to agree');
    expect([...texts()][0]).toContain('Jeg vil hjem til mitt eget.');
    expect(seen.size).toBeGreaterThanOrEqual(KILLS * WORDS);
  }, 120_000);

  test('whoever was signed in still is, and a second program on the same data is refused in words', async () => {
    const dataDir = await dataFolder();
    const first = await startProgram(dataDir);
    await expect(startProgram(dataDir)).rejects.toThrow(/another process is using it/);
    const port = Number(new URL(first.url).port);
    const { meeting, people } = await seated(first.url, ['Mona']);
    await first.kill();
    await startProgram(dataDir, port);
    expect((await people.Mona.get(`/api/meetings/${meeting}`)).status).toBe(200);
    expect((await new Guest(first.url).get(`/api/meetings/${meeting}`)).status).toBe(401);
  }, 60_000);
});

/** Everybody types words of their own, a letter's pause apart, until told to stop. */
function write(pens: readonly Pen[], round: number): () => void {
  let count = 0;
  const timer = setInterval(() => {
    for (const [who, { doc, provider }] of pens.entries())
      if (provider.wsconnected) textRoot(doc).insert(0, `<${round}.${who}.${count}>`);
    count += 1;
  }, 5);
  return () => clearInterval(timer);
}
