import { crc32 } from 'node:zlib';
import type { Participant } from '#server/access/participant.ts';
import type { UpdateLog } from '#server/store/updateLog.ts';
import { chanceFrom } from '../support/chance.ts';
import { MEETING } from '../support/syncHouse.ts';
import { Attacker, FORGED } from './attacker.ts';
import { ATTACKERS, TRESPASSERS, WINDOWS } from './cast.ts';
import { PARTS } from './edits.ts';
import { faultyLog, WELL } from './faultyLog.ts';
import { isPending, Ledger } from './ledger.ts';
import { CALM, Network, type Answering } from './network.ts';
import type { Happening, Play } from './plan.ts';
import { ServedHouse } from './servedHouse.ts';
import { machine, VirtualTime } from './virtualTime.ts';
import { Window } from './window.ts';
import { readPart } from '#shared/plan/doc.ts';
import { replay } from '#server/sync/replay.ts';
import * as Y from 'yjs';

const COUNTED = [
  'edits',
  'forbidden',
  'rollbacks',
  'saved',
  'frames',
  'drops',
  'duplicates',
  'reorders',
  'failures',
  'compactions',
  'kills',
  'cuts',
  'attacks',
  'refusals',
  'updates',
] as const;
export type Counts = Record<(typeof COUNTED)[number], number>;

export interface Outcome {
  /** What was wrong, in words. */
  problems: readonly string[];
  counts: Counts;
  /** The same for the same run. */
  digest: number;
}

const REST_MS = 2000;
const LONGEST_REST_MS = 10 * 60_000;

/** One play with its people, its house and the network between them. */
export class Stage {
  readonly #play: Play;
  readonly #log: UpdateLog;
  readonly #time: VirtualTime;
  readonly #chance: () => number;
  readonly #ledger = new Ledger([...WINDOWS, ...ATTACKERS].map(([, who]) => who));
  readonly #network: Network;
  readonly #windows: Window[] = [];
  readonly #attackers: Attacker[] = [];
  readonly #counts = Object.fromEntries(COUNTED.map((name) => [name, 0])) as Counts;
  readonly #disk: UpdateLog;
  #condition = WELL;
  #house: ServedHouse | null = null;
  #digest = 0;

