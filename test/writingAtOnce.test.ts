// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { chanceFrom } from './support/chance.ts';
import { saying, Writer, writers } from './support/writer.ts';

/** A seed that ever failed is added here and never taken out. */
const SEEDS = [1, 2, 3, 4, 5, 20_260_820];
const LETTERS = ['a', 'b', 'ø ', '\n', '😀', 'ord ', 'é'];

/** What one of them does next. Undo and composing are in it, and others' words come at any time. */
function act(writer: Writer, others: Writer[], chance: () => number): void {
  const length = writer.shown.length;
  const at = Math.floor(chance() * (length + 1));
  const words = LETTERS[Math.floor(chance() * LETTERS.length)] ?? 'a';
  const dice = chance();
  writer.select(whole(writer.shown, at), whole(writer.shown, Math.min(length, at + Math.floor(chance() * 4))));
  if (dice < 0.45) writer.type(words);
  else if (dice < 0.6) writer.erase();
  else if (dice < 0.75) {
    writer.startComposing().compose(words);
    for (const other of others) if (chance() < 0.7) other.sendTo(writer, ...others);
    writer.compose(words);
    writer.endComposing();
  } else if (dice < 0.85) writer.undo();
  else if (dice < 0.9) writer.redo();
  else writer.sendTo(...others);
}

/** Nobody can put a caret into the middle of a character. */
function whole(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code < 0xe000 ? index - 1 : index;
}

test.each(SEEDS)('whatever three do to a text, all screens and documents say the same in the end (seed %i)', (seed) => {
  const chance = chanceFrom(seed);
  const three = [1, 2, 3].map((client) => new Writer({ client, start: saying('Fra før. ') }));
  for (let step = 0; step < 400; step++) {
    const writer = three[Math.floor(chance() * 3)] as Writer;
    const others = three.filter((other) => other !== writer);
    act(writer, others, chance);
    expect(writer.shown, `seed ${seed}, step ${step}: screen and document differ`).toBe(writer.text);
  }
  for (const writer of three) writer.sendTo(...three.filter((other) => other !== writer));
  const texts = new Set(three.flatMap(({ text, shown }) => [text, shown]));
  expect(texts.size, `seed ${seed}: the texts differ`).toBe(1);
  expect([...texts][0]?.length, 'the run did something').toBeGreaterThan(50);
  expect([...texts][0]).not.toContain('\uFFFD');
  three.forEach((writer) => writer.leave());
});

test.each(SEEDS)('no character that anybody writes is lost, composing or not (seed %i)', (seed) => {
  const chance = chanceFrom(seed);
  const [kari, mona] = writers({ start: saying('Fra før. ') });
  const written: string[] = [];
  for (let step = 0; step < 200; step++) {
    const [writer, other] = chance() < 0.5 ? [kari, mona] : [mona, kari];
    const word = String.fromCodePoint(0x4e00 + step);
    written.push(word);
    writer.select(Math.floor(chance() * (writer.shown.length + 1)));
    if (chance() < 0.5) writer.type(word);
    else {
      writer.startComposing().compose(word);
      other.sendTo(writer);
      writer.endComposing();
    }
    if (chance() < 0.3) writer.sendTo(other);
  }
  kari.sendTo(mona);
  mona.sendTo(kari);
  expect(kari.text).toBe(mona.text);
  for (const word of written) expect(kari.text.split(word).length, `seed ${seed}: ${word} is there once`).toBe(2);
});

test.each(SEEDS)('undo and redo never change what the other has written (seed %i)', (seed) => {
  const chance = chanceFrom(seed);
  const [kari, mona] = writers();
  const own = new Map([
    [kari, 'k'],
    [mona, 'm'],
  ]);
  let undone = 0;
  for (let step = 0; step < 300; step++) {
    const [writer, other] = chance() < 0.5 ? [kari, mona] : [mona, kari];
    const [mine, theirs] = [own.get(writer) ?? '', own.get(other) ?? ''];
    const before = writer.text.replaceAll(mine, '');
    const at = Math.floor(chance() * (writer.shown.length + 1));
    const dice = chance();
    writer.select(at);
    if (dice < 0.4)
      writer
        .rest()
        .select(at)
        .type(mine.repeat(1 + Math.floor(chance() * 3)));
    else if (dice < 0.5 && writer.shown[at - 1] === mine) writer.erase();
    else if (dice < 0.75) writer.undo();
    else if (dice < 0.9) writer.redo();
    else other.sendTo(writer);
    if (dice < 0.9) expect(writer.text.replaceAll(mine, ''), `seed ${seed}, step ${step}`).toBe(before);
    if (dice >= 0.5 && dice < 0.75) undone += 1;
    expect(before).toMatch(new RegExp(`^${theirs}*$`));
  }
  expect(undone, 'the run undid something').toBeGreaterThan(30);
});
