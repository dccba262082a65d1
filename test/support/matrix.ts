import { expect } from 'vitest';
import * as Y from 'yjs';
import { mayRead, mayWrite } from '#shared/plan/rights.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import type { Participant } from '#server/access/participant.ts';
import { createMemoryLog } from '#server/store/memoryLog.ts';
import { deedBy, exists, preparedUpdate, type Deed } from './deeds.ts';
import { MEETING, openSyncHouse, person, type SyncHouse } from './syncHouse.ts';
import { until } from './until.ts';
import { DOORS, DOOR_NAMES, LineEnd, type WireEnd } from './wireEnd.ts';

export type DoorName = (typeof DOOR_NAMES)[number];

/** Invented people: each role, each profession of the hospital, and kin with every other part withheld. */
export const CAST: readonly Participant[] = [
  person('Jonas', 'hospital', 'doctor'),
  person('Kari', 'hospital', 'nurse'),
  person('Tiril', 'hospital', 'therapist'),
  person('Nora', 'hospital', 'coordinator'),
  person('Geir', 'hospital'),
  person('Mona', 'municipality'),
  person('Per', 'gp'),
  person('Aase', 'patient'),
  person('Line', 'kin'),
  { ...person('Odd', 'kin'), withheld: SECTION_KEYS.filter((_, at) => at % 2 === 0) },
  { ...person('Else', 'kin'), withheld: SECTION_KEYS.filter((_, at) => at % 2 === 1) },
  person('Ivar', 'interpreter'),
];

/** Reads everything and never writes. */
const ONLOOKER = person('Onlooker', 'interpreter');

/** Of everybody who may write the part, the one who comes first. */
const writerOf = (key: SectionKey): Participant => {
  const writer = CAST.find((each) => mayWrite(each, key));
  if (!writer) throw new Error(`nobody may write ${key}`);
  return writer;
};

/** Somebody's window on one part, and the clock of what they write next. */
interface Hand {
  who: Participant;
  client: number;
  clock: number;
  end: WireEnd;
}

/** One participant before one part, somebody else who may write it, and one who looks on. */
export class Cell {
  readonly #key: SectionKey;
  readonly #house: SyncHouse;
  readonly #reader: LineEnd;
  readonly #onlooker: WireEnd;
  readonly #hand: Hand;
  readonly #twin: Hand;

  constructor(key: SectionKey, { house, reader, onlookers, open, twins, who }: Table) {
    this.#key = key;
    this.#house = house;
    this.#reader = reader;
    this.#onlooker = onlookers.open(key);
    const writer = writerOf(key);
    this.#hand = { who, client: 500, clock: 0, end: open(key) };
    this.#twin = { who: writer, client: 600, clock: 0, end: twins(writer, key) };
  }

