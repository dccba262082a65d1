import type { TwoTones } from './twoTones.ts';
import type { World } from './world.ts';

/** What is being tried. */
export type CheckStep = 'idle' | 'connection' | 'sound' | 'sight' | 'done';
export type Connection = 'good' | 'slow' | 'lost';
export type Sound = 'heard' | 'silent';
export type Sight = 'reads' | 'hard';

/** What a check needs of the world around it. */
export interface DeviceCheckParts {
  /** One small question to the server; refused or failed when it gave no answer. */
  knock: () => Promise<void>;
  /** Whether the meeting's own line is up. */
  isLive: () => boolean;
  tones: TwoTones;
  /** ms, from any beginning. */
  now: () => number;
  after: World['after'];
  /** Makes the text larger, and answers whether it could; null where the page has no say in that. */
  enlarge: (() => boolean) | null;
}

const KNOCKS = 5;
/** An answer that takes longer is none. */
const PATIENCE_MS = 4000;
/** What one feels as waiting, in a video too. */
const SLOW_MS = 400;
/** So many of the knocks without an answer are no connection. */
const MANY = 3;

/** One try of connection, sound and sight, one after the other. What came of it is kept nowhere else. */
export class DeviceCheck {
  #step = $state.raw<CheckStep>('idle');
  #connection = $state.raw<Connection | null>(null);
  #sound = $state.raw<Sound | null>(null);
  #sight = $state.raw<Sight | null>(null);
  readonly #parts: DeviceCheckParts;

  constructor(parts: DeviceCheckParts) {
    this.#parts = parts;
  }

  get step(): CheckStep {
    return this.#step;
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  /** `silent` while the step is `sound`: there is something to be done about it. */
  get sound(): Sound | null {
    return this.#sound;
  }

  /** `hard` while the step is `sight`: the page cannot make it larger. */
  get sight(): Sight | null {
    return this.#sight;
  }

  /** Everything works. */
  get isWell(): boolean {
    return this.#connection === 'good' && this.#sound === 'heard' && this.#sight === 'reads';
  }

  /** To be called in the press of the button. */
  async start(): Promise<void> {
    if (this.#step === 'connection') return;
    const { tones, isLive } = this.#parts;
    tones.unlock();
    this.#step = 'connection';
    this.#sound = this.#sight = null;
    const times: (number | null)[] = [];
    for (let knock = 0; knock < KNOCKS; knock += 1) times.push(await this.#knock());
    this.#connection = verdict(times, isLive());
    this.#step = 'sound';
    tones.play();
  }

  playAgain(): void {
    this.#sound = null;
    this.#parts.tones.unlock();
    this.#parts.tones.play();
  }

  hear(did: boolean): void {
    this.#sound = did ? 'heard' : 'silent';
    if (did) this.goOn();
  }

  /** Or needs it larger. */
  read(can: boolean): void {
    if (!can && this.#parts.enlarge?.()) return;
    this.#sight = can ? 'reads' : 'hard';
    if (can) this.goOn();
  }

  /** To the next step, however this one went. */
  goOn(): void {
    this.#step = this.#step === 'sound' ? 'sight' : 'done';
  }

  close(): void {
    this.#parts.tones.close();
  }

  /** How long the answer took, in ms; null when there was none. */
  async #knock(): Promise<number | null> {
    const { knock, now, after } = this.#parts;
    const began = now();
    let giveUp = (): void => undefined;
    const tooLate = new Promise<boolean>((resolve) => (giveUp = after(PATIENCE_MS, () => resolve(false))));
    const answered = knock().then(
      () => true,
      () => false,
    );
    const came = await Promise.race([answered, tooLate]);
    giveUp();
    return came ? now() - began : null;
  }
}

function verdict(times: readonly (number | null)[], isLive: boolean): Connection {
  const came = times.filter((time) => time !== null).toSorted((a, b) => a - b);
  if (!isLive || times.length - came.length >= MANY) return 'lost';
  const median = came[Math.floor(came.length / 2)] ?? 0;
  return came.length < times.length || median > SLOW_MS ? 'slow' : 'good';
}