  constructor(play: Play, log: UpdateLog) {
    this.#play = play;
    this.#log = log;
    this.#chance = chanceFrom(play.seed ^ 0x5eed);
    this.#time = new VirtualTime(machine('the stage'), this.#chance);
    const [time, chance, ledger] = [this.#time, this.#chance, this.#ledger];
    const count = (what: keyof Counts) => void (this.#counts[what] += 1);
    const note = (what: string) => void (this.#digest = crc32(`${time.now} ${what}`, this.#digest));
    this.#network = new Network({ time, chance, note, count, stamp: () => ledger.stored });
    this.#disk = faultyLog({ inner: log, time, chance, ledger, count, disk: () => this.#condition });
  }

  run(): Promise<Outcome> {
    return this.#time.rule(async () => {
      this.#open();
      await this.#enter();
      for (const happening of this.#play.happenings) {
        await this.#time.pass(Math.max(0, happening.at - this.#time.passed));
        await this.#let(happening);
        if (this.#isBroken) break;
      }
      const unrest = this.#isBroken ? null : await this.#settle();
      const problems = [
        ...this.#ledger.problems,
        ...(unrest === null && !this.#isBroken ? await this.#verify() : [unrest ?? []].flat()),
        ...this.#broken(),
      ];
      for (const window of this.#windows) await this.#time.as(window.machine, () => window.leave());
      this.#counts.updates = this.#ledger.updates;
      return { problems, counts: this.#counts, digest: this.#digest };
    });
  }

  /** Something is wrong already; going on would only bury it. */
  get #isBroken(): boolean {
    const houses = [...this.#killed, ...(this.#house ? [this.#house] : [])];
    const reported = houses.some((house) => house.reported.length > 0);
    return reported || this.#ledger.problems.length > 0 || this.#time.uncaught.length > 0;
  }

  async #enter(): Promise<void> {
    const [time, network, ledger, chance] = [this.#time, this.#network, this.#ledger, this.#chance];
    const count = (what: keyof Counts) => void (this.#counts[what] += 1);
    const parts = { time, network, ledger, chance, count, house: (who: Participant) => this.#answering(who) };
    for (const [name, who] of WINDOWS)
      await time.as(machine(name), () => void this.#windows.push(new Window({ ...parts, name, who })));
    for (const [name, who] of ATTACKERS)
      this.#attackers.push(new Attacker({ ...parts, name, who }, this.#play.seed, count));
  }

  #answering(who: Participant): Answering {
    const house = this.#house;
    return house && { machine: house.machine, accept: (end) => house.accept(end, who) };
  }

  #open(): void {
    const { updatesBeforeBase } = this.#play;
    this.#house = new ServedHouse({ time: this.#time, log: this.#disk, updatesBeforeBase });
  }

  async #let(happening: Happening): Promise<void> {
    const time = this.#time;
    if (happening.kind === 'weather') this.#network.weather = happening.weather;
    else if (happening.kind === 'disk') this.#condition = happening.disk;
    else if (happening.kind === 'kill') this.#kill(happening.ms);
    else if (happening.kind === 'attack') {
      const attacker = this.#attackers[happening.attacker]!;
      await time.as(attacker.machine, () => attacker.attack(happening.attack));
    } else {
      const window = this.#windows[happening.window]!;
      if (window.machine.state === 'asleep') return;
      if (happening.kind === 'sleep') this.#sleep(window, happening.ms);
      else if (happening.kind === 'cut') this.#cut(window, happening.tell);
      else await time.as(window.machine, () => this.#act(window, happening));
    }
  }

  #act(window: Window, happening: Happening): void {
    if (happening.kind === 'edit') window.edit(happening.section, happening.edit);
    else if (happening.kind === 'reload') window.reload();
    else if (happening.kind === 'reopen') window.reopen(happening.section);
    else if (happening.kind === 'away') {
      this.#cut(window, { client: false, server: false });
      window.network(false);
      this.#time.after(happening.ms, () => window.network(true), window.machine);
    }
  }

  #sleep(window: Window, ms: number): void {
    window.machine.state = 'asleep';
    this.#time.after(ms, () => this.#wake(window), machine('the sun'));
  }

  #wake(window: Window): void {
    this.#time.wake(window.machine);
    this.#time.after(0, () => window.line.wake(), window.machine);
  }

  #cut(window: Window, tell: { client: boolean; server: boolean }): void {
    for (const link of [...this.#network.links].filter(({ on }) => on === window.machine)) {
      this.#counts.cuts += 1;
      link.cut(tell);
    }
  }

  #kill(ms: number): void {
    const house = this.#house;
    if (!house) return;
    this.#counts.kills += 1;
    this.#counts.refusals += house.refusals;
    house.kill();
    this.#house = null;
    for (const link of [...this.#network.links].filter(({ server }) => server === house.machine))
      link.cut({ client: true, server: false });
    this.#time.after(ms, () => (this.#killed.push(house), this.#open()), machine('the operator'));
  }

  readonly #killed: ServedHouse[] = [];

  /** The weather clears, everybody wakes up and has a network, and nobody does anything any more. What is not at rest then, in words. */
  async #settle(): Promise<string | null> {
    const time = this.#time;
    this.#network.weather = CALM;
    this.#condition = WELL;
    for (const attacker of this.#attackers) await time.as(attacker.machine, () => attacker.leave());
    for (const window of this.#windows) {
      if (window.machine.state === 'asleep') this.#wake(window);
      await time.as(window.machine, () => window.network(true));
    }
    let unrest: string | null = 'it never began';
    for (let waited = 0; unrest !== null && !this.#isBroken && waited < LONGEST_REST_MS; waited += REST_MS) {
      await time.pass(REST_MS);
      // Somebody who wrote what they may not was shown out in the end, and comes back.
      for (const window of this.#windows.filter(({ who }) => TRESPASSERS.includes(who)))
        await time.as(window.machine, () => window.retry());
      unrest = this.#windows.map((window) => window.unrest).find((each) => each !== null) ?? null;
    }
    await time.pass(REST_MS);
    return unrest ?? this.#windows.map((window) => window.unrest).find((each) => each !== null) ?? null;
  }

  /** What is on the disk is what everybody has. */
  async #verify(): Promise<string[]> {
    const problems: string[] = [];
    for (const section of PARTS) {
      const { doc } = await replay(await this.#log.load({ meeting: MEETING, section }), () => Promise.resolve());
      const known = this.#ledger.doc(section);
      if (isPending(doc)) problems.push(`${section}: what is stored is not whole`);
      if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(known)))
        problems.push(`${section}: not all that was stored is there`);
      const json = JSON.stringify([readPart(section, doc), doc.toJSON()]);
      for (const mark of [FORGED, ...[...WINDOWS, ...ATTACKERS].map(([name]) => `⟦${name}⟧`)])
        if (json.includes(mark)) problems.push(`${section}: ${mark} is there`);
    }
    return problems;
  }

  #broken(): string[] {
    const houses = [...this.#killed, ...(this.#house ? [this.#house] : [])];
    this.#counts.refusals += this.#house?.refusals ?? 0;
    return [...houses.flatMap(({ reported }) => reported), ...this.#time.uncaught].map((error) =>
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }
}