  /** Who may read hears what stands in the part; who may not hears nothing, and is told that. */
  async reads(): Promise<void> {
    const { end, who } = this.#hand;
    await Promise.all([this.#onlooker.sync(), this.#twin.end.sync(), end.sync()]);
    expect(Y.encodeStateAsUpdate(this.#twin.end.doc)).toEqual(preparedUpdate(this.#key));
    if (mayRead(who, this.#key)) {
      expect(Y.encodeStateAsUpdate(end.doc), this.#key).toEqual(preparedUpdate(this.#key));
      return;
    }
    expect([end.ended?.code, end.order], this.#key).toEqual([4403, []]);
    expect(this.#noted('forbidden')).toBe(1);
  }

  /** The deed is done or refused, as the registry says; where it is refused, the same by somebody who may is done. */
  async does(deed: Deed): Promise<boolean> {
    const may = mayWrite(this.#hand.who, this.#key) && exists(this.#key, deed);
    if (may) await this.#isTaken(this.#hand, deed);
    else await this.#isRefused(this.#hand, deed);
    if (!exists(this.#key, deed)) await this.#isRefused(this.#twin, deed);
    else if (!may) await this.#isTaken(this.#twin, deed);
    return may;
  }

  async #isTaken(hand: Hand, deed: Deed): Promise<void> {
    const { end, who, client, clock } = hand;
    const about = `${who.name} ${deed} ${this.#key}`;
    const before = await this.#state();
    const heard = this.#onlooker.updates.length;
    const [denied, own, done] = [end.denials.length, end.updates.length, end.acknowledged];
    const { said, takes } = deedBy(this.#key, deed, client, clock);
    end.say(said);
    hand.clock += takes;
    await until(() => this.#onlooker.updates.length > heard || end.denials.length > denied, about);
    await end.sync();
    expect([end.denials.length, end.updates.length, end.ended], about).toEqual([denied, own, null]);
    expect(this.#onlooker.updates.length, about).toBe(heard + 1);
    const after = await this.#state();
    expect(after.content, about).not.toEqual(before.content);
    expect(after.stored.length, about).toBe(before.stored.length + 1);
    expect(after.stored.at(-1)?.participant, about).toBe(who.id);
    expect(Y.encodeStateAsUpdate(this.#onlooker.doc), about).toEqual(after.content);
    if (isOnLine(end)) expect(end.acknowledged, about).toBe(done + 1);
  }

  async #isRefused(hand: Hand, deed: Deed): Promise<void> {
    const { end, who, client, clock } = hand;
    const about = `${who.name} ${deed} ${this.#key}`;
    const code = mayWrite(who, this.#key) ? 'bad-input' : 'forbidden';
    const before = await this.#state();
    const heard = this.#onlooker.updates.length;
    const [denied, refused, done] = [end.denials.length, end.refusals.length, end.acknowledged];
    const noted = this.#noted(code, who);
    end.say(deedBy(this.#key, deed, client, clock).said);
    if (mayRead(who, this.#key)) {
      await end.sync();
      expect(end.denials.length, about).toBe(denied + 1);
      expect(this.#noted(code, who), about).toBe(noted + 1);
      if (isOnLine(end)) {
        expect(end.refusals.slice(refused), about).toEqual([{ code, detail: end.denials.at(-1) }]);
        expect(end.acknowledged, about).toBe(done + 1);
      }
    }
    await this.#onlooker.sync();
    expect(this.#onlooker.updates.length, about).toBe(heard);
    expect(await this.#state(), about).toEqual(before);
  }

  #noted(code: string, who = this.#hand.who): number {
    return this.#house.noted.filter(
      (each) => each.what === 'refused' && each.who === who.name && each.section === this.#key && each.code === code,
    ).length;
  }

  /** What is shared and what is stored, as a newcomer and the log see it. */
  async #state() {
    // Nobody asks so much so quickly: their allowance must not be what ends it.
    this.#house.pass(5000);
    const newcomer = await this.#reader.open(this.#key).sync();
    newcomer.leave();
    return {
      stateVector: Y.encodeStateVector(newcomer.doc),
      content: Y.encodeStateAsUpdate(newcomer.doc),
      stored: await this.#house.log.load({ meeting: MEETING, section: this.#key }),
    };
  }
}

const lines = new WeakSet<WireEnd>();
const isOnLine = (end: WireEnd): boolean => lines.has(end);

interface Table {
  house: SyncHouse;
  reader: LineEnd;
  onlookers: LineEnd;
  open: (key: SectionKey) => WireEnd;
  twins: (who: Participant, key: SectionKey) => WireEnd;
  who: Participant;
}

/** A house in which something stands in every part, and `who` before each of them, through one door. */
export async function tableFor(who: Participant, door: DoorName): Promise<{ house: SyncHouse; cells: Cell[] }> {
  const log = createMemoryLog();
  await log.append(
    SECTION_KEYS.map((section) => ({
      ...{ room: { meeting: MEETING, section }, participant: null, update: preparedUpdate(section), at: 1 },
    })),
  );
  const house = await openSyncHouse({ log, people: [...CAST, ONLOOKER] });
  const held = new Map<string, LineEnd>();
  const opener = (name: string) => (whose: Participant, key: SectionKey) => {
    if (door === DOOR_NAMES[0]) return DOORS[door](house, whose, key);
    const line = held.get(name + whose.id) ?? new LineEnd(house, whose);
    held.set(name + whose.id, line);
    const end = line.open(key);
    lines.add(end);
    return end;
  };
  const table = {
    ...{ house, who, reader: new LineEnd(house, ONLOOKER), onlookers: new LineEnd(house, ONLOOKER) },
    ...{ open: (key: SectionKey) => opener('own')(who, key), twins: opener('twin') },
  };
  return { house, cells: SECTION_KEYS.map((key) => new Cell(key, table)) };
}
