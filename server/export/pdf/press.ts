import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { Job, Outcome } from './pressRoom.ts';
import type { Template } from './typst.ts';

/** Sets documents in a thread of its own, one at a time: whoever writes meanwhile does not notice. */
export interface Press {
  /**
   * A PDF/UA-1 document: `data` set by the template.
   * @throws AppError `unavailable` when it took too long, its thread died, too many wait, or the press is closed;
   * Error when the template itself is wrong.
   */
  set(template: Template, data: object): Promise<Uint8Array>;
  /** Whoever still waits is told that it is closed. Returns when the thread is gone. */
  close(): Promise<void>;
}

export interface PressParts {
  /** Calls `then` each time `ms` have passed, until it is called off. */
  every: (ms: number, then: () => void) => () => void;
  /** How long one document may take, ms. */
  limitMs?: number;
  /** The program that runs in the thread. */
  room?: URL;
}

const ROOM = new URL('./pressRoom.ts', import.meta.url);

/** A hundred times what the plan of a whole meeting takes. */
const LIMIT_MS = 20_000;

/** More than that would wait longer than anybody does. */
const MOST_WAITING = 50;

interface Waiting {
  job: Job;
  done: (pdf: Uint8Array) => void;
  failed: (error: Error) => void;
}

/** The thread starts with the first document, and again after it has died. It does not keep the program alive. */
export function createPress({ every, limitMs = LIMIT_MS, room = ROOM }: PressParts): Press {
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  /** Takes what becomes of the document that is being set. */
  let settle: ((outcome: Outcome) => void) | null = null;
  let isClosed = false;

  const hire = (): Worker => {
    const hired = new Worker(room, { execArgv: [] });
    const lost = (why: string) => {
      if (worker !== hired) return;
      worker = null;
      settle?.({ ok: false, why, ours: true });
    };
    hired.on('message', (outcome: Outcome) => void (worker === hired && settle?.(outcome)));
    hired.on('error', (error) => lost(`The press broke down: ${String(error)}`));
    hired.on('exit', () => lost('The press stopped.'));
    return hired;
  };

  const next = () => {
    const [first] = queue;
    if (settle || !first) return void worker?.unref();
    worker ??= hire();
    worker.ref();
    const callOff = every(limitMs, () => {
      const slow = worker;
      worker = null;
      settle?.({ ok: false, why: 'Setting the document took too long.', ours: true });
      void slow?.terminate();
    });
    settle = (outcome) => {
      callOff();
      queue.shift();
      settle = null;
      if (outcome.ok) first.done(outcome.pdf);
      else first.failed(outcome.ours ? new AppError('unavailable', outcome.why) : new Error(outcome.why));
      next();
    };
    worker.postMessage(first.job);
  };

  return {
    set: (template, data) =>
      new Promise((done, failed) => {
        if (isClosed) throw new AppError('unavailable', 'The press is closed.');
        if (queue.length >= MOST_WAITING) throw new AppError('unavailable', 'Too many documents are being set.');
        queue.push({ job: { template, json: JSON.stringify(data) }, done, failed });
        next();
      }),

    async close() {
      isClosed = true;
      const gone = worker?.terminate();
      worker = null;
      for (const { failed } of queue.splice(1)) failed(new AppError('unavailable', 'The press is closed.'));
      settle?.({ ok: false, why: 'The press is closed.', ours: true });
      await gone;
    },
  };
}
