import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { chanceFrom } from './support/chance.ts';
import { MEETING, openSyncHouse, PEOPLE } from './support/syncHouse.ts';
import { until } from './support/until.ts';
import { GARBAGE, GOOD, RULES } from './support/updateCorpus.ts';
import { SCENES } from './support/scenes.ts';
import { answerWith, askFor, change, enter, LineEnd, presenceFor, socketEnd } from './support/wireEnd.ts';

/** A seed that ever failed is added here and never removed. */
const SEEDS = [1, 2, 3, 20_261_122, ...(process.env['FUZZ_SEED'] ? [Number(process.env['FUZZ_SEED'])] : [])];
const FRAMES = 1500;

const { kari, mona, per, ivar } = PEOPLE;

const mutations = (seed: number) => {
  const chance = chanceFrom(seed);
  const below = (end: number) => Math.floor(chance() * end);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const corpus = [
    ...RULES.flatMap(({ refused, allowed }) => [change(refused), change(allowed), answerWith(allowed)]),
    ...GARBAGE.map(([, bytes]) => change(bytes)),
    ...[GOOD, SCENES.text.kari, SCENES.rows.mona].map(change),
    ...[askFor(new Y.Doc()), presenceFor(7, 1, { cursor: 1 }), presenceFor(100, 9, null), Uint8Array.of(3)],
  ];
  /** One frame of the corpus with bytes changed, cut away, put in or taken from another. */
  return (): Uint8Array => {
    const bytes = [...pick(corpus)];
    for (let times = 1 + below(4); times > 0; times--) {
      const at = below(bytes.length + 1);
      const [how, by] = [below(5), below(256)];
      if (how === 0) bytes[at] = by;
      else if (how === 1) bytes.splice(at, 1 + below(3));
      else if (how === 2) bytes.splice(at, 0, by, below(256));
      else if (how === 3) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      else bytes.splice(at, bytes.length, ...pick(corpus).subarray(below(20)));
    }
    return Uint8Array.from(bytes.slice(0, 4000));
  };
};

test.each(SEEDS)(
  'whatever strangers send, nothing breaks and nobody’s words change: seed %i',
  async (seed) => {
    const house = await openSyncHouse();
    const writer = await enter(house, kari);
    writer.say(change(SCENES.text.kari));
    await until(async () => (await writer.sync()).text === 'Hei på deg', 'what Kari wrote');
    const state = Y.encodeStateAsUpdate(writer.doc);
    const mutated = mutations(seed);

    // The interpreter may read and not write, so nothing at all may come of it, through either door.
    let [own, line] = [socketEnd(house, ivar), new LineEnd(house, ivar)];
    let channel = line.open();
    let ends = 0;
    for (let sent = 0; sent < FRAMES; sent++) {
      const frame = mutated();
      if (sent % 3 === 0) line.socket.readyState === 1 && line.socket.send(frame);
      else if (sent % 3 === 1) channel.say(frame);
      else own.say(frame);
      if (sent % 10 !== 9) continue;
      await Promise.race([own.sync(), until(() => own.ended !== null, 'an end')]);
      if (own.ended) [own, ends] = [socketEnd(house, ivar), ends + 1];
      if (line.ended) [line, ends] = [new LineEnd(house, ivar), ends + 1];
      if (line.ended === null && (channel.ended || !line.ends.size)) channel = line.open();
    }
    expect(ends, `FUZZ_SEED=${seed} did nothing`).toBeGreaterThan(FRAMES / 100);
    const reader = await enter(house, per);
    expect(Y.encodeStateAsUpdate(reader.doc), `FUZZ_SEED=${seed}`).toEqual(state);
    expect(await house.log.load({ meeting: MEETING, section: 'story' }), `FUZZ_SEED=${seed}`).toHaveLength(1);
    expect(house.reported, `FUZZ_SEED=${seed}`).toEqual([]);
  },
  60_000,
);

test.each(SEEDS)(
  'whatever a writer sends, the document stays whole and loads again: seed %i',
  async (seed) => {
    const house = await openSyncHouse();
    const sections = ['story', 'goals', 'coordination'] as const;
    const mutated = mutations(seed);
    for (const section of sections) {
      for (let sent = 0; sent < FRAMES / 10; sent++) {
        const end = await enter(house, mona, section);
        for (let times = 0; times < 9; times++) end.say(mutated());
        await end.sync();
        end.leave();
      }
      const reader = await enter(house, per, section);
      expect([reader.doc.store.pendingStructs, reader.doc.store.pendingDs], `FUZZ_SEED=${seed}`).toEqual([null, null]);
      reader.leave();
    }
    await until(() => house.rooms.count() === 0, 'all to have left memory');
    const stored = await Promise.all(sections.map((section) => house.log.load({ meeting: MEETING, section })));
    expect(stored.flat().length, `FUZZ_SEED=${seed} stored nothing`).toBeGreaterThan(5);
    expect(new Set(stored.flat().map(({ participant }) => participant))).toEqual(new Set([mona.id]));
    const plan = await house.rooms.readPlan(MEETING);
    expect(typeof plan.story).toBe('string');
    expect(house.reported, `FUZZ_SEED=${seed}`).toEqual([]);
  },
  60_000,
);
